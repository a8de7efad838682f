"""Every form page in every medium, left to right and right to left; surveys and options keep their ids in translations."""

import datetime
import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from cms.core.medium import Medium
from cms.participation.models import Idea, SurveyAnswer, VolunteerPage
from cms.participation.surveys.questions import questions_of
from cms.renditions.formats import SHEETS
from cms.renditions.pdf import make_pdf
from cms.renditions.render import render
from home.demo.translate import translate_page

from .content import make_contact, make_ideas, make_survey, make_volunteers

pytestmark = pytest.mark.django_db
MAKERS = {"contact": make_contact, "volunteers": make_volunteers, "ideas": make_ideas, "survey": make_survey}
ARABIC = {
    "contact": {"Schreiben Sie uns": "اكتبوا إلينا"},
    "volunteers": {
        "Lotsin werden": "كونوا مرافقين",
        "Zum Amt mitgehen": "المرافقة",
        "Vorlesen": "القراءة",
        "Ich bin einverstanden, dass das Büro mich anruft oder mir schreibt.": "أوافق.",
    },
    "ideas": {"Ideenkiste": "صندوق الأفكار", "Verkehr": "المرور", "Sprache": "اللغة"},
    "survey": {
        "Umfrage": "استطلاع",
        **dict(
            zip(
                ("Kommen Sie wieder?", "Ja", "Nein", "Was fehlt?", "Bus"),
                ("هل تعودون؟", "نعم", "لا", "ما الناقص؟", "حافلة"),
                strict=True,
            )
        ),
        **dict(zip(("Bank", "Baum", "Wie war es?", "schlecht", "gut"), ("مقعد", "شجرة", "كيف كان؟", "سيئ", "جيد"), strict=True)),
        **dict(
            zip(
                ("Wie finden Sie", "Essen", "Musik", "geht", "Noch etwas?"),
                ("ما رأيكم", "الطعام", "الموسيقى", "لا بأس", "شيء آخر؟"),
                strict=True,
            )
        ),
    },
}


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture(params=MAKERS)
def kind(request) -> str:
    return request.param


def translated(home, page, *, locale, words):
    if not home.has_translation(locale):
        home.copy_for_translation(locale).save_revision().publish()
    translate_page(page, locale=locale, catalogue=words)
    return type(page).objects.get(translation_key=page.translation_key, locale=locale)


@pytest.fixture
def pages(home, locales, kind) -> dict:
    german = MAKERS[kind](home, standfirst="", closes_at=timezone.now() + datetime.timedelta(days=30))
    return {"de": german, "ar": translated(home, german, locale=locales["ar"], words=ARABIC[kind])}


@pytest.mark.parametrize("code", ["de", "ar"])
def test_every_form_page_is_there_in_every_medium(client, pages, code):
    page = pages[code]
    assert page.live, "a text is missing in the translation"
    web = client.get(page.url).content.decode()
    assert f'lang="{code}"' in web and page.title in web and f"/{code}/participation/{page.translation_key}/" in web
    mail = render(page, medium=Medium.EMAIL)
    assert not mail.problems and page.title in mail.content and f"{page.full_url}#form" in mail.content
    text = render(page, medium=Medium.TEXT).content
    assert page.title in text and f"{page.full_url}#form" in text and "<" not in text
    paper = render(page, medium=Medium.PRINT).content
    assert "data-qr" in paper and f'lang="{code}"' in paper


def test_ids_of_options_and_questions_are_the_same_in_every_language(pages, kind):
    german, arabic = pages["de"], pages["ar"]
    if kind == "survey":
        pairs = list(zip(questions_of(german), questions_of(arabic), strict=True))
        assert all(one.id == other.id and one.text != other.text for one, other in pairs)
        keys = [[key for key, _label in (*one.options, *one.rows)] for one in questions_of(german)]
        assert keys == [[key for key, _label in (*one.options, *one.rows)] for one in questions_of(arabic)]
    elif kind in ("volunteers", "ideas"):
        assert [key for key, _n in german.options()] == [key for key, _n in arabic.options()]
        assert german.options() != arabic.options()
    assert german.form == arabic.form


@pytest.mark.parametrize("design", ["poster", "light"])
def test_a_notice_and_a_card_fit_every_format_they_are_offered_in(home, design):
    page = make_ideas(home, kicker="Ideen", standfirst="Was fehlt, was stört, was könnte schöner sein?")
    for product in page.products():
        for sheet in product.formats:
            content = render(page, medium=Medium.PRINT, product=product.chosen(sheet=sheet, design=design)).content
            assert "Ideenkiste" in re.sub(r"<br>|\xa0|­", " ", content) and sheet in SHEETS


def test_the_notice_is_one_page_of_its_size(home):
    import pypdfium2

    page = make_volunteers(home, kicker="Mithelfen", standfirst="Zwei Stunden im Monat.")
    document = pypdfium2.PdfDocument(make_pdf(render(page, medium=Medium.PRINT)).data)
    assert len(document) == 1
    assert [round(side * 25.4 / 72) for side in document[0].get_size()] == [210, 297]
    assert "Integrationsrat der Stadt Lindenau" in document[0].get_textpage().get_text_bounded()


def test_results_are_printed_as_tables_with_bars(home):
    import pypdfium2

    page = make_survey(home, results="always", summary="Fast alle kommen wieder.")
    first = questions_of(page)[0]
    values = [{first.id: first.options[place % 2][0]} for place in range(6)]
    SurveyAnswer.objects.bulk_create([SurveyAnswer(form=page.form, language="de", values=row) for row in values])
    product = next(one for one in page.products() if one.key == "results")
    document = pypdfium2.PdfDocument(make_pdf(render(page, medium=Medium.PRINT, product=product)).data)
    text = document[0].get_textpage().get_text_bounded()
    assert "Fast alle kommen wieder." in text and "50 %" in text.replace("\xa0", " ") and "Kommen Sie wieder?" in text


def test_results_that_are_not_public_are_not_printed(home):
    page = make_survey(home, results="never")
    assert "results" not in [product.key for product in page.products()]


def test_a_mail_tells_the_newest_ideas_with_their_answers(home):
    page = make_ideas(home)
    idea = Idea.objects.create(form=page.form, language="de", title="x", publication="published", published_at=timezone.now())
    idea.wordings.create(language="de", title="Bank am Platz", text="Zum Ausruhen.", answer="Steht schon.")
    for medium in (Medium.EMAIL, Medium.TEXT):
        content = render(page, medium=medium).content
        assert "Bank am Platz" in content and "Steht schon." in content


def test_a_preview_of_a_page_that_is_not_published_sends_nothing(home, editor, client):
    page = VolunteerPage(title="Entwurf", slug="entwurf", consent="Ja.", live=False)
    home.add_child(instance=page)
    response = page.make_preview_request(preview_mode="web")
    assert response.status_code == 200 and 'action="#form"' not in response.content.decode()
    assert f"/participation/{page.translation_key}/" not in response.content.decode()
