"""What residents send: kept once, told to the office, receipted; and every way to fill a form in wrongly."""

import datetime
import re

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.data_protection import DataProtection
from cms.core.retention import all_rules
from cms.notices.models import Notice
from cms.participation.models import ConsentWording, Idea, Message, Submission, Volunteer
from cms.participation.receiving import own_link
from tests.kept import kept

from .content import CONSENT, filled, make_contact, make_ideas, make_volunteers, send_url, shown, yesterday

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def contact(home):
    return kept("contact", lambda: make_contact(home))


@pytest.fixture
def volunteers(home):
    return kept("volunteers", lambda: make_volunteers(home))


def test_a_message_is_kept_and_the_office_is_told_without_its_words(client, contact):
    answer = client.post(send_url(contact), filled(contact, text="Der Bus fährt nicht.", name="Meryem", subject="Bus"))
    assert answer.status_code == 302 and answer["Location"].endswith("/thanks/")
    message = Message.objects.get()
    assert (message.text, message.name, message.state, message.language) == ("Der Bus fährt nicht.", "Meryem", "new", "de")
    notice = Notice.objects.get()
    assert notice.address == "integrationsrat@lindenau.example"
    assert "Schreiben Sie uns" in notice.text and "Bus fährt" not in notice.text + notice.html
    assert f"/admin/participation/{message.pk}/" in notice.text
    thanks = client.get(answer["Location"])
    assert thanks.status_code == 200 and "Set-Cookie" not in thanks.headers


def test_the_page_shows_its_form_without_script_and_cookie(client, contact):
    page = client.get(contact.url)
    html = page.content.decode()
    assert page.status_code == 200 and not page.cookies
    assert f'action="{send_url(contact)}#form"' in html and 'name="text"' in html and 'name="started"' in html
    assert "csrf" not in html


def test_whoever_leaves_an_address_gets_a_receipt_without_their_words(client, contact):
    client.post(send_url(contact), filled(contact, text="Kaufen Sie billige Uhren", email="ayse@example.org"))
    receipt = Notice.objects.get(purpose="participation.receipt")
    assert receipt.address == "ayse@example.org" and "Uhren" not in receipt.text + receipt.html + receipt.subject
    link = re.search(r"/de/participation/own/[^\s]+", receipt.text)[0]
    page = client.get(link)
    assert "Kaufen Sie billige Uhren" in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer" and "no-store" in page["Cache-Control"]


def test_one_address_gets_five_receipts_a_day(client, contact):
    for number in range(7):
        client.post(send_url(contact), filled(contact, text=f"Nummer {number}", email="opfer@example.org"))
    assert Message.objects.count() == 7
    assert Notice.objects.filter(purpose="participation.receipt").count() == 5


def test_the_link_in_the_receipt_erases_everything_and_says_so_again(client, contact):
    client.post(send_url(contact), filled(contact, text="Bitte löschen", email="a@example.org"))
    row = Message.objects.get()
    link = f"/de/participation/own/{own_link.token(row.pk)}/"
    client.get(link)
    assert Message.objects.exists(), "opening a link changes nothing: mail scanners do that"
    assert client.post(link).status_code == 302
    gone = client.get(link)
    assert gone.status_code == 410 and "nichts mehr" in gone.content.decode()
    assert not Submission.objects.exists() and not Notice.objects.filter(text__contains="own").exists()
    assert client.post(link).status_code == 302


@pytest.mark.parametrize("token", ["x", "1:abc:def", own_link.token(1)[:-2], "%00"], ids=["word", "parts", "cut", "zero"])
def test_a_forged_link_opens_nothing(client, contact, token):
    answer = client.get(f"/de/participation/own/{token}/")
    assert answer.status_code == 404 and "öffnet nichts" in answer.content.decode()


def test_the_same_form_sent_twice_counts_once_and_leads_to_the_same_thanks(client, contact):
    sent = filled(contact, text="Einmal genügt", email="b@example.org")
    first, second = client.post(send_url(contact), sent), client.post(send_url(contact), sent)
    assert first["Location"] == second["Location"]
    assert Message.objects.count() == 1 and Notice.objects.count() == 2  # the office's, and the receipt


def test_two_tabs_are_two_messages(client, contact):
    for text in ("Erstens", "Zweitens"):
        client.post(send_url(contact), filled(contact, text=text))
    assert Message.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": ""}, "Bitte schreiben Sie Ihre Nachricht."),
        ({"text": "x" * 10_000}, "5000"),
        ({"text": "Gut", "email": "keine adresse"}, "Bitte prüfen Sie die E-Mail-Adresse"),
        ({"text": "Gut", "name": "n" * 500}, "120"),
        ({"text": "Gut", "started": "gefälscht"}, "noch einmal"),
        ({"text": "Gut", "started": shown(-3600)}, "noch einmal"),
        ({"text": "Gut", "started": shown(3 * 24 * 3600)}, "noch einmal"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, contact, wrong, said):
    answer = client.post(send_url(contact), filled(contact, **({"subject": "Bleibt stehen"} | wrong)))
    html = answer.content.decode()
    assert answer.status_code == 422 and said in html and 'role="alert"' in html
    assert "Bleibt stehen" in html and wrong["text"] in html
    assert not Submission.objects.exists() and not Notice.objects.exists()


