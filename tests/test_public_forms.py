"""Every form for the public under everything people and programs do to it: clear words in the reader's language, nothing typed
is lost, nothing is kept twice, and no link opens what it was not made for.
"""

import datetime
import html
import io
import re
import struct
import uuid
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

import html5lib
import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone, translation
from PIL import Image
from wagtail.models import Locale

from cms.campaigns.approval import ask, token_of
from cms.campaigns.approval_views import WishForm
from cms.campaigns.mails import own_link as campaign_link
from cms.campaigns.models import Approval, Submission
from cms.campaigns.public_forms import AnswerForm, TakePartForm
from cms.core.public_forms import PublicForm, stamp
from cms.directory.check_views import CorrectionForm
from cms.directory.checking import address as check_address
from cms.directory.models import Correction
from cms.events.forms import RegistrationForm
from cms.events.models import Registration, Slot
from cms.participation.calls.public_forms import ApplicationForm
from cms.participation.models import Application, Idea, Message, SurveyAnswer, Volunteer
from cms.participation.public_forms import IdeaForm, MessageForm, VolunteerForm
from cms.participation.surveys.answering import SurveyForm
from cms.participation.surveys.questions import questions_of
from newsletter.forms import AddressForm, DeskForm, SignupForm
from newsletter.models import SignupRequest, Topic
from newsletter.tokens import desk_token
from tests.bodies import ARABIC, translate_tree
from tests.campaigns.content import make_campaign, make_person
from tests.campaigns.test_moderation import make_submission
from tests.campaigns.test_taking_part import FILLED
from tests.directory.content import make_organisation
from tests.events.registering import make_consultation, make_seminar
from tests.participation.content import make_contact, make_ideas, make_survey, make_volunteers
from tests.participation.test_calls import make_call

pytestmark = pytest.mark.django_db

SCRIPT = '"></textarea><script>alert(1)</script>'
LETTERS = re.compile(r"[\u0621-\u064a]{3}")
WORDS = "كلمات كتبها أحدهم"


@dataclass
class Door:
    """A form, opened in Arabic. `typed`: what a careful person types; `other`: what the next one types instead."""

    path: str
    typed: dict
    must: str  # a field that may not be empty
    words: str  # the field that takes most
    rows: Callable[[], int]
    other: dict = field(default_factory=dict)
    photo: str = ""


def in_arabic(page):
    return translate_tree(page, locale=Locale.objects.get(language_code="ar"), words=ARABIC)


def address_of(name: str, *args) -> str:
    with translation.override("ar"):
        return reverse(name, args=args)


def contact(home) -> Door:
    typed = {"text": WORDS, "subject": "حافلة", "name": "مريم"}
    return Door(in_arabic(make_contact(home)).url, typed, "text", "text", Message.objects.count)


def volunteers(home) -> Door:
    typed = {"name": "مريم", "email": "meryem@example.org", "text": WORDS, "old_enough": "on", "agreed": "on"}
    return Door(in_arabic(make_volunteers(home)).url, typed, "name", "text", Volunteer.objects.count)


def ideas(home) -> Door:
    return Door(in_arabic(make_ideas(home)).url, {"title": "مقعد", "text": WORDS}, "title", "text", Idea.objects.count)


def survey(home) -> Door:
    page = in_arabic(make_survey(home))
    first, *_others, last = questions_of(page)
    return Door(
        page.url, {first.field: first.options[0][0], last.field: WORDS}, first.field, last.field, SurveyAnswer.objects.count
    )


def call(home) -> Door:
    page = in_arabic(make_call(home))
    power, photo = (next(block for block in page.questions if block.block_type == kind) for kind in ("single", "photo"))
    typed = {"about": "self", "category": page.categories[0].id, "title": "خمس لوحات", "text": WORDS, "name": "نادية"}
    typed |= {"email": "nadia@example.org", "agreed": "on", f"q_{power.id}": power.value["options"].bound_blocks[0].id}
    return Door(page.url, typed, "title", "text", Application.objects.count, photo=f"q_{photo.id}")


