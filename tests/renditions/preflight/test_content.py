"""Checks of pages before they are printed: one thing wrong with a good edition → exactly that finding."""

import datetime

import pytest
from wagtail.models import Page

from cms.core.medium import Medium
from cms.core.models import CouncilImage, CouncilSettings, ShortLink
from cms.core.shortlinks import short_url
from cms.renditions.preflight.content import PLACEHOLDERS, check_codes, check_page, check_pictures
from cms.renditions.preflight.findings import Finding, Severity
from cms.renditions.preflight.live import check_draft, check_resolution
from cms.renditions.preflight.printed_text import Code, Picture, Printed, read_html
from cms.renditions.render import render
from tests.factories import make_edition, paragraph
from tests.renditions.papers import EVERYWHERE, image_value

AHEAD = datetime.date.today() + datetime.timedelta(days=30)


def event(title="Frühstück", *, date=AHEAD, show_in=EVERYWHERE) -> tuple:
    return ("event", {"title": title, "date": date, "time": "9.30 Uhr", "place": "", "text": "", "url": "", "show_in": show_in})


@pytest.fixture
def good(home):
    """An edition with one event to come."""
    edition = make_edition(home)
    edition.events = [event()]
    edition.save_revision().publish()
    return again(edition)


def again(page):
    return type(page).objects.get(pk=page.pk)


def codes(page) -> list[str]:
    page = again(page)
    return [finding.code for finding in check_page(page, product=page.products()[0])]


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def test_a_good_edition_has_no_findings(good):
    assert codes(good) == []
    assert codes(good.articles[0]) == []


@pytest.mark.parametrize(
    "text", ["Lorem ipsum dolor", "TODO: Zahl prüfen", "Herr Xxx spricht", "Text folgt", "Wann? ???", "[Name der Sprecherin]"]
)
def test_a_placeholder_is_found_in_the_block_it_stands_in(good, text):
    article = publish(good.articles[0], body=[paragraph("Alles gut."), paragraph(text)])
    (finding,) = check_page(again(good), product=good.products()[0])
    assert (finding.code, finding.severity) == ("placeholder", Severity.ERROR)
    assert finding.owner == article.pk
    assert finding.block == again(article).body[1].id


@pytest.mark.parametrize("text", ["Der Textilhandel", "Methodo", "Max lacht", "Wie bitte?!", "XXL-Plakat", "Was? Wirklich?"])
def test_ordinary_words_are_no_placeholders(text):
    assert not PLACEHOLDERS.search(text)


def test_a_picture_without_credit(good):
    CouncilImage.objects.filter(title="Titel").update(credit="")
    assert codes(good) == ["credit-missing"]


def test_a_picture_without_description(good):
    image = good.cover_image
    shown = Printed(texts={"": image.credit}, pictures=[Picture(image.file.name, alt=image.title, block="cover_image")])
    assert check_pictures(shown, council=good.council) == []
    CouncilImage.objects.filter(pk=image.pk).update(description="")
    (finding,) = check_pictures(shown, council=good.council)
    assert (finding.code, finding.block) == ("description-missing", "cover_image")


def test_a_credit_that_is_not_printed(good):
    image = good.cover_image
    shown = Printed(texts={"": "Zeichnung: jemand anderes"}, pictures=[Picture(image.file.name, alt="Garten", block="")])
    (finding,) = check_pictures(shown, council=good.council)
    assert (finding.code, finding.details["credit"]) == ("credit-unprinted", "Jonne Reith")


@pytest.mark.parametrize(
    ("field", "code"), [("responsible", "legal-responsible"), ("publisher", "legal-publisher"), ("printer", "legal-printer")]
)
def test_the_legal_notice_is_complete(good, field, code):
    CouncilSettings.objects.update(**{field: ""})
    assert codes(good) == [code]


def test_a_responsible_person_who_is_named_nowhere_on_the_piece(good):
    CouncilSettings.objects.update(responsible="Runa Wendland, Am Fischmarkt 1, 09999 Lindenau")
    html = render(again(good), medium=Medium.PRINT).content.replace("Runa Wendland", "")
    (finding,) = check_page(again(good), product=good.products()[0], html=html)
    assert (finding.code, finding.severity) == ("legal-unprinted", Severity.WARNING)


def test_an_event_that_has_been(good):
    publish(good, events=[event(), event("Sommerfest", date=datetime.date(2020, 7, 1))])
    (finding,) = check_page(again(good), product=good.products()[0])
    assert (finding.code, finding.severity) == ("event-past", Severity.WARNING)
    assert finding.details["title"] == "Sommerfest"
    assert finding.block == again(good).events[1].id


