"""Calls: applying with files until the last second, changing by link, everything people do wrong, retention."""

import datetime
import io
import re
import zlib

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image
from wagtail.models import Locale

from cms.core.data_protection import DataProtection
from cms.core.medium import Medium
from cms.core.retention import all_rules
from cms.notices.models import Notice
from cms.participation.calls.applying import own_link
from cms.participation.models import Application, ApplicationFile, CallPage, ConsentWording
from cms.renditions.render import render
from tests.kept import kept

from .content import filled, publish, stream

pytestmark = pytest.mark.django_db
DEADLINE = datetime.date(2036, 3, 30)  # the night the clocks go forward
NAMING = "Mein Name darf genannt werden."


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


def make_call(home, **fields) -> CallPage:
    categories = [
        ("category", {"name": "Malerei", "text": ""}),
        ("category", {"name": "Fotografie", "text": "Auch vom Telefon."}),
    ]
    questions = [
        ("line", {"question": "Wie groß ist die Arbeit?", "hint": "", "needed": False}),
        ("single", {"question": "Brauchen Sie Strom?", "hint": "", "needed": True, "options": ["Ja", "Nein"]}),
        ("photo", {"question": "Ein Foto", "hint": "", "needed": False}),
        ("document", {"question": "Ein Lebenslauf", "hint": "", "needed": False}),
    ]
    criteria = [
        ("criterion", {"name": "Eigene Idee", "most": 5, "weight": 2}),
        ("criterion", {"name": "Können", "most": 5, "weight": 1}),
    ]
    values = {
        "title": "Kunstbasar",
        "slug": "kunstbasar",
        "deadline": DEADLINE,
        "consent": "Ich bin einverstanden.",
        "naming": NAMING,
        "nomination": "both",
        "categories": stream(CallPage, "categories", categories),
        "questions": stream(CallPage, "questions", questions),
        "criteria": stream(CallPage, "criteria", criteria),
    }
    return publish(home, CallPage(**(values | fields)))


@pytest.fixture
def call(home):
    return kept("call", lambda: make_call(home))


def apply_url(page) -> str:
    with translation.override(page.language_code):
        return reverse("participation:apply", args=[page.translation_key])


def own_url(row) -> str:
    with translation.override("de"):
        return reverse("participation:application", args=[own_link.token(row.pk)])


def entry(page, **fields) -> dict:
    power = next(block for block in page.questions if block.block_type == "single")
    yes = power.value["options"].bound_blocks[0].id
    data = {"about": "self", "category": page.categories[0].id, "title": "Fünf Aquarelle", "text": "Vom Fluss, im Nebel."}
    data |= {"name": "Nadia Rahimi", "email": "nadia@example.org", "agreed": "on", f"q_{power.id}": yes}
    return filled(page, **(data | fields))


def question(page, kind: str) -> str:
    return "q_" + next(block.id for block in page.questions if block.block_type == kind)


def photo(width=800, height=600) -> SimpleUploadedFile:
    data = io.BytesIO()
    picture = Image.new("RGB", (width, height), "#f5b324")
    exif = picture.getexif()
    exif[0x8825] = {1: "N", 2: (49.0, 1.0, 2.0)}
    picture.save(data, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_0001.jpg", data.getvalue(), content_type="image/jpeg")


def test_an_application_is_kept_numbered_and_receipted(client, call):
    answer = client.post(apply_url(call), entry(call, **{question(call, "photo"): photo(), "naming": "on"}))
    assert answer.status_code == 302 and answer["Location"].endswith("/thanks/")
    row = Application.objects.get()
    assert (row.number, row.title, row.who, row.language) == (1, "Fünf Aquarelle", "Nadia Rahimi", "de")
    assert row.consent.text == "Ich bin einverstanden." and row.naming.text == NAMING
    file = row.files.get()
    with Image.open(file.file) as kept:
        assert not kept.getexif().get_ifd(0x8825)  # where it was taken is nobody's business
    receipt = Notice.objects.get(purpose="participation.call")
    assert receipt.address == "nadia@example.org"
    assert "30. März 2036, 23:59:59" in receipt.text
    own = re.search(r"/de/participation/application/[^/\s]+/", receipt.text)  # carries the second it was made in
    assert client.get(own[0]).status_code == 200
    office = Notice.objects.get(purpose="participation.call-office")
    assert "Aquarelle" not in office.text + office.html and f"/admin/calls/application/{row.pk}/" in office.text
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2036-03-30T21:59:59+00:00", True),  # 23:59:59 summer time, which began this very night
        ("2036-03-30T22:00:00+00:00", False),
        ("2036-03-30T22:30:00+00:00", False),  # half past eleven for whoever forgot the change of the clocks
    ],
)
def test_the_deadline_ends_with_the_last_second_of_the_councils_day(client, call, moment, is_open):
    page = shown_at(client, call, moment)
    assert ('name="title"' in page) is is_open
    assert "Sonntag, 30. März 2036, 23.59 Uhr" in page
    with time_machine.travel(moment, tick=False), timezone.override("America/New_York"):  # of an editor who travels
        assert CallPage.objects.get(pk=call.pk).is_open is is_open


