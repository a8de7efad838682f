"""Surveys: every kind of question, invitation codes, results that show nobody, tables to take along."""

import csv
import io
import re
import threading

import pytest
from django.core.cache import cache
from django.db import connection
from openpyxl import load_workbook

from cms.core.retention import all_rules
from cms.participation.models import Submission, SurveyAnswer, SurveyCode, SurveyPage
from cms.participation.surveys.answering import CodeRefused, use_code
from cms.participation.surveys.codes import make_codes
from cms.participation.surveys.questions import questions_of
from cms.participation.surveys.results import parts, results_of
from tests.kept import kept

from .content import filled, make_survey, send_url, yesterday

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def survey(home) -> SurveyPage:
    return kept("survey", lambda: make_survey(home, results="always"))


def answers(page: SurveyPage, *, single: int = 0, **more) -> dict:
    """A full set of answers; `single`: which option of the first question."""
    first, several, scale, matrix, text = questions_of(page)
    sent = {
        first.field: first.options[single][0],
        several.field: [several.options[0][0], several.options[2][0]],
        scale.field: "4",
        text.field: "Mehr Musik!",
    }
    sent |= {matrix.row_field(row): matrix.options[0][0] for row, _label in matrix.rows}
    return filled(page, **(sent | more))


def send(client, page, number: int = 1, **more) -> None:
    for _place in range(number):
        assert client.post(send_url(page), answers(page, **more)).status_code == 302


def results_page(client, page) -> str:
    return client.get(f"{send_url(page)}results/").content.decode()


def test_every_kind_of_question_is_kept_by_the_ids_of_its_options(client, survey):
    send(client, survey, single=1)
    first, several, scale, matrix, text = questions_of(survey)
    row = SurveyAnswer.objects.get()
    assert row.values == {
        first.id: first.options[1][0],
        several.id: [several.options[0][0], several.options[2][0]],
        scale.id: "4",
        matrix.id: {key: matrix.options[0][0] for key, _label in matrix.rows},
        text.id: "Mehr Musik!",
    }
    assert not Submission.objects.exists()
    assert {field.name for field in SurveyAnswer._meta.fields}.isdisjoint({"name", "email", "ip", "code"})


def test_the_same_answers_sent_twice_count_once(client, survey):
    sent = answers(survey)
    client.post(send_url(survey), sent)
    assert client.post(send_url(survey), sent).status_code == 302
    assert SurveyAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda first, several, scale, text: {first.field: ""}, "Bitte beantworten Sie diese Frage."),
        (lambda first, several, scale, text: {first.field: "erfunden"}, "erfunden"),
        (lambda first, several, scale, text: {several.field: [key for key, _n in several.options]}, "höchstens 2 Antworten"),
        (lambda first, several, scale, text: {scale.field: "99"}, "99"),
        (lambda first, several, scale, text: {text.field: "x" * 10_000}, "2000"),
    ],
)
def test_a_wrong_answer_is_named_and_the_others_stay(client, survey, change, said):
    first, several, scale, _matrix, text = questions_of(survey)
    answer = client.post(send_url(survey), answers(survey, **change(first, several, scale, text)))
    html = answer.content.decode()
    assert answer.status_code == 422 and said in html and not SurveyAnswer.objects.exists()
    assert "checked" in html


def test_an_empty_survey_is_not_kept(client, home):
    from .content import stream

    question = ("text", {"question": "Noch etwas?", "hint": "", "needed": False})
    page = make_survey(home, questions=stream(SurveyPage, "questions", [question]))
    answer = client.post(send_url(page), filled(page))
    assert answer.status_code == 422 and "Noch ist nichts beantwortet" in answer.content.decode()


# --- results ----------------------------------------------------------------------------------------------------------------


def test_below_five_answers_nothing_is_shown(client, survey):
    send(client, survey, 4)
    html = results_page(client, survey)
    assert "weniger als fünf" in html and '<svg class="chart__bar"' not in html
    assert results_of(survey).outcomes == []


def test_results_are_charts_with_words_and_a_table(client, survey):
    send(client, survey, 3)
    send(client, survey, 2, single=1)
    html = results_page(client, survey)
    assert "Kommen Sie wieder?" in html and "60 %" in html.replace("\xa0", " ") and "40 %" in html.replace("\xa0", " ")
    assert 'aria-hidden="true"' in html and 'width="60.0%"' in html
    assert re.search(r"<th scope=\"row\"[^>]*>Ja</th><td>3</td>", html)
    assert "4,0" in html and "im Durchschnitt" in html
    assert "Mehr Musik!" not in html and "5 Menschen haben etwas geschrieben" in html


def test_a_question_that_few_answered_stays_hidden_in_a_survey_that_many_answered(client, survey):
    several = questions_of(survey)[1]
    send(client, survey, 4)
    send(client, survey, 3, **{several.field: []})
    outcome = results_of(survey).outcomes[1]
    assert outcome.is_hidden and outcome.bars == []
    assert "Diese Frage haben weniger als fünf" in results_page(client, survey)


def test_a_part_is_only_shown_if_the_rest_cannot_be_found_by_subtracting(survey):
    for group, number in (("Vereine", 5), ("Schulen", 6), ("Betriebe", 2)):
        SurveyAnswer.objects.bulk_create([SurveyAnswer(form=survey.form, language="de", group=group) for _one in range(number)])
    assert dict(parts(survey, "group")) == {"Vereine": 5, "Schulen": 6}
    SurveyAnswer.objects.filter(group="Schulen").delete()
    assert parts(survey, "group") == []