def take_part(home) -> Door:
    path = address_of("campaigns:take_part", make_campaign(home).slug)
    typed = FILLED | {"story": WORDS, "said_in": "ar"}
    return Door(path, typed, "statement", "story", Submission.objects.count, {"email": "next@lindenau.example"}, photo="photo")


def answer(home) -> Door:
    submission = make_submission(make_campaign(home), state=Submission.State.ASKED, question="Wo war das?", language="ar")
    answered = Submission.objects.exclude(answer="").count
    path = address_of("campaigns:own", campaign_link.token(str(submission.uid)))
    return Door(path, {"answer": WORDS, "statement": "هنا بيتي."}, "statement", "answer", answered, photo="photo")


def wish(home) -> Door:
    person = make_person(make_campaign(home), publish=False)
    asked = Approval.objects.filter(state=Approval.State.CHANGE).count
    path = address_of("campaigns:approval", token_of(ask(person)))
    return Door(path, {"act": "change", "wish": WORDS}, "wish", "wish", asked)


def registration(home) -> Door:
    _event, occasion = make_seminar(home, capacity=9)
    path = address_of("events:register", occasion.pk)
    typed = {"name": "أميرة", "address": "amira@example.org"}
    return Door(path, typed, "name", "name", Registration.objects.count, {"address": "next@example.org"})


def appointment(home) -> Door:
    _event, occasion = make_consultation(home)
    first, second = Slot.objects.filter(occasion=occasion)[:2]
    typed = {"name": "أميرة", "address": "amira@example.org", "slot": str(first.pk)}
    other = {"address": "next@example.org", "slot": str(second.pk)}
    return Door(address_of("events:register", occasion.pk), typed, "name", "name", Registration.objects.count, other)


def correction(home) -> Door:
    path = re.sub(r"^https?://[^/]+/de/", "/ar/", check_address(make_organisation()))
    return Door(path, {"text": WORDS}, "text", "text", Correction.objects.count)


def newsletter(home) -> Door:
    topic = Topic.objects.create(name="Zeitung", slug="zeitung", on_form=True)
    typed = {"address": "leserin@example.org", "topics": [str(topic.pk)], "language": "ar"}
    other = {"address": "next@example.org"}
    return Door(address_of("newsletter:signup"), typed, "address", "address", SignupRequest.objects.count, other)


def desk(home) -> Door:
    topic = Topic.objects.create(name="Zeitung", slug="zeitung", on_form=True)
    typed = {"address": "leserin@example.org", "name": "ليلى", "topics": [str(topic.pk)], "language": "ar"}
    path = address_of("newsletter:desk", desk_token("Straßenfest", topics=[topic.pk]))
    return Door(path, typed, "address", "name", SignupRequest.objects.count, {"address": "next@example.org"})


DOORS = {
    MessageForm: contact,
    VolunteerForm: volunteers,
    IdeaForm: ideas,
    SurveyForm: survey,
    ApplicationForm: call,
    TakePartForm: take_part,
    AnswerForm: answer,
    WishForm: wish,
    RegistrationForm: registration,
    CorrectionForm: correction,
    SignupForm: newsletter,
    DeskForm: desk,
}
MAKERS = [*DOORS.values(), appointment]
WITH_PHOTO = [call, take_part, answer]


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    cache.clear()
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)


@pytest.fixture
def door(request, home) -> Door:
    return request.param(home)


def every_door(makers=MAKERS):
    return pytest.mark.parametrize("door", makers, ids=lambda maker: maker.__name__, indirect=True)