def shown_at(client, page, moment: str) -> str:
    with time_machine.travel(moment, tick=False):
        return client.get(page.url).content.decode()


def test_after_the_deadline_nothing_is_taken_and_nothing_breaks(client, call):
    data = entry(call)
    with time_machine.travel("2036-03-30T22:00:00+00:00", tick=False):
        answer = client.post(apply_url(call), data)
    assert answer.status_code == 410
    assert not Application.objects.exists()
    assert "Frist ist vorbei" in answer.content.decode()


def test_winter_time_is_told_apart_from_summer_time(home):
    winter = make_call(home, slug="winter", deadline=datetime.date(2026, 12, 31))
    assert winter.last_moment.utcoffset() == datetime.timedelta(hours=1)
    assert winter.closes_at.astimezone(datetime.UTC).isoformat() == "2026-12-31T22:59:59+00:00"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": ""}, "sagen Sie in einer Zeile"),
        ({"category": ""}, "wählen Sie eine Kategorie"),
        ({"category": "11111111-1111-1111-1111-111111111111"}, "Kategorie"),
        ({"text": "x" * 10_000}, "10000"),
        ({"email": "nadia@"}, "E-Mail"),
        ({"agreed": ""}, "Haken"),
        ({"about": "other"}, "wen Sie vorschlagen"),
        ({"title": "a" * 500}, "500"),
    ],
)
def test_what_is_missing_or_impossible_is_said_and_nothing_is_lost(client, call, fields, said):
    answer = client.post(apply_url(call), entry(call, **fields))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "Nadia Rahimi" in page and 'role="alert"' in page
    assert not Application.objects.exists() and not Notice.objects.exists()


def bomb() -> bytes:
    """A PNG of 30,000 × 30,000 pixels in a few bytes."""
    head = b"\x00\x00\x75\x30\x00\x00\x75\x30\x08\x00\x00\x00\x00"
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\r" + chunk + zlib.crc32(chunk).to_bytes(4, "big")


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [
        ("photo", "bild.jpg", b"<script>alert(1)</script>"),
        ("photo", "bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("photo", "bombe.png", bomb()),
        ("photo", "riese.jpg", b"\xff\xd8\xff" + b"\0" * 51 * 1024 * 1024),
        ("document", "virus.pdf", b"MZ\x90\x00"),
        ("document", "halb.pdf", b"%PDF-1.7\n"),
        ("document", "../../etc/passwd.pdf", b"PK\x03\x04kein Word"),
    ],
)
def test_files_that_are_not_what_they_say_are_refused_kindly(client, call, kind, name, content):
    data = entry(call, **{question(call, kind): SimpleUploadedFile(name, content)})
    answer = client.post(apply_url(call), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="field__error"' in page and "Nadia Rahimi" in page
    assert not ApplicationFile.objects.exists() and not Application.objects.exists()


def test_a_good_file_survives_the_error_of_another_field(client, call):
    name = question(call, "photo")
    answer = client.post(apply_url(call), entry(call, title="", **{name: photo()}))
    token = re.search(rf'name="{name}-kept" value="([^"]+)"', answer.content.decode())[1]
    client.post(apply_url(call), entry(call, **{f"{name}-kept": token}))
    assert ApplicationFile.objects.get().kind == "jpg"


def test_a_script_is_shown_as_text(client, call, editor):
    client.post(apply_url(call), entry(call, title="<script>alert(1)</script>", text="<img src=x onerror=alert(1)>"))
    row = Application.objects.get()
    client.force_login(editor)
    for address in (own_url(row), reverse("calls:application", args=[row.pk]), reverse("calls:call", args=[row.form_id])):
        page = client.get(address).content.decode()
        assert "<script>alert(1)" not in page and "<img src=x" not in page
        assert "&lt;script&gt;" in page


def test_the_same_form_sent_twice_counts_once(client, call):
    data = entry(call)
    assert client.post(apply_url(call), data).status_code == client.post(apply_url(call), data).status_code == 302
    assert Application.objects.count() == 1
    assert Notice.objects.filter(purpose="participation.call").count() == 1


def test_a_bot_hears_thanks_and_leaves_nothing(client, call):
    assert client.post(apply_url(call), entry(call, website="http://spam.example")).status_code == 302
    assert not Application.objects.exists()


def test_too_many_from_one_connection_are_stopped(client, call):
    for number in range(30):
        assert client.post(apply_url(call), entry(call, email=f"n{number}@example.org")).status_code == 302
    answer = client.post(apply_url(call), entry(call))
    assert answer.status_code == 429
    assert "Nadia Rahimi" in answer.content.decode()


@pytest.fixture
def row(client, call):
    client.post(apply_url(call), entry(call, **{question(call, "photo"): photo(), "naming": "on"}))
    return Application.objects.get()


def changed(client, row, page, **fields):
    """What the page behind the link would send."""
    seen = re.search(r'name="seen" value="([^"]+)"', client.get(own_url(row)).content.decode())
    data = entry(page) | {"seen": seen[1] if seen else "", "deed": "change"}
    return client.post(own_url(row), data | fields)


def test_everything_can_be_changed_by_the_link_until_the_deadline(client, call, row):
    remove = question(call, "photo").replace("q_", "remove_")
    answer = changed(client, row, call, title="Sechs Aquarelle", email="fremd@example.org", **{remove: "on"})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.title, row.email, row.naming) == ("Sechs Aquarelle", "nadia@example.org", None)
    assert not row.files.exists()
    assert "no-store" in answer["Cache-Control"] and answer["Referrer-Policy"] == "no-referrer"
    with time_machine.travel("2036-03-30T22:00:00+00:00"):
        page = client.get(own_url(row)).content.decode()
        assert 'name="title"' not in page and "Sechs Aquarelle" in page
        assert client.post(own_url(row), {"deed": "change", "title": "Sieben"}).status_code == 410
    row.refresh_from_db()
    assert row.title == "Sechs Aquarelle"


