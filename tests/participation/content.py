"""Forms as editors build them, and how residents fill them in."""

import datetime
import uuid

from django.core import signing
from django.utils import timezone
from wagtail.blocks import StreamValue

from cms.participation.models import ContactFormPage, IdeaBoxPage, SurveyPage, VolunteerPage

CONSENT = "Ich bin einverstanden, dass das Büro mich anruft oder mir schreibt."


def publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_contact(home, **fields) -> ContactFormPage:
    return publish(home, ContactFormPage(**({"title": "Schreiben Sie uns", "slug": "kontakt"} | fields)))


def make_volunteers(home, **fields) -> VolunteerPage:
    values = {
        "title": "Lotsin werden",
        "slug": "lotsen",
        "consent": CONSENT,
        "interests": options("Zum Amt mitgehen", "Vorlesen"),
    }
    return publish(home, VolunteerPage(**(values | fields)))


def make_ideas(home, **fields) -> IdeaBoxPage:
    values = {"title": "Ideenkiste", "slug": "ideen", "topics": options("Verkehr", "Sprache")}
    return publish(home, IdeaBoxPage(**(values | fields)))


def make_survey(home, **fields) -> SurveyPage:
    questions = [
        ("single", {"question": "Kommen Sie wieder?", "hint": "", "needed": True, "options": ["Ja", "Nein"]}),
        ("multiple", {"question": "Was fehlt?", "hint": "", "needed": False, "options": ["Bus", "Bank", "Baum"], "most": 2}),
        ("scale", {"question": "Wie war es?", "hint": "", "needed": False, "steps": "5", "low": "schlecht", "high": "gut"}),
        (
            "matrix",
            {"question": "Wie finden Sie", "hint": "", "needed": False, "rows": ["Essen", "Musik"], "columns": ["gut", "geht"]},
        ),
        ("text", {"question": "Noch etwas?", "hint": "", "needed": False}),
    ]
    values = {"title": "Umfrage", "slug": "umfrage", "questions": stream(SurveyPage, "questions", questions)}
    return publish(home, SurveyPage(**(values | fields)))


def options(*names: str) -> list[dict]:
    return [("option", name) for name in names]


def stream(model, name: str, rows: list[tuple[str, dict]]) -> StreamValue:
    """With an id at every level, as the editor's page makes them."""
    raw = [
        {"type": kind, "value": {key: listed(value) for key, value in row.items()}, "id": str(uuid.uuid4())} for kind, row in rows
    ]
    return StreamValue(model._meta.get_field(name).stream_block, raw, is_lazy=True)


def listed(value):
    if not isinstance(value, list):
        return value
    return [{"type": "item", "value": one, "id": str(uuid.uuid4())} for one in value]


def shown(seconds: float = 30) -> str:
    """The stamp of a form that somebody has had before them for so long."""
    from cms.core.public_forms import _stamps

    value = f"{uuid.uuid4().hex}{_stamps.sep}{signing.b62_encode(int(timezone.now().timestamp() - seconds))}"
    return f"{value}{_stamps.sep}{_stamps.signature(value)}"


def filled(page, **data) -> dict:
    """What a browser sends for this page's form."""
    from cms.participation.wording import digest

    sent = {"started": shown(), "website": "", "wording": digest(page.consent)}
    return sent | ({"agreed": "on"} if page.consent else {}) | data


def send_url(page) -> str:
    return f"/{page.language_code}/participation/{page.translation_key}/"


def yesterday() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=1)