def test_a_form_refused_for_being_quick_goes_through_at_the_second_press(client, contact):
    answer = client.post(send_url(contact), filled(contact, text="Schnell", started=shown(-3600)))
    again = re.search(r'name="started" value="([^"]+)"', answer.content.decode())[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cms.core.public_forms.MINIMUM_SECONDS", -1)
        assert client.post(send_url(contact), filled(contact, text="Schnell", started=again)).status_code == 302


def test_script_comes_back_as_text_everywhere(client, contact, editor):
    evil = '<script>alert("x")</script>"><img src=x onerror=alert(1)>'
    answer = client.post(send_url(contact), filled(contact, text=evil, subject=evil, email="falsch"))
    assert "<script>alert" not in answer.content.decode() and "&lt;script&gt;" in answer.content.decode()
    client.post(send_url(contact), filled(contact, text=evil, subject="Betreff", name=evil, email="c@example.org"))
    row = Message.objects.get()
    own = client.get(f"/de/participation/own/{own_link.token(row.pk)}/").content.decode()
    client.force_login(editor)
    for page in (own, *(client.get(f"/admin/participation{path}").content.decode() for path in (f"/{row.pk}/", "_messages/"))):
        assert "onerror=alert(1)>" not in page and "<script>alert" not in page


def test_control_characters_and_nul_do_no_harm(client, contact):
    assert (
        client.post(send_url(contact), filled(contact, text="Zeile\x00eins\u202eumgedreht", name="A\r\nBcc: x")).status_code
        == 302
    )
    message = Message.objects.get()
    assert "\x00" not in message.text and "\u202e" not in message.text and "\n" not in message.name


def test_a_bot_in_the_trap_is_thanked_and_nothing_is_kept(client, contact):
    answer = client.post(send_url(contact), filled(contact, text="Spam", website="http://spam.example"))
    assert answer.status_code == 302 and answer["Location"].endswith("/thanks/")
    assert not Submission.objects.exists() and not Notice.objects.exists()


def test_too_much_from_one_connection_is_refused_and_nothing_is_lost(client, contact):
    for _number in range(30):
        client.post(send_url(contact), filled(contact, text="Noch eine"))
    answer = client.post(send_url(contact), filled(contact, text="Die einunddreißigste"))
    assert answer.status_code == 429 and "Die einunddreißigste" in answer.content.decode()
    assert Message.objects.count() == 30


def test_a_closed_form_takes_nothing_and_says_since_when(client, home):
    page = make_contact(home, closes_at=yesterday())
    assert "war bis" in client.get(page.url).content.decode()
    answer = client.post(send_url(page), filled(page, text="Zu spät"))
    assert answer.status_code == 410 and not Submission.objects.exists()


def test_drafts_other_languages_and_unknown_forms_are_not_found(client, contact):
    assert client.post(send_url(contact).replace("/de/", "/en/"), {}).status_code == 404
    assert client.post("/de/participation/00000000-0000-0000-0000-000000000000/", {}).status_code == 404
    contact.unpublish()
    assert client.post(send_url(contact), filled(contact, text="x")).status_code == 404


def test_a_form_behind_a_login_is_not_open_at_its_back_door(client, contact):
    PageViewRestriction.objects.create(page=contact, restriction_type=PageViewRestriction.LOGIN)
    assert client.post(send_url(contact), filled(contact, text="x")).status_code == 404
    assert not Submission.objects.exists()


def test_reading_the_address_a_form_is_sent_to_leads_to_the_page(client, contact):
    assert client.get(send_url(contact))["Location"].endswith("/de/kontakt/")


# --- consent ---------------------------------------------------------------------------------------------------------------


def test_volunteers_agree_to_words_that_are_kept(client, volunteers):
    first = volunteers.options()[0][0]
    sent = filled(volunteers, name="Hoa Tran", phone="0170 1", interests=[first], old_enough="on", languages="Vietnamesisch")
    assert client.post(send_url(volunteers), sent).status_code == 302
    row = Volunteer.objects.get()
    assert row.interest_names == ["Zum Amt mitgehen"] and row.consent.text == CONSENT and row.consent.version == 1


def test_the_tick_is_never_set_beforehand_and_never_taken_for_granted(client, volunteers):
    html = client.get(volunteers.url).content.decode()
    assert "checked" not in html
    sent = filled(volunteers, name="Hoa", phone="1", old_enough="on")
    del sent["agreed"]
    answer = client.post(send_url(volunteers), sent)
    assert answer.status_code == 422 and "Bitte setzen Sie hier einen Haken" in answer.content.decode()
    assert not Volunteer.objects.exists()


def test_nobody_agrees_to_words_that_changed_while_they_were_writing(client, volunteers):
    sent = filled(volunteers, name="Hoa", phone="1", old_enough="on")
    volunteers.consent = "Ganz andere Worte."
    volunteers.save_revision().publish()
    answer = client.post(send_url(volunteers), sent)
    html = answer.content.decode()
    assert answer.status_code == 422 and "Ganz andere Worte." in html and "Hoa" in html
    assert not re.search(r'name="agreed"[^>]*checked', html)
    assert client.post(send_url(volunteers), filled(volunteers, name="Hoa", phone="1", old_enough="on")).status_code == 302
    assert ConsentWording.objects.get().text == "Ganz andere Worte."


def test_each_wording_gets_a_version_of_its_own(client, volunteers):
    for text in ("Eins.", "Zwei.", "Eins."):
        volunteers.consent = text
        volunteers.save_revision().publish()
        client.post(send_url(volunteers), filled(volunteers, name="Hoa", phone="1", old_enough="on"))
    assert list(ConsentWording.objects.values_list("version", "text")) == [(1, "Eins."), (2, "Zwei.")]
    assert [row.consent.version for row in Volunteer.objects.order_by("pk")] == [1, 2, 1]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"phone": ""}, "damit wir Sie erreichen"),
        ({"old_enough": ""}, "bestätigen Sie Ihr Alter"),
        ({"interests": ["erfunden"]}, "erfunden"),
    ],
)
def test_a_volunteer_who_forgets_something_is_told(client, volunteers, missing, said):
    sent = filled(volunteers, **({"name": "Hoa", "phone": "1", "old_enough": "on"} | missing))
    answer = client.post(send_url(volunteers), sent)
    assert answer.status_code == 422 and said in answer.content.decode()


