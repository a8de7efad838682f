"""A resident takes part from a phone: the form, its mails, the link to confirm, and everything that can go wrong."""

import datetime
import io
import re

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from cms.campaigns.models import ReleaseWording, Submission
from cms.campaigns.submissions import retention_rules
from cms.core.models import CouncilSettings
from tests.campaigns.content import make_campaign
from tests.kept import kept

pytestmark = pytest.mark.django_db
State = Submission.State

FILLED = {
    "statement": "Hier kennt mich der Bus.",
    "said_in": "de",
    "story": "Er wartet, wenn ich renne.",
    "name": "Emre Aydın",
    "line": "Busfahrer auf der Linie 4",
    "age": "38",
    "district": "Altstadt",
    "email": "emre@lindenau.example",
    "grown": "adult",
    "media": ["web", "poster"],
    "period": "3",
    "agree": "on",
}


@pytest.fixture
def campaign(home):
    return kept("campaign", lambda: make_campaign(home))


@pytest.fixture
def visit(client, campaign, time_machine, django_capture_on_commit_callbacks):
    """Opens the form and sends it as a browser would, with `changes` to what is filled in."""
    time_machine.move_to(timezone.now(), tick=True)

    def send(language="de", files=None, opened=None, **changes):
        address = form_address(campaign, language)
        page = opened or client.get(address).content.decode()
        hidden = {name: hidden_value(page, name) for name in ("started", "wording")}
        time_machine.shift(3)
        values = {**FILLED, **hidden, **changes, **(files or {})}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, {name: value for name, value in values.items() if value is not None})

    return send


def form_address(campaign, language="de") -> str:
    with translation.override(language):
        return reverse("campaigns:take_part", args=[campaign.slug])


def hidden_value(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def picture(kind="JPEG", size=(1200, 1500), name="ich.jpg", **options) -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(data, kind, **options)
    return SimpleUploadedFile(name, data.getvalue(), content_type="image/jpeg")


def mailed_link() -> str:
    """The link in the last mail, as a path of this site."""
    return re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[-1].body)[1]


def test_a_contribution_waits_for_the_mail_and_then_for_the_office(client, visit, campaign, django_capture_on_commit_callbacks):
    assert visit(files={"photo": picture()}).status_code == 302
    submission = Submission.objects.get()
    assert submission.state == State.UNCONFIRMED
    assert (submission.photo_width, submission.photo_height) == (1200, 1500)
    assert [message.to for message in mail.outbox] == [["emre@lindenau.example"]]
    link = mailed_link()
    assert client.get(link).status_code == 200
    submission.refresh_from_db()
    assert submission.state == State.UNCONFIRMED  # a mail scanner opens links, too
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(link).status_code == 200
    submission.refresh_from_db()
    assert submission.state == State.WAITING
    assert {message.to[0] for message in mail.outbox[1:]} == {
        "emre@lindenau.example",
        CouncilSettings.objects.get().reply_to,
    }
    sent = len(mail.outbox)
    assert client.post(link).status_code == 200
    assert len(mail.outbox) == sent  # pressed twice it is one contribution


def test_the_photo_loses_where_it_was_taken_and_lies_where_nobody_can_read_it(client, visit, settings):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (49.0, 30.0, 0.0)
    visit(files={"photo": picture(exif=exif)})
    photo = Submission.objects.get().photo
    with Image.open(photo.open()) as kept:
        assert not dict(kept.getexif().get_ifd(0x8825))
    assert photo.path.startswith(str(settings.PRIVATE_ROOT))
    assert client.get(f"/media/{photo.name}").status_code == 404


@pytest.mark.parametrize(("kind", "name"), [("PNG", "ich.png"), ("HEIF", "ich.heic")])
def test_photos_from_any_phone_are_taken(visit, kind, name):
    assert visit(files={"photo": picture(kind, (600, 750), name)}).status_code == 302
    assert Submission.objects.get().photo_width == 600


def test_without_a_photo_people_can_take_part(visit):
    assert visit().status_code == 302
    assert not Submission.objects.get().photo


def test_a_form_that_is_posted_twice_is_one_contribution(client, visit, campaign):
    page = client.get(form_address(campaign)).content.decode()
    assert visit(opened=page).status_code == 302
    assert visit(opened=page).status_code == 302
    assert Submission.objects.count() == 1
    assert len(mail.outbox) == 1