# --- a browser ---------------------------------------------------------------------------------------------------------
def form_in(page: str):
    """The form for people: the one with a stamp of when it was shown."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return next(form for form in tree.iter("form") if form.find(".//input[@name='started']") is not None)


def values_in(form) -> dict:
    """What stands in its text fields and hidden ones, and what is chosen."""
    found = {}
    for one in form.iter("textarea"):
        found[one.get("name")] = "".join(one.itertext()).removeprefix("\n")
    for one in form.iter("input"):
        if one.get("type") not in ("radio", "checkbox", "file") or "checked" in one.attrib:
            found[one.get("name")] = one.get("value", "on" if one.get("type") == "checkbox" else "")
    for select in form.iter("select"):
        chosen = [option for option in select.iter("option") if "selected" in option.attrib]
        found[select.get("name")] = (chosen or list(select.iter("option")))[0].get("value", "")
    return {name: value for name, value in found.items() if name}


def opened(door: Door) -> tuple[str, dict]:
    """Where the form goes, and what it carries unseen."""
    answer = Client().get(door.path)
    assert answer.status_code == 200
    form = form_in(answer.content.decode())
    hidden = {one.get("name"): one.get("value", "") for one in form.iter("input") if one.get("type") == "hidden"}
    return urljoin(door.path, form.get("action", "")).split("#")[0], hidden


def post(door: Door, shown: tuple[str, dict] | None = None, **changes):
    where, hidden = shown or opened(door)
    return Client().post(where, hidden | door.typed | changes)


def complaint(page: str) -> str:
    """What is said in the place that screen readers announce."""
    found = re.search(r'role="alert".*?</(?:div|section)>|class="[^"]*error[^"]*".*?</(?:div|p|ul)>', page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def keeps(page: str, typed: dict, *, but: str) -> None:
    """Whatever was typed stands in the form again, except in the one field."""
    stands = values_in(form_in(page))
    for name, value in typed.items():
        if name not in (but, "act", "agreed", "agree") and isinstance(value, str):
            assert stands.get(name) == value, name


# --- what people and programs do -----------------------------------------------------------------------------------------
def test_no_public_form_is_left_out():
    def leaves(kind) -> set:
        below = [one for one in kind.__subclasses__() if not one.__module__.startswith("tests")]
        return set().union(*map(leaves, below)) | ({kind} if kind not in (PublicForm, AddressForm) and not below else set())

    assert leaves(PublicForm) - set(DOORS) == set()


@every_door()
def test_what_is_right_is_taken(door):
    answer = post(door)
    assert answer.status_code in (200, 302), complaint(answer.content.decode())
    assert door.rows() == 1


WRONGS = ["missing", "ten thousand characters", "script", "forged stamp", "old stamp"]


@pytest.mark.parametrize("wrong", WRONGS)
@every_door()
def test_what_is_wrong_is_said_in_the_readers_language_and_nothing_is_lost(door, wrong):
    with time_machine.travel(timezone.now() - datetime.timedelta(days=2), tick=False):
        old = stamp()
    changes = {
        "missing": {door.must: ""},
        "ten thousand characters": {door.words: "ä" * 10_000},
        "script": {door.words: SCRIPT, "started": "x"},
        "forged stamp": {"started": "gefälscht"},
        "old stamp": {"started": old},
    }[wrong]
    answer = post(door, **changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert LETTERS.search(complaint(page)), complaint(page)
    assert door.rows() == 0
    assert "<script>alert" not in page
    keeps(page, door.typed | {name: value for name, value in changes.items() if name != "started"}, but=door.must)


@every_door()
def test_the_same_form_posted_twice_counts_once(door):
    shown = opened(door)
    first, second = post(door, shown), post(door, shown)
    assert first.status_code in (200, 302)
    assert second.status_code in (first.status_code, 409)
    assert door.rows() == 1


@every_door([maker for maker in MAKERS if maker not in (answer, wish)])
def test_two_tabs_are_two(door):
    tabs = opened(door), opened(door)
    assert {post(door, tabs[0]).status_code, post(door, tabs[1], **door.other).status_code} <= {200, 302}
    assert door.rows() == 2


@every_door()
def test_a_program_that_fills_the_hidden_field_learns_nothing_and_leaves_nothing(door):
    answer = post(door, website="https://casino.example")
    assert answer.status_code in (200, 302)
    assert door.rows() == 0


@every_door()
def test_what_no_browser_sends_breaks_nothing(door):
    where, hidden = opened(door)
    for sent in ({}, {"started": ["a", "b"]}, dict.fromkeys(hidden | door.typed, "\x00\ud7ff\u202e")):
        assert Client().post(where, sent).status_code < 500
    assert Client().post(where, b"\xff\x00{", content_type="application/json").status_code < 500
    assert Client().post(where, b"--x", content_type="multipart/form-data; boundary=x").status_code < 500
    assert door.rows() == 0


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 60,000 × 60,000 pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((900, 1100), 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()


FILES = {
    "program": lambda: b"MZ\x90\x00" + b"\0" * 500,
    "drawing with a script": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "bomb": bomb,
    "half a photo": lambda: jpeg()[:3000],
    "50 MB": lambda: b"\xff\xd8" + b"\0" * 50 * 1024 * 1024,
}


@pytest.mark.parametrize("file", FILES)
@every_door(WITH_PHOTO)
def test_what_is_no_photo_gets_words_and_costs_nothing_that_was_typed(door, file):
    answer = post(door, **{door.photo: SimpleUploadedFile("foto.jpg", FILES[file]())})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert LETTERS.search(complaint(page))
    assert door.rows() == 0
    keeps(page, door.typed, but=door.photo)


@every_door(WITH_PHOTO)
def test_a_photo_stays_while_something_else_is_mended(door):
    shown = opened(door)
    answer = post(door, shown, **{door.must: "", door.photo: SimpleUploadedFile("ich.jpg", jpeg())})
    page = answer.content.decode()
    assert answer.status_code == 422 and "ich.jpg" in page
    again = values_in(form_in(page)) | door.typed
    assert Client().post(shown[0], again).status_code == 302
    assert door.rows() == 1


# --- links ---------------------------------------------------------------------------------------------------------------
def token_routes(resolver, prefix: str = "") -> list[str]:
    """Every address with a secret in it, below the language."""
    found = []
    for one in resolver.url_patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            found += [route] if "<str:token>" in route else []
        elif not route.startswith(("admin/", "documents/", "pdf/", "anymail/")):
            found += token_routes(one, route)
    return found


def links() -> list[str]:
    routes = [re.sub(r"^(de|ar|en)(-[a-z]+)?/", "", route) for route in token_routes(get_resolver())]
    return sorted({re.sub(r"<slug:\w+>", "poster", route) for route in routes if not route.startswith("newsletter/u/")})


def test_all_links_are_looked_at():
    rooms = {link.split("/")[0] for link in links()}
    assert {"events", "participation", "campaigns", "directory", "newsletter"} <= rooms
    assert len(links()) >= 16


TOKENS = ["x", "a:b:c", "a.b.c", "%00", "%F0%9F%90%88", "..%2F..%2Fadmin", "x" * 3000]


@pytest.mark.parametrize("link", links())
def test_a_forged_link_opens_nothing_and_says_so_in_the_readers_language(home, link):
    good_elsewhere = [token_of(ask(make_person(make_campaign(home), publish=False))), campaign_link.token(str(uuid.uuid4()))]
    for token in [*TOKENS, *good_elsewhere]:
        path = "/ar/" + link.replace("<str:token>", token)
        for answer in (Client().get(path), Client().post(path, {"act": "cancel", "deed": "erase"})):
            if link.startswith("campaigns/approval") and token == good_elsewhere[0]:
                continue
            assert answer.status_code in (404, 405, 410), (path[:120], answer.status_code)
            if answer.status_code != 405:
                page = answer.content.decode()
                assert 'lang="ar"' in page and "Traceback" not in page, path[:120]