def test_a_volunteer_page_without_words_to_agree_to_cannot_be_published(home):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        make_volunteers(home, consent="").full_clean()


# --- how long ---------------------------------------------------------------------------------------------------------------


def carry_out(name: str) -> int:
    return next(rule for rule in all_rules() if rule.name == name).carry_out()


def make_older(row, *, days: int) -> None:
    Submission.objects.filter(pk=row.pk).update(changed_at=timezone.now() - datetime.timedelta(days=days))


def test_messages_go_by_themselves_when_their_time_is_over(client, contact):
    client.post(send_url(contact), filled(contact, text="Alt", email="d@example.org"))
    row = Message.objects.get()
    make_older(row, days=179)
    assert carry_out("participation-messages") == 0
    make_older(row, days=181)
    assert carry_out("participation-messages") == 1
    assert not Submission.objects.exists() and not Notice.objects.exclude(text="").exists()


def test_the_period_is_the_councils_and_the_page_names_it(client, volunteers, home):
    DataProtection.objects.create(site=home.get_site(), keep_volunteers_days=100)
    assert "100" in client.get(volunteers.url).content.decode()
    client.post(send_url(volunteers), filled(volunteers, name="Hoa", phone="1", old_enough="on"))
    make_older(Volunteer.objects.get(), days=101)
    assert carry_out("participation-volunteers") == 1


def test_a_published_idea_stays_and_whoever_had_it_is_forgotten(client, home):
    page = make_ideas(home)
    for title in ("Bänke", "Bäume"):
        client.post(send_url(page), filled(page, title=title, text="Im Original", name="Ali", email="e@example.org"))
    idea, other = Idea.objects.order_by("pk")
    idea.wordings.create(language="de", title="Bänke", text="Mehr Bänke.")
    Idea.objects.filter(pk=idea.pk).update(publication="published", published_at=timezone.now())
    for row in (idea, other):
        make_older(row, days=200)
    assert carry_out("participation-messages") == 1 and carry_out("participation-ideas") == 1
    kept = Idea.objects.get()
    assert (kept.name, kept.email, kept.text) == ("", "", "") and kept.wordings.get().text == "Mehr Bänke."
    assert carry_out("participation-ideas") == 0


def test_the_bin_is_emptied_after_two_weeks(client, contact):
    client.post(send_url(contact), filled(contact, text="Weg damit"))
    row = Message.objects.get()
    Submission.objects.filter(pk=row.pk).update(state="binned")
    make_older(row, days=15)
    assert carry_out("participation-bin") == 1 and not Submission.objects.exists()
