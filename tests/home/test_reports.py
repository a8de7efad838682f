"""The office's reports: readability, every page in every language, reviews that are due, the rhythm of the papers."""

import datetime
import html as html_module
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from openpyxl import load_workbook
from wagtail.models import Locale, Page, PageLogEntry

from cms.core.lamps import Lamp
from cms.editions.models import EditionPage
from cms.notices.models import Notice
from home.models import StandardPage
from home.reports.audit import lines_for, site_languages
from home.reports.cadence import cadence_of
from home.reports.readability import readability
from home.reports.review import due_items, remind_due
from home.reports.texts import pictures_without_text, text_of
from tests.bodies import GERMAN, every_block
from tests.directory.papers import make_document
from tests.factories import make_image

EASY = (
    "Der Rat hilft Ihnen. Er berät Sie gern. Sie können am Montag kommen. Das Büro ist offen. Wir sprechen viele Sprachen. " * 4
)
HARD = (
    "Die Inanspruchnahme kommunaler Integrationsdienstleistungen setzt die Beibringung sämtlicher aufenthaltsrechtlich "
    "relevanter Unterlagen sowie die fristgerechte Beantragung der Kostenübernahmeerklärung gegenüber der zuständigen "
    "Verwaltungseinheit voraus. "
) * 4


# --- readability ---------------------------------------------------------------------------------------------------------
def test_plain_german_is_told_from_officialese():
    easy, hard = readability(EASY, language="de"), readability(HARD, language="de")
    assert (easy.lamp, hard.lamp) == (Lamp.OK, Lamp.NO)
    assert easy.ease > 60 and hard.ease == 0


def test_the_formula_is_amstads():
    text = "Der Integrationsrat berät den Stadtrat in allen Fragen, die das Zusammenleben betreffen. " * 6
    found = readability(text, language="de")
    assert (found.per_sentence, found.ease) == (12, 36)  # 180 - 12 - 58.5 × 27 / 12


def test_leichte_sprache_has_rules_of_its_own():
    assert readability(EASY, language="de-x-leicht").lamp is Lamp.OK
    long = EASY + "Dieser eine Satz ist leider sehr viel zu lang geraten, weil er immer noch ein Wort und noch eines anhängt. "
    assert readability(long, language="de-x-leicht").lamp is Lamp.OLD


def test_where_no_formula_is_known_the_length_of_sentences_counts():
    found = readability("Bu bir cümledir ve kısadır. " * 20, language="tr")
    assert (found.lamp, found.ease) == (Lamp.OK, None)


@pytest.mark.parametrize("text", ["Am 3. Mai um 18 Uhr.", "Der Rat hilft z. B. bei Anträgen."])
def test_dates_and_abbreviations_end_no_sentence(text):
    assert readability(text * 30, language="de").longest >= 4


def test_short_texts_are_not_judged():
    assert readability("Zwei Worte.", language="de").lamp is Lamp.NA


# --- words and pictures of a page ----------------------------------------------------------------------------------------
def test_every_block_is_read_and_addresses_are_not(edition):
    article = edition.lead()
    article.body = every_block(image=make_image("Probe"), page=edition, words=GERMAN)
    text = text_of(article)
    assert GERMAN["question"] in text and "https://" not in text and "<" not in text


def test_pictures_without_words_are_counted(edition):
    article = edition.lead()
    before = pictures_without_text(article)
    article.lead_image, article.lead_alt = make_image("Probe"), ""
    picture = {"image": make_image("Zweite"), "alt_text": "", "decorative": False}
    article.body = [("image", {"image": None, "caption": ""})]
    article.body.raw_data[0]["value"]["image"] = picture | {"image": 1}
    assert pictures_without_text(article) == before + 2


# --- the audit -----------------------------------------------------------------------------------------------------------
def audit(page, *codes) -> dict[str, object]:
    languages = [Locale.objects.get(language_code=code) for code in codes]
    return {line.locale.language_code: line for line in lines_for([Page.objects.get(pk=page.pk)], languages=languages)}


def test_a_page_without_translation_is_missing_there(edition):
    lines = audit(edition.lead(), "de", "ar")
    assert lines["de"].translated.lamp is Lamp.OK
    assert (lines["ar"].translated.lamp, lines["ar"].is_missing) == (Lamp.NO, True)
    assert "submit" in lines["ar"].translated.url


def test_a_translation_is_outdated_when_the_original_moves_on(home):
    page = home.add_child(instance=StandardPage(title="Leitbild", slug="leitbild"))
    page.save_revision().publish()
    locale = Locale.objects.get(language_code="ar")
    for original in (home, page):
        original.copy_for_translation(locale).save_revision().publish()
    assert audit(page, "ar")["ar"].translated.lamp is Lamp.OK
    Page.objects.filter(pk=page.pk).update(last_published_at=timezone.now() + datetime.timedelta(minutes=5))
    assert audit(page, "ar")["ar"].translated.lamp is Lamp.OLD
    assert locale in site_languages()


def test_a_page_that_should_have_a_pdf_and_has_none_is_told(edition):
    line = audit(edition, "de")["de"]
    assert (line.pdf.lamp, line.needs_work) == (Lamp.NO, True)
    assert audit(edition.publication, "de")["de"].pdf.lamp is Lamp.NA


