"""The demo's calls: an art bazaar that is open and a prize that has been decided, with what invented people sent."""

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page

from cms.core.blocks import BodyBlock
from cms.participation.calls.judging import jury_of
from cms.participation.models import Application, CallPage, Jury, Verdict
from cms.participation.wording import wording_for

from .content import calls as words
from .ledger import Ledger
from .logins import CHAIR, EDITOR
from .participation import stream_of
from .we import ensure


def ensure_calls(german, *, ledger: Ledger) -> list[Page]:
    """`german` is the builder of the German tree, see pages.py. Returns the pages."""
    parent = Page.objects.get(pk=german.desk.pages["mitmachen"])
    bazaar = ensure_call(
        german,
        words.BAZAAR,
        parent=parent,
        body=words.BAZAAR_BODY,
        categories=words.BAZAAR_CATEGORIES,
        questions=words.BAZAAR_QUESTIONS,
        criteria=words.BAZAAR_CRITERIA,
    )
    prize = ensure_call(
        german,
        words.PRIZE,
        parent=parent,
        categories=words.PRIZE_CATEGORIES,
        questions=words.PRIZE_QUESTIONS,
        criteria=words.PRIZE_CRITERIA,
        winners=[winner(row, german=german) for row in words.WINNERS],
    )
    if not Application.objects.exists():
        ensure_bazaar_rows(bazaar, ledger=ledger)
        ensure_prize_rows(prize, ledger=ledger)
    return [bazaar, prize]


def ensure_call(german, fields: dict, *, parent: Page, body=(), **streams) -> CallPage:
    values = dict(fields) | {"search_description": fields["standfirst"]}
    page, created = ensure(german, CallPage, values, parent=parent)
    if created:
        for name, content in streams.items():
            setattr(page, name, stream_of(page, name, content))
        page.body = german.desk.stream(BodyBlock(), list(body), path=f"calls/{page.slug}")
        page.save_revision().publish()
    return CallPage.objects.get(pk=page.pk)


def winner(row: tuple, *, german) -> tuple[str, dict]:
    name, prize, text, picture, alt, number = row
    image = german.desk.picture({"image": picture, "alt": alt})
    return "winner", {"name": name, "prize": prize, "text": text, "image": image, "number": number}


def ensure_bazaar_rows(page: CallPage, *, ledger: Ledger) -> None:
    categories = list(page.category_names)
    for number, (title, text, name, language, category) in enumerate(words.BAZAAR_ROWS, start=1):
        consent = wording_for(page.form, language=language, text=page.consent)
        Application.objects.create(
            form=page.form,
            number=number,
            language=language,
            title=title,
            text=text,
            name=name,
            email=f"bewerbung{number}@lindenau.example",
            category=categories[category],
            consent=consent,
        )
        ledger.note("applications")


def ensure_prize_rows(page: CallPage, *, ledger: Ledger) -> None:
    """Judged, decided, told: as if it had happened in October."""
    categories, criteria = list(page.category_names), [block.id for block in page.criteria]
    jury = jury_of(page.form)
    members = list(get_user_model().objects.filter(username__in=[EDITOR, CHAIR]).order_by("pk"))
    jury.members.set(members)
    agreed = {"consent": page.consent, "naming": page.naming}
    kept = {name: wording_for(page.form, language="de", text=text) for name, text in agreed.items()}
    for number, (nominee, title, text, sender, category, points, prize) in enumerate(words.PRIZE_ROWS, start=1):
        row = Application.objects.create(
            form=page.form,
            number=number,
            language="de",
            about=Application.About.OTHER,
            nominee=nominee,
            title=title,
            text=text,
            name=sender,
            email=f"vorschlag{number}@lindenau.example",
            category=categories[category],
            state=Application.State.WON if prize else Application.State.DECLINED,
            prize=prize,
            **kept,
        )
        for member, given in zip(members, points, strict=False):
            Verdict.objects.create(application=row, juror=member, points=dict(zip(criteria, given, strict=True)))
        ledger.note("applications")
    now = timezone.now()
    Jury.objects.filter(pk=jury.pk).update(state=Jury.State.TOLD, closed_at=now, told_at=now)
