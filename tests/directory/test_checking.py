"""Is it still right? Who is asked and when, what the link can do, and what the office gets."""

import datetime
import re

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Locale

from cms.core import public_forms, retention
from cms.directory import checking
from cms.directory.models import Correction, Organisation
from cms.notices.models import Notice

from .content import make_organisation, translated

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2028, 2, 29)


@pytest.fixture(autouse=True)
def noon():
    """So that no midnight comes between one line and the next."""
    with time_machine.travel(datetime.datetime.combine(TODAY, datetime.time(12), timezone.get_default_timezone())):
        yield


def before(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


@pytest.fixture
def house(home):
    cache.clear()
    return make_organisation(checked_on=before(315), week=[[["09:00", "12:00"]]] * 5 + [[], []])


def link_in(notice: Notice) -> str:
    return re.search(r"https?://\S+(/de/directory/check/\S+/)", notice.text)[1]


def started(seconds: int = 60) -> str:
    with time_machine.travel(timezone.now() - datetime.timedelta(seconds=seconds), tick=False):
        return public_forms.stamp()


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, True),
        ({"checked_on": None}, True),
        ({"checked_on": before(173)}, False),
        ({"check_months": 0}, False),
        ({"email": ""}, False),
        ({"email": "", "checker_email": "leitung@brueckenhaus.example"}, True),
        ({"asked_on": before(1), "asked_times": 1}, False),
        ({"asked_on": before(20), "asked_times": 2}, True),
        ({"asked_on": before(20), "asked_times": 3}, False),
    ],
)
def test_who_is_asked_today(house, fields, asked):
    for name, value in fields.items():
        setattr(house, name, value)
    house.save()
    assert (house in checking.to_ask(today=TODAY)) is asked


def test_a_translation_is_never_asked_beside_its_source(house):
    translated(house, "ar", helps_with="استشارة")
    assert checking.to_ask(today=TODAY) == [house]


def test_the_duty_asks_once_a_day_and_gives_up_after_three_mails(house):
    assert checking.ask_daily() == 1
    assert checking.ask_daily() == 0
    for _time in range(3):
        cache.clear()
        Organisation.objects.update(asked_on=datetime.date(2026, 1, 1))
        checking.ask_daily()
    assert Notice.objects.filter(purpose="directory.check").count() == 3
    assert [entry.name for entry in checking.silent()] == ["Brückenhaus"]


def test_the_mail_shows_the_entry_and_goes_to_who_is_to_be_asked(house):
    house.checker_email = "leitung@brueckenhaus.example"
    house.save()
    checking.ask(house)
    notice = Notice.objects.get()
    assert notice.address == "leitung@brueckenhaus.example" and "Brückenhaus" in notice.subject
    assert "Mo–Fr 9 bis 12 Uhr" in re.sub(r"\s", " ", notice.text) and "089 99991-310" in notice.html


def test_opening_the_link_changes_nothing_and_the_button_confirms(house, client):
    checking.ask(house)
    link = link_in(Notice.objects.get())
    page = client.get(link)
    assert page.status_code == 200 and "Brückenhaus" in page.content.decode() and page["Referrer-Policy"] == "no-referrer"
    client.head(link)
    house.refresh_from_db()
    assert house.checked_on == before(315)
    for _twice in range(2):
        assert client.post(link, {"right": "1"}).status_code == 200
    house.refresh_from_db()
    assert house.checked_on == timezone.localdate() and house.asked_times == 0 and house.asked_on is None


def test_confirming_reaches_every_language(house, client):
    arabic = translated(house, "ar", helps_with="استشارة")
    checking.confirm(house)
    arabic.refresh_from_db()
    assert arabic.checked_on == timezone.localdate()


def test_a_correction_goes_to_the_office_once(house, client):
    link = link_in_of(house)
    data = {"text": "Wir sind umgezogen: Wehrstraße 14 <script>", "started": started(), "website": ""}
    for _twice in range(2):
        assert client.post(link, data).status_code == 200
    assert Correction.objects.get().text == "Wir sind umgezogen: Wehrstraße 14 <script>"
    office = Notice.objects.get(purpose="directory.correction")
    assert office.address == "integrationsrat@lindenau.example" and "umgezogen" in office.text and "<script>" not in office.html
    house.refresh_from_db()
    assert house.checked_on == before(315), "a correction is no confirmation"


def link_in_of(entry) -> str:
    return re.search(r"(/de/directory/check/\S+/)", checking.address(entry))[1]


def test_a_trapped_bot_hears_thanks_and_nothing_is_kept(house, client):
    data = {"text": "Kaufen Sie", "started": started(), "website": "https://spam.example"}
    assert client.post(link_in_of(house), data).status_code == 200
    assert not Correction.objects.exists() and not Notice.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "x" * 10_000])
def test_an_answer_that_cannot_be_taken_is_explained_and_kept(house, client, text):
    response = client.post(link_in_of(house), {"text": text, "started": started(), "website": ""})
    page = response.content.decode()
    assert response.status_code == 422 and 'role="alert"' in page and text.strip() in page
    assert not Correction.objects.exists()


@pytest.mark.parametrize("token", ["abc", "WyJvcmdhbmlzYXRpb24iLDFd:1wxyz:falsch", "%00", "x" * 3000])
def test_a_forged_link_opens_nothing(house, client, token):
    assert client.get(f"/de/directory/check/{token}/").status_code in (404, 410)


def test_an_old_link_and_that_of_a_deleted_entry_say_so(house, client):
    link = link_in_of(house)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=61)):
        response = client.post(link, {"right": "1"})
    assert response.status_code == 410
    house.delete()
    assert client.get(link).status_code == 410


def test_the_link_of_an_organisation_opens_no_person(house, client):
    token = checking.link.token(["organisation", house.pk + 1000])
    assert client.get(f"/de/directory/check/{token}/").status_code == 410
    assert client.get(f"/de/directory/check/{checking.link.token(['user', 1])}/").status_code == 410


def test_answering_again_and_again_is_limited(house, client):
    link = link_in_of(house)
    answers = [client.post(link, {"right": "1"}).status_code for _time in range(32)]
    assert answers[0] == 200 and answers[-1] == 429


def test_corrections_are_forgotten_after_they_were_worked_in(house):
    for state in Correction.State:
        checking.correct(house, text="Neu", once=f"{state}-1")
        Correction.objects.filter(once=f"{state}-1").update(state=state, created_at=timezone.now() - datetime.timedelta(days=400))
    next(rule for rule in retention.all_rules() if rule.name == "directory.corrections").carry_out()
    assert list(Correction.objects.values_list("state", flat=True)) == ["open"]


def test_an_entry_in_another_language_alone_is_not_asked(house):
    house.delete()
    turkish = Locale.objects.get_or_create(language_code="tr")[0]
    Organisation.objects.create(name="Dernek", email="a@dernek.example", locale=turkish, needs="papiere")
    assert checking.to_ask(today=TODAY) == []