def test_two_tabs_are_two_contributions_and_both_survive(client, visit, campaign):
    tabs = [client.get(form_address(campaign)).content.decode() for _tab in range(2)]
    for tab in tabs:
        assert visit(opened=tab).status_code == 302
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "höchstens 90 Zeichen"),
        ("ar", "90"),
        ("uk", "90"),
        ("tr", "90"),
    ],
)
def test_a_statement_of_ten_thousand_characters_comes_back_whole(visit, language, words):
    answer = visit(language, statement="Löwe " * 2000, files={"photo": picture(size=(300, 400))})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "Löwe " * 1999 in page
    assert "ich.jpg" in page and 'name="photo-kept"' in page  # the photo need not be sent again
    assert Submission.objects.count() == 0


def test_the_photo_that_was_kept_goes_with_the_mended_form(client, visit):
    page = visit(statement="", files={"photo": picture(size=(300, 400))}).content.decode()
    token = hidden_value(page, "photo-kept")
    assert visit(opened=page, **{"photo-kept": token}).status_code == 302
    assert Submission.objects.get().photo_width == 300


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("virus.jpg", b"MZ\x90\x00" + b"\x00" * 500),
        ("brief.jpg", b"%PDF-1.7 kein Bild %%EOF"),
        ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("halb.jpg", None),
        ("leer.jpg", b""),
    ],
)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_what_is_no_photo_is_explained_and_nothing_is_lost(visit, name, content, language):
    content = picture(size=(900, 900)).read()[:9000] if content is None else content
    answer = visit(language, files={"photo": SimpleUploadedFile(name, content, content_type="image/jpeg")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page and 'href="#id_photo"' in page
    assert "Hier kennt mich der Bus." in page
    assert Submission.objects.count() == 0


def test_a_decompression_bomb_is_refused_before_it_is_unpacked(visit):
    data = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(data, "PNG")
    assert len(data.getvalue()) < 1_000_000
    answer = visit(files={"photo": SimpleUploadedFile("bombe.png", data.getvalue(), content_type="image/png")})
    assert answer.status_code == 422
    assert "128 Millionen" in answer.content.decode()


def test_a_photo_above_fifty_megabytes_is_told_so(visit):
    large = picture(size=(200, 200)).read() + b"\x00" * (50 * 1024 * 1024)
    answer = visit(files={"photo": SimpleUploadedFile("gross.jpg", large, content_type="image/jpeg")})
    assert answer.status_code == 422
    assert "höchstens 50" in answer.content.decode()


def test_a_script_stays_text_everywhere(client, visit, editor, django_capture_on_commit_callbacks):
    script = "<script>alert('x')</script>"
    assert visit(name=script, line=script, story=script).status_code == 302
    link = mailed_link()
    pages = [client.get(link).content.decode()]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(link)
    client.force_login(editor)
    submission = Submission.objects.get()
    pages.append(client.get(reverse("campaign_submissions")).content.decode())
    pages.append(client.get(reverse("campaign_submission", args=[submission.pk])).content.decode())
    pages += [body for message in mail.outbox for body, _type in message.alternatives]
    assert all("<script>alert(" not in page for page in pages)
    assert all("&lt;script&gt;" in page for page in pages[:3])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"agree": None}, "id_agree"),
        ({"media": []}, "id_media"),
        ({"period": None}, "id_period"),
        ({"email": "kein-at"}, "id_email"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "id_email"),
        ({"age": "achtunddreißig"}, "id_age"),
        ({"age": "-4"}, "id_age"),
        ({"media": ["telegram"]}, "id_media"),
        ({"grown": "minor"}, "id_guardian_name"),
        ({"grown": "minor", "guardian_name": "Birgit", "guardian_email": "nein"}, "id_guardian_email"),
    ],
)
def test_what_is_missing_or_wrong_is_named_at_its_field(visit, changes, field):
    answer = visit(**changes)
    assert answer.status_code == 422
    assert f'href="#{field}' in answer.content.decode()
    assert Submission.objects.count() == 0
    assert mail.outbox == []


def test_a_bot_that_fills_the_hidden_field_learns_nothing(visit):
    assert visit(website="https://example.com").status_code == 302
    assert Submission.objects.count() == 0


def test_nobody_can_make_us_write_to_one_address_all_day(visit):
    for _count in range(5):
        assert visit().status_code == 302
    answer = visit(files={"photo": picture(size=(300, 400))})
    assert answer.status_code == 429
    assert "morgen" in answer.content.decode()
    assert "Hier kennt mich der Bus." in answer.content.decode() and 'name="photo-kept"' in answer.content.decode()
    assert len(mail.outbox) == 5