def test_many_pages_cost_few_queries(edition, django_assert_max_num_queries):
    pages = list(Page.objects.filter(depth__gt=1, locale__language_code="de").select_related("locale"))
    languages = [Locale.objects.get(language_code=code) for code in ("de", "ar")]
    with django_assert_max_num_queries(30):
        lines_for(pages, languages=languages)


def test_the_audit_opens_filters_and_exports(client, editor, edition):
    client.force_login(editor)
    address = reverse("publication_audit")
    with translation.override("de"):
        html = html_module.unescape(client.get(address).content.decode())
    assert edition.title in html and "Barrierefreies PDF" in html
    assert edition.title in client.get(address, {"language": "de", "work": "true"}).content.decode()
    rows = list(load_workbook(BytesIO(client.get(address, {"export": "xlsx"}).getvalue())).active.rows)
    assert len(rows) > 4 and len(rows[0]) == 14


def test_a_title_that_begins_like_a_formula_is_only_text_in_the_export(client, editor, home):
    home.add_child(instance=StandardPage(title="=1+1", slug="formel")).save_revision().publish()
    client.force_login(editor)
    assert "'=1+1" in client.get(reverse("publication_audit"), {"export": "csv"}).getvalue().decode()


# --- reviews -------------------------------------------------------------------------------------------------------------
@pytest.fixture
def leitbild(home, editor):
    page = StandardPage(title="Leitbild", slug="leitbild", review_on=timezone.localdate(), owner=editor)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_pages_and_documents_are_due_on_their_day(leitbild):
    today = timezone.localdate()
    make_document(title="Satzung", number="", review_on=today - datetime.timedelta(days=1))
    make_document(title="Später", number="", review_on=today + datetime.timedelta(days=30))
    assert [due.title for due in due_items(until=today)] == ["Satzung", "Leitbild"]


def test_who_looks_after_a_page_is_reminded_once(leitbild, editor):
    assert remind_due() == 1
    notice = Notice.objects.get(purpose="home.review")
    assert notice.address == editor.email and "Leitbild" in notice.text and f"/pages/{leitbild.pk}/edit/" in notice.text
    assert remind_due() == 0
    leitbild.review_on -= datetime.timedelta(days=2)  # another date is another reminder
    leitbild.save()
    assert remind_due() == 1
    assert PageLogEntry.objects.filter(action="home.review_reminder", page_id=leitbild.pk).count() == 2


def test_what_nobody_looks_after_goes_to_the_office(home):
    make_document(title="Satzung", number="", review_on=timezone.localdate())
    assert remind_due() == 1
    assert "Satzung" in Notice.objects.get(purpose="home.review").text


def test_what_is_due_stands_on_the_dashboard_and_in_the_report(client, editor, leitbild):
    client.force_login(editor)
    assert "Leitbild" in client.get(reverse("wagtailadmin_home")).content.decode()
    assert f"/pages/{leitbild.pk}/edit/" in client.get(reverse("review_report")).content.decode()
    assert b"Leitbild" in client.get(reverse("review_report"), {"export": "csv"}).getvalue()


# --- rhythm --------------------------------------------------------------------------------------------------------------
def test_a_paper_that_appears_twice_a_year_is_due_after_half_a_year(edition):
    EditionPage.objects.filter(pk=edition.pk).update(date=datetime.date(2026, 4, 14))
    paper = edition.publication
    days = [datetime.date(2026, 6, 1), datetime.date(2026, 9, 10), datetime.date(2026, 10, 20)]
    states = [cadence_of(paper, today=day) for day in days]
    assert [state.lamp for state in states] == [Lamp.OK, Lamp.OLD, Lamp.NO]
    late = states[2]
    assert (late.due, late.days, late.warns) == (datetime.date(2026, 10, 14), 6, True)


def test_a_draft_in_preparation_calms_the_warning_until_it_is_late(edition):
    EditionPage.objects.filter(pk=edition.pk).update(date=datetime.date(2026, 4, 14))
    draft = EditionPage(
        title="Nr. 25", slug="nr-25", number=25, season="Herbst 2026", date=datetime.date(2026, 10, 14), live=False
    )
    edition.publication.add_child(instance=draft)
    assert cadence_of(edition.publication, today=datetime.date(2026, 9, 10)).lamp is Lamp.WORK
    assert cadence_of(edition.publication, today=datetime.date(2026, 10, 20)).lamp is Lamp.NO


def test_the_rhythm_opens_and_exports(client, editor, edition):
    client.force_login(editor)
    assert edition.publication.title in client.get(reverse("cadence_report")).content.decode()
    assert edition.publication.title in client.get(reverse("cadence_report"), {"export": "csv"}).getvalue().decode()


def test_reports_are_for_people_who_may_edit(client, django_user_model, edition):
    client.force_login(django_user_model.objects.create_user("leser", "leser@lindenau.example", "x"))
    for name in ("publication_audit", "review_report", "cadence_report"):
        assert client.get(reverse(name)).status_code == 302
