"""The mail of real pages: what the newsletter puts in, pictures, languages, previews."""

import io
import random
import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from cms.core.mail_style import MAX_PICTURE_BYTES, light_rendition
from cms.core.medium import Medium
from cms.core.models import CouncilImage, CouncilSettings
from cms.editions.models import ArticlePage
from cms.renditions.models import PrintFile
from cms.renditions.render import render
from home.models import HomePage, StandardPage
from tests.bodies import ARABIC, EVERYWHERE, GERMAN, every_block, translate_tree
from tests.factories import make_image

MAILING = {
    "unsubscribe_url": "https://post.example/newsletter/u/VFTOKENUNSUB/",
    "preferences_url": "https://post.example/newsletter/p/VFTOKENPREF/",
    "archive_url": "https://post.example/de/vielfalt/24/",
    "consent_date": "VFCONSENTDATE",
    "greeting": "VFGREETING",
    "subject": "Post aus Lindenau & Umgebung",
    "preheader": "Elf Gärten, ein Hahn",
    "topic": "Zeitung Vielfalt",
}


def mail_of(page, **extra) -> str:
    rendition = render(page, medium=Medium.EMAIL, extra=extra)
    assert rendition.problems == []
    return rendition.content


def text_of(page, **extra) -> str:
    return render(page, medium=Medium.TEXT, extra=extra).content


def test_what_the_newsletter_passes_reaches_the_reader(edition):
    html, text = mail_of(edition, mailing=MAILING), text_of(edition, mailing=MAILING)
    for name in ("unsubscribe_url", "preferences_url", "archive_url", "consent_date", "greeting", "topic"):
        assert MAILING[name] in html and MAILING[name] in text, name
    assert "<title>Post aus Lindenau &amp; Umgebung</title>" in html
    assert MAILING["preheader"] in html
    assert html.index("VFTOKENUNSUB") < html.index("VFTOKENPREF") < html.index("Ines Kaltwasser, Am Fischmarkt 1")


@pytest.mark.parametrize("make", [mail_of, text_of])
def test_a_preview_without_mailing_says_what_will_stand_there(edition, make):
    out = make(edition)
    assert "VFTOKEN" not in out and "newsletter/u/" not in out
    council = edition.council
    for must in (council.publisher, council.street, council.responsible.split(",")[0], council.phone, council.email):
        assert must in out


def test_other_languages_are_offered_in_their_own_script(edition, locales):
    arabic = translate_tree(edition, locale=locales["ar"], words=ARABIC)
    html = mail_of(edition)
    assert "العربية" in html and arabic.full_url in html
    assert "Deutsch" in mail_of(arabic) and edition.full_url in mail_of(arabic)
    assert "Türkçe" not in html


def test_every_picture_is_absolute_light_and_described(edition):
    html = mail_of(edition)
    pictures = re.findall(r"<img\b[^>]*>", html)
    assert len(pictures) >= 4
    for picture in pictures:
        address = re.search(r'src="([^"]+)"', picture).group(1)
        assert address.startswith(f"{settings.BASE_URL}/") and " alt=" in picture and " width=" in picture
        path = urlsplit(address).path
        if path.startswith(settings.MEDIA_URL):
            assert default_storage.size(path.removeprefix(settings.MEDIA_URL)) <= MAX_PICTURE_BYTES


def noise() -> CouncilImage:
    """A picture no JPEG can make small: coloured dust."""
    dice = random.Random(24)
    dust = Image.frombytes("RGB", (300, 200), dice.randbytes(300 * 200 * 3)).resize((1500, 1000))
    data = io.BytesIO()
    dust.save(data, "JPEG", quality=95)
    return CouncilImage.objects.create(title="Staub", file=ImageFile(io.BytesIO(data.getvalue()), name="staub.jpg"), credit="x")


def test_a_photo_full_of_detail_is_squeezed(db):
    picture = noise()
    light = light_rendition(picture, spec="fill-1200x676")
    assert light.file.size < picture.get_rendition("fill-1200x676|format-jpeg|jpegquality-72").file.size * 0.8
    assert light_rendition(make_image("Ruhig"), spec="fill-1200x676").filter_spec.count("jpegquality-72") == 1


@pytest.mark.parametrize("make", [mail_of, text_of])
def test_a_deleted_picture_takes_nothing_else_along(edition, make):
    article = edition.lead()
    article.body = every_block(image=make_image("Weg"), page=edition, words=GERMAN)
    article.save_revision().publish()
    CouncilImage.objects.all().delete()
    out = make(ArticlePage.objects.get(pk=article.pk))
    assert article.title in out and GERMAN["question"] in out and "Samira Haddad" in out


def test_a_picture_whose_file_is_gone_takes_nothing_else_along(edition):
    article = edition.lead()
    article.lead_image.file.storage.delete(article.lead_image.file.name)
    html = mail_of(ArticlePage.objects.get(pk=article.pk))
    assert article.title in html and article.standfirst in html