def test_an_event_that_is_only_on_the_web_does_not_matter_in_print(good):
    publish(good, events=[event(), event("Sommerfest", date=datetime.date(2020, 7, 1), show_in=["web"])])
    assert codes(good) == []


def test_a_qr_code_to_an_unpublished_page(good):
    target = good.articles[2]
    value = {"label": "Weiterlesen", "page": target, "url": "", "kind": "main", "show_in": EVERYWHERE}
    publish(good.articles[0], body=[paragraph("Alles gut."), ("button", value)])
    assert codes(good.articles[0]) == []
    found = check_codes(Printed(codes=[Code(short_url(page=target), "b")]))
    assert found == []
    target.unpublish()
    (finding,) = check_codes(Printed(codes=[Code(short_url(page=target), "b")]))
    assert (finding.code, finding.details["title"], finding.block) == ("qr-unpublished", target.title, "b")


def test_where_qr_codes_may_lead(good, settings):
    link = ShortLink.objects.create(url="https://stadt.example/amt")
    base = settings.BASE_URL
    fine = [f"{base}/q/{link.code}", "https://anderswo.example/", "tel:+4989999981", "mailto:rat@lindenau.example", good.full_url]
    assert check_codes(Printed(codes=[Code(url, "") for url in fine])) == []
    dead = {f"{base}/q/zzzzzz": "qr-unknown", f"{base}/de/gibt-es-nicht/": "qr-unknown", "irgendwo": "qr-invalid"}
    assert [finding.code for url in dead for finding in check_codes(Printed(codes=[Code(url, "")]))] == list(dead.values())


def test_the_address_of_a_qr_code_is_found_in_the_print_html(good):
    value = {"text": "Mehr im Netz", "show_in": EVERYWHERE}
    article = publish(good.articles[0], body=[paragraph("Alles gut."), ("continues_online", value)])
    printed = read_html(render(again(article), medium=Medium.PRINT).content)
    assert short_url(page=article) in [code.url for code in printed.codes]


def test_a_page_type_may_object(good, monkeypatch):
    """What campaigns do with releases: a hook, no import."""
    objection = Finding("release-withdrawn", Severity.ERROR, details={"name": "Ljudmyla"})
    monkeypatch.setattr(type(good), "print_objections", lambda self, product: [objection], raising=False)
    assert codes(good) == ["release-withdrawn"]


def test_a_translation_with_gaps_and_leftovers(good, locales):
    from wagtail_localize.models import StringTranslation, Translation, TranslationSource

    article = publish(good.articles[0], body=[paragraph("Wir treffen uns jeden Sonntag am Hahn.")])
    for page in [*good.get_ancestors().specific()[1:], good, article]:
        source, _created = TranslationSource.update_or_create_from_instance(page)
        translation = Translation.objects.create(source=source, target_locale=locales["tr"])
        translation.save_target(publish=False)
    translated = article.get_translation(locales["tr"])
    product = article.products()[0]
    assert "untranslated" in [finding.code for finding in check_page(translated, product=product)]
    for segment in source.stringsegment_set.select_related("string", "context"):
        same = segment.string.data if "Sonntag" in segment.string.data else f"tr {segment.string.data}"
        StringTranslation.objects.create(translation_of=segment.string, context=segment.context, locale=locales["tr"], data=same)
    translation.save_target(publish=True)
    (finding,) = [item for item in check_page(again(translated), product=product) if "legal" not in item.code]
    assert (finding.code, finding.severity) == ("same-as-source", Severity.WARNING)
    assert "Sonntag" in finding.details["words"]
    assert finding.block == again(article).body[0].id
    article.title = "Neuer Titel"
    Page.objects.filter(pk=article.pk).update(last_published_at=datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1))
    assert "translation-outdated" in [finding.code for finding in check_page(again(translated), product=product)]


def test_a_small_picture_is_told_while_typing(good):
    small = image_value("Klein", width=300, height=200)
    value = {"image": small, "caption": "", "crop": "original", "print_size": "two", "show_in": EVERYWHERE}
    article = publish(good.articles[0], body=[paragraph("Alles gut."), ("image", value)])
    rendition = render(again(article), medium=Medium.PRINT)
    (finding,) = [item for item in check_resolution(rendition) if item.details["name"] == "Klein"]
    assert finding.code == "picture-coarse"
    assert finding.block == again(article).body[1].id
    assert finding in check_draft(rendition)
