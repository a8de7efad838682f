"""The office looks through what residents sent: accepts, asks back, refuses, and takes a decision back in time."""

import datetime
import io
import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from cms.campaigns import moderation, submissions
from cms.campaigns.duplicates import Same, duplicates_of
from cms.campaigns.models import CampaignPage, Release, ReleaseWording, Submission, TestimonialPage
from cms.campaigns.numbers import numbers_of
from cms.campaigns.photos import advice, alike, fingerprint
from cms.campaigns.releases import change_release
from cms.core.models import CouncilImage
from cms.core.permissions import ensure_editor_group
from cms.core.uploads import Upload
from cms.notices.models import Notice
from tests.campaigns.content import make_campaign, make_person
from tests.kept import kept

pytestmark = pytest.mark.django_db
State = Submission.State


@pytest.fixture
def campaign(home):
    return kept("campaign", lambda: make_campaign(home))


def photo_bytes(size=(800, 1000), *, quality=90, flip=False) -> bytes:
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    picture.paste("#c8321f", (size[0] // 4, size[1] // 5, size[0] // 2, size[1] // 2))
    out = io.BytesIO()
    (picture.rotate(180) if flip else picture).save(out, "JPEG", quality=quality)
    return out.getvalue()


def make_submission(campaign, *, number: int = 1, photo: bytes | None = None, **fields) -> Submission:
    wording = ReleaseWording.current(language="de", campaign_key=campaign.translation_key, text="Ich erlaube das.")
    values = {
        "once": f"{number:032d}",
        "campaign": campaign,
        "site": campaign.get_site(),
        "language": "de",
        "state": State.WAITING,
        "statement": "Hier kennt mich der Bus.",
        "story": "Er wartet, wenn ich renne.",
        "name": "Emre Aydın",
        "line": "Busfahrer",
        "age": 38,
        "email": "emre@lindenau.example",
        "media": ["web", "poster"],
        "purposes": ["campaign"],
        "period": "3",
        "wording": wording,
        "confirmed_at": timezone.now(),
    }
    submission = Submission(**(values | fields))
    if photo:
        with Image.open(io.BytesIO(photo)) as picture:
            size = picture.size
        submissions.set_photo(submission, Upload("ich.jpg", photo, "jpg", *size))
    submission.save()
    return submission


@pytest.fixture
def office(client, editor, django_capture_on_commit_callbacks):
    """Presses a button on the desk."""
    client.force_login(editor)

    def press(submission, act, **values):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse("campaign_submission_decide", args=[submission.pk, act]), values, follow=True)

    return press


def test_accepting_makes_a_draft_with_portrait_and_release(office, campaign):
    submission = make_submission(campaign, photo=photo_bytes())
    assert office(submission, "accept", one_click="1").status_code == 200
    page = TestimonialPage.objects.get()
    assert not page.live and page.get_parent().pk == campaign.pk
    assert (page.title, page.statement, page.line, page.age) == (
        "Emre Aydın",
        "Hier kennt mich der Bus.",
        "Busfahrer",
        38,
    )
    assert page.long_statement == "Er wartet, wenn ich renne."
    assert (page.portrait.width, page.portrait.credit, page.portrait.licence) == (800, "Emre Aydın", "agreed")
    assert "emre" not in page.portrait.file.name and "emre" not in page.slug
    release = Release.objects.get()
    assert (release.state, release.media) == ("given", ["web", "poster"])
    assert release.until == moderation.release_end(submission)
    assert "de v1" in release.note
    submission.refresh_from_db()
    assert (submission.state, submission.testimonial_key) == (State.ACCEPTED, page.translation_key)


def test_words_in_another_language_stay_the_original(office, campaign, locales):
    campaign.copy_for_translation(locales["ar"], copy_parents=True).save_revision().publish()
    said = "نحلاتي لا تعرف حدوداً."
    submission = make_submission(campaign, language="ar", said_in="ar", statement=said, line="نحّال", story="")
    office(submission, "accept", statement="Meine Bienen kennen keine Grenze.", line="Imker")
    german = TestimonialPage.objects.get(locale=locales["de"])
    arabic = TestimonialPage.objects.get(locale=locales["ar"]).get_latest_revision_as_object()
    assert german.statement == "Meine Bienen kennen keine Grenze."
    assert (german.original_language, german.original_statement) == ("ar", said)
    assert (arabic.statement, arabic.line) == (said, "نحّال")
    assert arabic.translation_key == german.translation_key


def test_without_a_translation_the_draft_waits_for_one(office, campaign):
    submission = make_submission(campaign, language="tr", said_in="tr", statement="Otobüs beni tanır.")
    office(submission, "accept", statement="", line="")
    page = TestimonialPage.objects.get()
    assert (page.statement, page.original_statement) == ("", "Otobüs beni tanır.")


def test_a_long_story_becomes_paragraphs_and_no_markup(office, campaign):
    submission = make_submission(campaign, story="<b>Erstens</b> " * 40 + "\n\nZweitens.")
    office(submission, "accept", one_click="1")
    page = TestimonialPage.objects.get().get_latest_revision_as_object()
    texts = [block.value["text"].source for block in page.body]
    assert len(texts) == 2 and "&lt;b&gt;Erstens" in texts[0] and page.long_statement == ""


def test_an_acceptance_is_undone_without_a_trace(office, campaign):
    submission = make_submission(campaign, photo=photo_bytes())
    office(submission, "accept", one_click="1")
    office(submission, "undo")
    submission.refresh_from_db()
    assert (submission.state, submission.testimonial_key) == (State.WAITING, None)
    assert not TestimonialPage.objects.exists() and not CouncilImage.objects.filter(title="Emre Aydın").exists()
    assert not Release.objects.exists()
    assert submission.photo.storage.exists(submission.photo.name)
    assert mail.outbox == []


def test_nobody_is_told_before_ten_minutes_and_everybody_after(
    office, campaign, time_machine, django_capture_on_commit_callbacks
):
    time_machine.move_to(timezone.now(), tick=True)
    submission = make_submission(campaign, photo=photo_bytes())
    office(submission, "refuse", reason="Der Satz steht schon auf einem Plakat.")
    assert moderation.tell_decided() == 0
    assert mail.outbox == []
    time_machine.shift(11 * 60)
    with django_capture_on_commit_callbacks(execute=True):
        assert moderation.tell_decided() == 1
    assert "Der Satz steht schon auf einem Plakat." in mail.outbox[0].body
    submission.refresh_from_db()
    assert not submission.photo
    assert "nicht mehr rückgängig" in office(submission, "undo").content.decode()
    assert moderation.tell_decided() == 0
    submission.refresh_from_db()
    assert submission.state == State.REFUSED


def test_a_question_travels_and_the_answer_comes_back(client, office, campaign, django_capture_on_commit_callbacks, time_machine):
    time_machine.move_to(timezone.now(), tick=True)
    submission = make_submission(campaign)
    office(submission, "ask", question="Dürfen wir ein Foto machen?")
    assert "Dürfen wir ein Foto machen?" in mail.outbox[0].body
    own = re.search(r"https?://[^/\s]+(/\S+/mine/\S+)", mail.outbox[0].body)[1]
    page = client.get(own).content.decode()
    assert "Dürfen wir ein Foto machen?" in page
    started = re.search(r'name="started" value="([^"]*)"', page)[1]
    time_machine.shift(3)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(own, {"answer": "Gern, am Donnerstag.", "statement": "Der Bus kennt mich.", "started": started})
    submission.refresh_from_db()
    assert (submission.state, submission.answer, submission.statement) == (
        State.WAITING,
        "Gern, am Donnerstag.",
        "Der Bus kennt mich.",
    )
    assert mail.outbox[-1].to == ["integrationsrat@lindenau.example"]


def test_a_question_without_words_is_asked_for(office, campaign):
    submission = make_submission(campaign)
    answer = office(submission, "ask", question=" ")
    assert answer.status_code == 422
    submission.refresh_from_db()
    assert submission.state == State.WAITING


def test_two_people_in_the_office_decide_once(office, campaign, editor):
    submission = make_submission(campaign)
    stale = Submission.objects.get(pk=submission.pk)
    office(submission, "accept", one_click="1")
    with pytest.raises(submissions.SubmissionError):
        moderation.refuse(stale, reason="", user=editor)
    assert "schneller" in office(submission, "refuse", reason="").content.decode()
    assert TestimonialPage.objects.count() == 1


def test_accepting_twice_makes_one_testimonial(office, campaign):
    submission = make_submission(campaign)
    office(submission, "accept", one_click="1")
    office(submission, "accept", one_click="1")
    assert TestimonialPage.objects.count() == 1


def test_the_link_to_approve_goes_to_the_person(office, campaign):
    submission = make_submission(campaign, language="ar", said_in="de")
    office(submission, "accept", one_click="1")
    office(submission, "approval")
    assert re.search(r"/ar/campaigns/approval/\S+", mail.outbox[0].body)
    assert mail.outbox[0].to == ["emre@lindenau.example"]


def test_the_queue_shows_who_waits_and_what_can_be_undone(client, editor, office, campaign):
    for number in range(3):
        make_submission(campaign, number=number, name=f"Person {number}", email=f"{number}@lindenau.example")
    office(Submission.objects.get(name="Person 2"), "refuse", reason="")
    page = client.get(reverse("campaign_submissions")).content.decode()
    assert "Person 0" in page and "Person 1" in page
    assert "Gerade entschieden" in page and "Person 2" in page
    assert "(2)" in client.get(reverse("wagtailadmin_home")).content.decode()
    found = client.get(reverse("campaign_submissions"), {"q": "Person 1"}).content.decode()
    assert "Person 1" in found and "Person 0" not in found


def test_the_queue_asks_the_database_no_more_with_more_people(client, editor, campaign):
    client.force_login(editor)
    counts = []
    for people in (range(3), range(3, 24)):
        for number in people:
            make_submission(campaign, number=number, name=f"Person {number}", email=f"{number}@lindenau.example")
        client.get(reverse("campaign_submissions"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("campaign_submissions"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_only_who_may_moderate_sees_anything(client, django_user_model, campaign):
    submission = make_submission(campaign, photo=photo_bytes())
    pages = [
        reverse("campaign_submissions"),
        reverse("campaign_submission", args=[submission.pk]),
        reverse("campaign_submission_photo", args=[submission.pk]),
        reverse("campaign_numbers", args=[campaign.pk]),
    ]
    assert all(client.get(page).status_code == 302 for page in pages)  # to the login
    user = django_user_model.objects.create_user("ines", "ines@lindenau.example", "lindenau")
    user.groups.add(ensure_editor_group())
    client.force_login(user)
    assert [client.get(page).status_code for page in pages] == [200] * 4


@pytest.mark.parametrize("size", ["", "?small"])
def test_the_office_sees_the_photo(client, editor, campaign, size):
    client.force_login(editor)
    submission = make_submission(campaign, photo=photo_bytes())
    answer = client.get(reverse("campaign_submission_photo", args=[submission.pk]) + size)
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.height == (600 if size else 1000)
    assert "private" in answer["Cache-Control"]


def test_the_same_photo_smaller_and_the_same_words_are_noticed(campaign):
    first = make_submission(campaign, photo=photo_bytes(), email="a@lindenau.example", name="Emre")
    second = make_submission(
        campaign, number=2, photo=photo_bytes((400, 500), quality=60), email="b@lindenau.example", name="E.", statement="Anders."
    )
    third = make_submission(
        campaign, number=3, email="A@lindenau.example", name="Mia", statement="hier kennt mich, der BUS!", photo=None
    )
    found = {row.submission.pk: row.same for row in duplicates_of([first])[first.pk]}
    assert found == {second.pk: (Same.PHOTO,), third.pk: (Same.ADDRESS, Same.WORDS)}


def test_fingerprints_tell_pictures_apart():
    assert alike(fingerprint(photo_bytes()), fingerprint(photo_bytes((300, 375), quality=40)))
    assert not alike(fingerprint(photo_bytes()), fingerprint(photo_bytes(flip=True)))
    assert not alike("", "")


@pytest.mark.parametrize(("height", "use"), [(2400, "posters"), (1300, "paper"), (700, "web")])
def test_advice_about_a_photo_goes_by_its_pixels(height, use):
    assert advice(height * 4 // 5, height).use == use


@pytest.mark.parametrize(
    ("period", "day", "end"),
    [
        ("1", datetime.date(2026, 11, 21), datetime.date(2027, 11, 21)),
        ("3", datetime.date(2028, 2, 29), datetime.date(2031, 2, 28)),
        ("open", datetime.date(2026, 1, 1), None),
    ],
)
def test_a_release_ends_on_its_day(period, day, end):
    at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    assert moderation.release_end(Submission(period=period, confirmed_at=at)) == end


def test_the_numbers_of_a_campaign(client, editor, office, campaign):
    make_person(campaign)
    for number, language in enumerate(["de", "de", "ar", "tr"]):
        make_submission(campaign, number=number, language=language)
    make_submission(campaign, number=9, state=State.UNCONFIRMED, confirmed_at=None)
    office(Submission.objects.filter(language="de", state=State.WAITING).first(), "accept", one_click="1")
    numbers = numbers_of(CampaignPage.objects.get(pk=campaign.pk))
    assert (numbers.sent, numbers.confirmed, numbers.waiting, numbers.accepted) == (5, 4, 3, 1)
    assert (numbers.released, numbers.published) == (2, 1)
    assert [(row.label, row.number, row.part) for row in numbers.by_language] == [
        ("Deutsch", 3, 1),
        ("Türkçe", 1, 0),
        ("العربية", 1, 0),
    ]
    assert client.get(reverse("campaign_numbers", args=[campaign.pk])).status_code == 200


def test_numbers_stay_when_the_people_are_forgotten(campaign, time_machine):
    time_machine.move_to(timezone.now(), tick=True)
    submission = make_submission(campaign, state=State.REFUSED)
    rule = next(rule for rule in submissions.retention_rules() if rule.name == "submissions")
    assert rule.carry_out() == 0
    time_machine.shift(366 * 24 * 3600)
    assert rule.carry_out() == 1
    submission.refresh_from_db()
    assert (submission.email, submission.name, submission.statement) == ("", "", "")
    assert numbers_of(campaign).refused == 1


def test_the_log_keeps_what_happened_and_no_name(office, campaign):
    from wagtail.models import ModelLogEntry

    submission = make_submission(campaign)
    office(submission, "refuse", reason="Geheim")
    entry = ModelLogEntry.objects.get(action="campaigns.submission")
    assert entry.data == {"before": "waiting", "after": "refused"}
    assert "Emre" not in entry.label and "Geheim" not in str(entry.data)


def test_a_withdrawal_forgets_what_was_sent_in(office, campaign, django_capture_on_commit_callbacks):
    submission = make_submission(campaign, photo=photo_bytes())
    photo = submission.photo
    office(submission, "accept", one_click="1")
    office(submission, "approval")
    assert Notice.objects.filter(address="emre@lindenau.example").exists()
    with django_capture_on_commit_callbacks(execute=True):
        change_release(TestimonialPage.objects.get(), state=Release.State.WITHDRAWN)
    submission.refresh_from_db()
    assert (submission.name, submission.email, submission.statement) == ("", "", "")
    assert not photo.storage.exists(photo.name)
    assert not Notice.objects.filter(address="emre@lindenau.example").exists()
