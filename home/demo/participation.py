"""The demo's forms below “Mitmachen”: contact, volunteers, ideas, two surveys; and what invented people sent through them."""

import datetime
import random

from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Locale, Page

from cms.core.blocks import BodyBlock
from cms.participation.models import (
    ContactFormPage,
    Idea,
    IdeaBoxPage,
    Message,
    Step,
    SurveyAnswer,
    SurveyCode,
    SurveyPage,
    Volunteer,
    VolunteerPage,
)
from cms.participation.surveys.questions import Question, questions_of
from cms.participation.wording import wording_for

from .content import forms_words
from .content import participation as words
from .ledger import Ledger
from .streams import items, new_id
from .translate import translate_page
from .we import ensure

FIRST_DAY = datetime.date(2026, 10, 5)


def ensure_forms(german, *, ledger: Ledger) -> list[Page]:
    """`german` is the builder of the German tree, see pages.py. Returns the pages."""
    parent = Page.objects.get(pk=german.desk.pages["mitmachen"])
    pages = [
        ensure_form(german, ContactFormPage, words.CONTACT, parent=parent),
        ensure_form(german, VolunteerPage, words.VOLUNTEERS, parent=parent, interests=words.INTERESTS),
        ensure_form(german, IdeaBoxPage, words.IDEAS, parent=parent, topics=words.TOPICS),
        ensure_form(german, SurveyPage, words.TOWN, parent=parent, questions=words.TOWN_QUESTIONS),
        ensure_form(german, SurveyPage, words.CLUBS, parent=parent, questions=words.CLUB_QUESTIONS),
    ]
    contact, volunteers, box, town, clubs = pages
    ensure_messages(contact, ledger=ledger)
    ensure_volunteers(volunteers, ledger=ledger)
    ensure_ideas(box, ledger=ledger)
    ensure_answers(town, number=64, texts=words.TOWN_TEXTS, ledger=ledger)
    ensure_club_answers(clubs, ledger=ledger)
    return pages


def ensure_forms_abroad(pages: list[Page], *, ledger: Ledger) -> None:
    """Forms and calls in every language."""
    for code in forms_words.LANGUAGES:
        locale, catalogue = Locale.objects.get(language_code=code), forms_words.catalogue(code)
        for page in pages:
            if not page.has_translation(locale):
                translate_page(page, locale=locale, catalogue=catalogue)
                ledger.note("translated pages")


def ensure_form(german, model, fields: dict, *, parent: Page, **streams) -> Page:
    values = dict(fields) | {"search_description": fields["standfirst"]}
    values["show_in_menus"] = fields.get("audience") != "codes"
    if "closes_at" in values:
        values["closes_at"] = timezone.make_aware(values["closes_at"])
    page, created = ensure(german, model, values, parent=parent)
    if created:
        for name, content in streams.items():
            setattr(page, name, stream_of(page, name, content))
        if model is VolunteerPage:
            page.body = german.desk.stream(BodyBlock(), words.VOLUNTEERS_BODY, path=f"forms/{page.slug}")
        page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def stream_of(page: Page, name: str, content: list) -> StreamValue:
    """Options, or questions with an id at every level."""
    raw = []
    for place, row in enumerate(content):
        path = f"forms/{page.slug}/{name}/{place}"
        if isinstance(row, str):
            raw.append({"type": "option", "value": row, "id": new_id(path)})
            continue
        kind, value = row
        lists = {key: items(part, path=f"{path}/{key}") for key, part in value.items() if isinstance(part, list)}
        raw.append({"type": kind, "value": {"hint": "", "needed": False} | value | lists, "id": new_id(path)})
    return StreamValue(page._meta.get_field(name).stream_block, raw, is_lazy=True)


def ensure_messages(page: ContactFormPage, *, ledger: Ledger) -> None:
    if page.form.submissions.exists():
        return
    for row in words.MESSAGES:
        kept = {name: row[name] for name in ("subject", "text", "name", "email", "state")}
        message = Message.objects.create(form=page.form, language=row.get("language", "de"), **kept)
        for kind in (Step.Kind.NOTE, Step.Kind.ANSWER):
            if text := row.get(kind.value):
                Step.objects.create(submission=message, kind=kind, text=text)
        ledger.note("messages")