def test_results_are_only_public_when_the_page_says_so(client, home):
    page = make_survey(home, results="closed")
    assert client.get(f"{send_url(page)}results/").status_code == 404
    page.closes_at = yesterday()
    page.save_revision().publish()
    assert client.get(f"{send_url(page)}results/").status_code == 200
    page.results = "never"
    page.save_revision().publish()
    assert client.get(f"{send_url(page)}results/").status_code == 404


# --- codes ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def by_code(home) -> SurveyPage:
    return kept("survey by code", lambda: make_survey(home, audience="codes"))


def test_a_code_is_good_for_one_answer_and_is_not_kept_with_it(client, by_code, editor):
    code = make_codes(by_code.form, group="TSV 1904", number=1, user=editor)[0]
    assert client.post(send_url(by_code), answers(by_code, code=f"{code.code[:4].lower()} {code.code[4:]}")).status_code == 302
    row = SurveyAnswer.objects.get()
    assert row.group == "TSV 1904" and code.code not in str(row.values)
    assert SurveyCode.objects.get().state == "used"
    again = client.post(send_url(by_code), answers(by_code, code=code.code))
    assert again.status_code == 422 and "Dieser Code öffnet die Umfrage nicht" in again.content.decode()
    assert "Mehr Musik!" in again.content.decode() and SurveyAnswer.objects.count() == 1


def test_used_wrong_and_foreign_codes_get_the_same_answer(client, by_code, home, editor):
    other = make_survey(home, audience="codes", slug="andere")
    foreign = make_codes(other.form, group="x", number=1, user=editor)[0].code
    blocked = make_codes(by_code.form, group="x", number=1, user=editor)[0]
    SurveyCode.objects.filter(pk=blocked.pk).update(state="blocked")
    pages = []
    for code in (foreign, blocked.code, "AAAAAAAA"):
        answer = client.post(send_url(by_code), answers(by_code, code=code))
        assert answer.status_code == 422
        pages.append(re.sub(r'value="[^"]*"|href="[^"]*"', "", answer.content.decode()))
    assert len(set(pages)) == 1 and not SurveyAnswer.objects.exists()


def test_codes_cannot_be_tried_out(client, by_code):
    states = [client.post(send_url(by_code), answers(by_code, code=f"WRONG{number}")).status_code for number in range(17)]
    assert states[:15] == [422] * 15 and states[15:] == [429, 429]


def test_without_a_code_nobody_answers_and_the_link_fills_it_in(client, by_code):
    assert client.post(send_url(by_code), answers(by_code)).status_code == 422
    assert 'value="ABCD2345"' in client.get(f"{by_code.url}?code=abcd2345").content.decode()
    assert "<script>" not in client.get(f"{by_code.url}?code=<script>").content.decode().replace("<script src", "")


@pytest.mark.django_db(transaction=True)
def test_of_ten_at_the_same_moment_one_gets_the_code(home, editor):
    page = make_survey(home, audience="codes")
    code = make_codes(page.form, group="x", number=1, user=editor)[0].code
    got, refused = [], []

    def attempt():
        try:
            got.append(use_code(page, code))
        except CodeRefused:
            refused.append(1)
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _one in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert (got, len(refused)) == (["x"], 9)


# --- the office -------------------------------------------------------------------------------------------------------------


def test_the_office_reads_what_people_wrote_and_takes_it_along(client, survey, editor):
    send(client, survey, 5, **{questions_of(survey)[4].field: '=HYPERLINK("http://x")'})
    client.force_login(editor)
    base = f"/admin/participation_surveys/{survey.form.pk}"
    assert "HYPERLINK" in client.get(f"{base}/").content.decode()
    rows = list(csv.reader(io.StringIO(client.get(f"{base}/answers/csv/").content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][2:5] == ["Kommen Sie wieder?", "Was fehlt?", "Wie war es?"]
    assert rows[1][2:8] == ["Ja", "Bus; Baum", "4", "gut", "gut", '\'=HYPERLINK("http://x")'] and len(rows) == 6
    sheet = load_workbook(io.BytesIO(client.get(f"{base}/answers/xlsx/").content)).active
    assert sheet["H2"].value.startswith("'=") and sheet["H2"].data_type == "s"
    assert client.get(f"{base}/answers/exe/").status_code == 404


def test_nothing_is_taken_along_while_a_line_would_show_a_person(client, survey, editor):
    send(client, survey, 4)
    client.force_login(editor)
    base = f"/admin/participation_surveys/{survey.form.pk}"
    assert client.get(f"{base}/answers/csv/").status_code == 302
    assert "Mehr Musik!" not in client.get(f"{base}/").content.decode()


def test_codes_are_made_listed_saved_and_blocked(client, by_code, editor):
    client.force_login(editor)
    url = f"/admin/participation_surveys/{by_code.form.pk}/codes/"
    assert client.post(url, {"group": "Mittelschule", "number": 3}).status_code == 302
    assert client.post(url, {"group": "", "number": 9999}).status_code == 200
    lines = client.get(f"{url}csv/").content.decode("utf-8-sig").splitlines()
    code = SurveyCode.objects.first().code
    assert len(lines) == 4 and any(f"?code={code}" in line for line in lines)
    client.post(url, {"block": "Mittelschule"})
    assert set(SurveyCode.objects.values_list("state", flat=True)) == {"blocked"}


def test_free_texts_go_after_their_time_and_what_was_chosen_stays(client, survey, settings):
    send(client, survey, 5)
    rule = next(rule for rule in all_rules() if rule.name == "participation-surveys")
    assert rule.carry_out() == 0
    SurveyPage.objects.update(closes_at="2020-01-01T00:00Z")
    assert rule.carry_out() == 5 and rule.carry_out() == 0
    page = SurveyPage.objects.get()
    assert [outcome.answered for outcome in results_of(page).outcomes] == [5, 5, 5, 5, 0]