def test_two_windows_do_not_overwrite_each_other_unseen(client, call, row):
    early = row.changed_at.isoformat()
    assert changed(client, row, call, title="Aus Fenster eins").status_code == 302
    answer = changed(client, row, call, title="Aus Fenster zwei", seen=early)
    page = answer.content.decode()
    assert answer.status_code == 422 and "anderen Fenster" in page and "Aus Fenster zwei" in page
    row.refresh_from_db()
    assert row.title == "Aus Fenster eins"


def test_looking_changes_nothing_and_erasing_leaves_nothing(client, row, django_capture_on_commit_callbacks):
    path = row.files.get().file
    client.get(own_url(row))
    assert Application.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(own_url(row), {"deed": "erase"}).status_code == 302
    assert not Application.objects.exists() and not path.storage.exists(path.name)
    assert not Notice.objects.filter(purpose="participation.call", address__contains="nadia").exists()
    gone = client.get(own_url(row))
    assert gone.status_code == 410 and "nadia" not in gone.content.decode().lower()


def test_forged_links_open_nothing(client, row):
    for token in ("x", own_link.token(row.pk)[:-2] + "aa", own_link.token(999_999)):
        answer = client.get(reverse("participation:application", args=[token]))
        assert answer.status_code in (404, 410)
        assert "Aquarelle" not in answer.content.decode()


def test_readers_are_answered_in_their_language(client, call):
    arabic = call.copy_for_translation(Locale.objects.get(language_code="ar"), copy_parents=True)
    arabic.title = "سوق الفن"
    arabic.save_revision().publish()
    arabic = CallPage.objects.get(pk=arabic.pk)
    page = client.get(arabic.url).content.decode()
    assert 'dir="rtl"' in page
    with translation.override("ar"):
        answer = client.post(apply_url(arabic), entry(arabic, title=""))
        assert str(translation.gettext("Please say in one line what it is about.")) in answer.content.decode()
        assert "Please" not in answer.content.decode()
    client.post(apply_url(arabic), entry(arabic))
    row = Application.objects.get()
    assert (row.language, row.form) == ("ar", call.form)
    receipt = Notice.objects.get(purpose="participation.call")
    assert "Thank you" not in receipt.text and 'dir="rtl"' in receipt.html


def test_applications_are_forgotten_in_time(call, client, row):
    rule = next(rule for rule in all_rules() if rule.name == "applications")
    assert rule.days == DataProtection.longest("keep_applications_days") == 365
    assert rule.count() == 0
    Application.objects.update(changed_at=timezone.now() - datetime.timedelta(days=366))
    assert rule.carry_out() == 1
    assert not Application.objects.exists() and ConsentWording.objects.exists()


@pytest.mark.parametrize("medium", list(Medium))
def test_a_call_says_deadline_and_categories_in_every_medium(client, call, medium):
    if medium is Medium.WEB:
        text = client.get(call.url).content.decode()
    elif medium is Medium.PRINT:
        text = render(call, medium=medium, product=call.products()[-1]).content
    else:
        text = render(call, medium=medium).content
    assert "Fotografie" in text and "30. März 2036" in text


def test_whoever_is_no_office_sees_no_application(client, row, django_user_model):
    user = django_user_model.objects.create_user("gast", "gast@lindenau.example", "lindenau")
    client.force_login(user)
    file = row.files.get()
    for name, pk in (("call", row.form_id), ("application", row.pk), ("file", file.pk)):
        assert client.get(reverse(f"calls:{name}", args=[pk])).status_code in (302, 403)