def test_a_release_whose_words_changed_meanwhile_must_be_read_again(client, visit, campaign):
    page = client.get(form_address(campaign)).content.decode()
    CouncilSettings.objects.update(council_name="Migrationsbeirat")
    answer = visit(opened=page)
    assert answer.status_code == 422
    assert "noch einmal" in answer.content.decode() and "Migrationsbeirat" in answer.content.decode()
    assert visit(opened=answer.content.decode()).status_code == 302
    assert ReleaseWording.objects.get().text.startswith("Ich erlaube: Migrationsbeirat")


def test_every_language_keeps_its_own_wording_and_counts_its_versions(visit, campaign):
    visit()
    visit("ar", said_in="ar")
    CouncilSettings.objects.update(council_name="Migrationsbeirat")
    visit()
    rows = ReleaseWording.objects.order_by("language", "version").values_list("language", "version")
    assert list(rows) == [("ar", 1), ("de", 1), ("de", 2)]


def test_a_minor_needs_the_guardian_too(client, visit, django_capture_on_commit_callbacks):
    visit(grown="minor", guardian_name="Birgit Vogl", guardian_email="birgit@lindenau.example")
    assert [message.to[0] for message in mail.outbox] == ["emre@lindenau.example", "birgit@lindenau.example"]
    own, guardians = (re.search(r"https?://[^/\s]+(/\S+)", message.body)[1] for message in mail.outbox)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(own)
        assert Submission.objects.get().state == State.UNCONFIRMED
        client.post(guardians)
    assert Submission.objects.get().state == State.WAITING


@pytest.mark.parametrize("name", ["confirm", "own"])
@pytest.mark.parametrize("token", ["x", "WzEsMl0:1abc:falsch", "%00", "a" * 3000])
def test_forged_links_open_nothing(client, campaign, name, token):
    answer = client.get(f"/de/campaigns/{'mine' if name == 'own' else name}/{token}/")
    assert answer.status_code in (404, 410)
    if answer.status_code == 410:
        assert "funktioniert nicht" in answer.content.decode()


def test_a_link_of_one_kind_does_not_open_the_other(client, visit):
    visit()
    token = mailed_link().rstrip("/").rsplit("/", 1)[-1]
    assert client.get(f"/de/campaigns/mine/{token}/").status_code == 410


def test_what_nobody_confirms_is_forgotten_after_a_week(client, visit, time_machine, django_capture_on_commit_callbacks):
    visit(files={"photo": picture(size=(300, 400))})
    link, photo = mailed_link(), Submission.objects.get().photo
    rule = next(rule for rule in retention_rules() if rule.name == "submissions-unconfirmed")
    assert rule.carry_out() == 0
    time_machine.shift(8 * 24 * 3600)
    with django_capture_on_commit_callbacks(execute=True):
        assert rule.carry_out() == 1
    assert Submission.objects.count() == 0
    assert not photo.storage.exists(photo.name)
    assert client.post(link).status_code == 410


def test_a_person_takes_everything_back(client, visit, django_capture_on_commit_callbacks):
    visit(files={"photo": picture(size=(300, 400))})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(mailed_link())
    received = next(message for message in mail.outbox if "/mine/" in message.body)
    own = re.search(r"https?://[^/\s]+(/\S+/mine/\S+)", received.body)[1]
    photo = Submission.objects.get().photo
    assert "Hier kennt mich der Bus." in client.get(own).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(own, {"act": "take-back"}).status_code == 200
    submission = Submission.objects.get()
    assert submission.state == State.TAKEN_BACK
    assert (submission.name, submission.email, submission.statement, submission.photo.name) == ("", "", "", "")
    assert not photo.storage.exists(photo.name)
    assert client.get(own).status_code == 410


def test_a_campaign_that_is_closed_says_so(client, campaign):
    campaign.submissions_until = timezone.localdate() - datetime.timedelta(days=1)
    campaign.save_revision().publish()
    assert "niemand mitmachen" in client.get(form_address(campaign)).content.decode()
    assert form_address(campaign) not in client.get(campaign.url).content.decode()


def test_the_campaign_leads_to_the_form(client, campaign):
    assert form_address(campaign) in client.get(campaign.url).content.decode()


def test_a_campaign_that_does_not_exist_is_not_found(client, campaign):
    assert client.get("/de/campaigns/take-part/wir-sind-nirgends/").status_code == 404