def ensure_volunteers(page: VolunteerPage, *, ledger: Ledger) -> None:
    if page.form.submissions.exists():
        return
    options = page.options()
    consent = wording_for(page.form, language="de", text=page.consent)
    for row in words.VOLUNTEER_ROWS:
        chosen = [{"key": options[place][0], "label": options[place][1]} for place in row["interests"]]
        kept = {name: value for name, value in row.items() if name != "interests"}
        Volunteer.objects.create(form=page.form, language="de", interests=chosen, consent=consent, **kept)
        ledger.note("volunteers")


def ensure_ideas(page: IdeaBoxPage, *, ledger: Ledger) -> None:
    if page.form.submissions.exists():
        return
    topics = [key for key, _name in page.options()]
    for place, row in enumerate(words.IDEA_ROWS):
        language = row.get("language", "de")
        kept = {name: row[name] for name in ("title", "text", "district", "shown_name", "progress")}
        day = timezone.now() - datetime.timedelta(days=9 * place + 4)
        more = {"publication": Idea.Publication.PUBLISHED, "published_at": day, "state": Idea.State.ANSWERED}
        idea = Idea.objects.create(form=page.form, language=language, topic=topics[row["topic"]], **kept, **more)
        idea.wordings.create(language=language, title=row["title"], text=row["text"], answer=row["answer"])
        for code in ("de", *forms_words.LANGUAGES):
            if code in row:
                title, text, answer = row[code]
                idea.wordings.create(language=code, title=title, text=text, answer=answer)
        ledger.note("ideas")
    for row in words.WAITING_IDEAS:
        kept = {name: row[name] for name in ("title", "text")}
        Idea.objects.create(form=page.form, language="de", topic=topics[row["topic"]], **kept)
        ledger.note("ideas")


def ensure_club_answers(page: SurveyPage, *, ledger: Ledger) -> None:
    if SurveyCode.objects.filter(form=page.form).exists():
        return
    for group, answered in words.GROUPS:
        ensure_answers(page, number=answered, texts=words.CLUB_TEXTS, group=group, ledger=ledger)
        states = [SurveyCode.State.USED] * answered + [SurveyCode.State.OPEN] * 5
        SurveyCode.objects.bulk_create([SurveyCode(form=page.form, group=group, state=state) for state in states])


def ensure_answers(page: SurveyPage, *, number: int, texts: list[str], ledger: Ledger, group: str = "") -> None:
    """The same answers on every machine."""
    if SurveyAnswer.objects.filter(form=page.form, group=group).exists():
        return
    chance, questions = random.Random(f"{page.slug}{group}"), questions_of(page)
    rows = []
    for place in range(number):
        values = {question.id: value for question in questions if (value := invented(question, chance))}
        for question in questions:
            if question.kind == "text" and place < len(texts):
                values[question.id] = texts[place]
        language = chance.choices(["de", "en", "ar", "tr", "uk"], weights=[6, 1, 2, 2, 1])[0] if not group else "de"
        day = FIRST_DAY + datetime.timedelta(days=place % 26)
        has_texts = place < len(texts)
        once = new_id(f"forms/{page.slug}/{group}/{place}")
        rows.append(
            SurveyAnswer(
                form=page.form, language=language, group=group, answered_on=day, values=values, has_texts=has_texts, once=once
            )
        )
    SurveyAnswer.objects.bulk_create(rows)
    ledger.note("answers to surveys", count=number)


def invented(question: Question, chance: random.Random):
    """What somebody might answer; the first options are liked more."""
    keys = [key for key, _label in question.options]
    weights = [len(keys) - place + 0.5 for place in range(len(keys))]
    if question.kind == "text" or not question.needed and chance.random() < 0.08:
        return None
    if question.kind == "multiple":
        most = question.most or len(keys)
        return [key for key in keys if chance.random() < 0.45][:most] or keys[:1]
    if question.kind == "scale":
        return chance.choices(keys, weights=[1, 3, 4, 3, 2][: len(keys)])[0]
    if question.kind == "matrix":
        return {row: chance.choices(keys, weights=weights)[0] for row, _label in question.rows}
    return chance.choices(keys, weights=weights)[0]