def test_a_block_hidden_in_mail_is_only_hidden_there(edition):
    article = edition.lead()
    article.body = [
        ("heading", {"text": "Nur im Netz", "level": "2", "show_in": ["web", "print"]}),
        ("heading", {"text": "Auch in der Post", "level": "2", "show_in": EVERYWHERE}),
    ]
    article.save_revision().publish()
    for make in (mail_of, text_of):
        assert "Nur im Netz" not in make(article) and "Auch in der Post" in make(article)
    assert "Nur im Netz" in render(article, medium=Medium.PRINT).content


def test_a_button_leads_to_the_page_in_the_readers_language(edition, locales):
    article = edition.lead()
    article.body = every_block(image=make_image("Probe"), page=edition, words=GERMAN)
    article.save_revision().publish()
    arabic = translate_tree(article, locale=locales["ar"], words=ARABIC)
    arabic_edition = edition.get_translation(locales["ar"])
    button = next(block for block in arabic.body if block.block_type == "button")
    assert button.value["page"].pk == edition.pk  # wagtail-localize keeps the German page in the block
    assert f'href="{arabic_edition.full_url}"' in mail_of(arabic)
    assert arabic_edition.full_url in text_of(arabic)


def test_a_teaser_to_a_page_nobody_can_open_is_left_out(edition):
    draft = StandardPage(title="Noch geheim", slug="geheim", live=False)
    edition.get_parent().get_parent().add_child(instance=draft)
    article = edition.lead()
    article.body = every_block(image=make_image("Probe"), page=draft, words=GERMAN)
    article.save_revision().publish()
    for make in (mail_of, text_of):
        out = make(article)
        assert "Noch geheim" not in out
        assert "/geheim/" not in out


def test_the_council_colours_reach_the_mail_readably(edition):
    CouncilSettings.objects.update(main_colour="#ffe000", accent_colour='q;"><b>')
    html = mail_of(type(edition).objects.get(pk=edition.pk))
    assert "#ffe000" not in html  # white letters on it could not be read
    assert 'q;"' not in html and "<b>;" not in html


def test_an_edition_without_articles_is_still_a_mail(edition):
    for article in edition.articles:
        article.delete()
    empty = type(edition).objects.get(pk=edition.pk)
    assert empty.headline in mail_of(empty) and empty.headline in text_of(empty)


def test_what_editors_type_never_becomes_markup(edition):
    edition.letter = "</mj-text><script>alert(1)</script>\n\nZweiter <b>Absatz</b>"
    edition.letter_name = '"><img src=x>'
    edition.save_revision().publish()
    html = mail_of(edition)
    assert "<script>" not in html and "<img src=x>" not in html
    assert "Zweiter &lt;b&gt;Absatz&lt;/b&gt;" in html
    assert "Zweiter <b>Absatz</b>" in text_of(edition)


@pytest.mark.parametrize(("mode", "kind"), [("email", "text/html"), ("text", "text/plain")])
def test_the_preview_panel_shows_mail_and_text(edition, mode, kind):
    home = HomePage.objects.first()
    for page in (edition, edition.lead(), edition.publication, home):
        assert mode in [name for name, _label in page.preview_modes]
        response = page.make_preview_request(preview_mode=mode)
        assert response.status_code == 200 and response["Content-Type"].startswith(kind)
        assert "style-src 'self' 'unsafe-inline'" in response["Content-Security-Policy"]
        assert b"Elf G\xc3\xa4rten" in response.content or page.title.encode() in response.content


def test_the_mail_offers_the_finished_pdf_and_only_that(edition):
    assert "/pdf/" not in mail_of(edition) + text_of(edition)
    PrintFile.objects.create(
        page=edition,
        locale=edition.locale,
        product="paper",
        purpose=PrintFile.PurposeChoice.SCREEN,
        source=PrintFile.Source.LIVE,
        state=PrintFile.State.READY,
        page_count=8,
        size=2_400_000,
        is_usual=True,
        finished_at=timezone.now(),
    )
    address = f"{settings.BASE_URL}/pdf/{edition.pk}/{edition.slug}.pdf"
    html, text = mail_of(edition), text_of(edition)
    assert address in html and address in text
    assert "2,3" in html and "8 " in html


def test_leichte_sprache_is_german_to_a_screen_reader(edition, locales):
    easy = translate_tree(edition, locale=locales["de-x-leicht"], words=GERMAN)
    html = mail_of(easy)
    assert '<html lang="de" dir="ltr"' in html and "Verdana" in html
    assert "text-transform:uppercase" not in html  # capitals are hard to read


def test_arabic_mail_turns_every_box(edition, locales):
    """GMX and WEB.DE ignore the dir attribute: direction must be written on each box."""
    html = mail_of(translate_tree(edition, locale=locales["ar"], words=ARABIC))
    boxes = re.findall(r"direction:(ltr|rtl)", html)
    assert boxes.count("ltr") == 1 and boxes.count("rtl") >= 12  # the German legal notice keeps its own
    assert "٢٤" in html
