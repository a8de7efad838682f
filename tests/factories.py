"""Content for tests, built the way editors build it: real pages, real pictures, invented people."""

import datetime
import io
from functools import cache

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw
from wagtail.models import Locale, Page, Site

from cms.core.models import CouncilImage, CouncilSettings
from cms.editions.models import ArticlePage, EditionPage, PublicationPage, Section
from home.models import HomePage


def make_image(title: str = "Garten", *, width: int = 1200, height: int = 800) -> CouncilImage:
    file = ImageFile(io.BytesIO(drawing(width, height)), name=f"{title.lower()}.jpg")
    return CouncilImage.objects.create(title=title, file=file, credit="Jonne Reith", description=f"Zeichnung: {title}")


@cache
def drawing(width: int, height: int) -> bytes:
    picture = Image.new("RGB", (width, height), "#f5b324")
    ImageDraw.Draw(picture).ellipse((width // 4, height // 4, width // 2, height // 2), fill="#0b4f5c")
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=85)
    return data.getvalue()


def make_home() -> HomePage:
    """The site with a complete council. Replaces the page a new Wagtail database comes with."""
    german = Locale.objects.get(language_code="de")
    root = Page.get_first_root_node()
    home = HomePage(title="Integrationsrat Lindenau", slug="start", locale=german)
    root.add_child(instance=home)
    home.save_revision().publish()
    Site.objects.all().delete()
    site = Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Lindenau")
    Site.clear_site_root_paths_cache()
    CouncilSettings.objects.update_or_create(
        site=site,
        defaults={
            "council_name": "Integrationsrat der Stadt Lindenau an der Pegnach",
            "council_short": "Integrationsrat Lindenau",
            "town": "Lindenau an der Pegnach",
            "street": "Am Fischmarkt 1",
            "postcode": "09999",
            "city": "Lindenau",
            "phone": "089 99998-120",
            "email": "integrationsrat@lindenau.example",
            "publisher": "Stadt Lindenau an der Pegnach, Integrationsrat",
            "responsible": "Ines Kaltwasser, Am Fischmarkt 1, 09999 Lindenau",
            "printer": "Druckerei Pegnachtal, Lindenau",
            "privacy_contact": "Datenschutzbeauftragte der Stadt",
            "privacy_email": "datenschutz@lindenau.example",
            "sender_name": "Vielfalt aus Lindenau",
            "sender_email": "post@lindenau.example",
            "reply_to": "integrationsrat@lindenau.example",
        },
    )
    return home


def paragraph(text: str) -> tuple:
    return ("paragraph", {"text": f"<p>{text}</p>", "show_in": ["web", "print", "email"]})


def make_edition(home: HomePage, *, number: int = 24, articles: int = 3) -> EditionPage:
    """A published paper with one edition; the first article is the lead, the others teasers."""
    publication = PublicationPage.objects.child_of(home).first()
    if publication is None:
        publication = PublicationPage(
            title="Vielfalt", slug="vielfalt", subtitle="Die Zeitung des Integrationsrats", print_run=9000
        )
        home.add_child(instance=publication)
        publication.save_revision().publish()
    edition = EditionPage(
        title=f"Vielfalt Nr. {number}",
        slug=f"vielfalt-{number}",
        number=number,
        season="Herbst 2026",
        date=datetime.date(2026, 11, 20),
        headline="Was uns zusammenbringt",
        standfirst="Ein Wasserhahn, ein Schwimmbecken, ein Topf Suppe.",
        cover_image=make_image("Titel"),
        cover_alt="Zeichnung: ein Garten am Bahndamm",
        events=[
            (
                "event",
                {
                    "title": "Offenes Frühstück",
                    "date": datetime.date(2026, 11, 29),
                    "time": "9.30 Uhr",
                    "place": "Alte Feuerwache",
                    "show_in": ["web", "print", "email"],
                },
            )
        ],
    )
    publication.add_child(instance=edition)
    edition.save_revision().publish()
    sections = [
        Section.objects.get_or_create(name=name, locale=home.locale, defaults={"colour": colour, "sort_order": order})[0]
        for order, (name, colour) in enumerate([("Nachbarschaft", "leaf"), ("Kultur", "plum")])
    ]
    for position in range(articles):
        article = ArticlePage(
            title=["Elf Gärten, ein Wasserhahn", "Der Chor, der auskommt", "Nachtschicht am Ofen"][position % 3],
            slug=f"beitrag-{position + 1}",
            section=sections[position % 2],
            front="lead" if position == 0 else "teaser",
            standfirst="In der Kolonie am Bahndamm müssen alle zum selben Hahn.",
            byline="Ines Kaltwasser",
            lead_image=make_image(f"Bild {position}"),
            lead_alt="Zeichnung: Menschen mit Gießkannen",
            lead_caption="Drei Umdrehungen nach links, dann läuft es.",
            body=[paragraph("Um halb sieben quietscht das Rad zum ersten Mal. „Vier geht auch“, sagt er.")],
        )
        edition.add_child(instance=article)
        article.save_revision().publish()
    return edition
