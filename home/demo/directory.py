"""The demo's contact points and its council: entries in every language, the pages that show them. Runs once, adds what is missing."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from cms.directory.models import Committee, CouncilPage, DirectoryPage, Mandate, Need, Organisation, Person, Seat, Session, Term

from .content import contacts_easy, council, directory
from .easy import CODE, publish_easy
from .ledger import Ledger
from .streams import Desk, new_id
from .translate import translate_page
from .we import ensure

LANGUAGES = (*directory.LANGUAGES, CODE)


def ensure_contact_points(german, *, home: Page) -> list[Page]:
    """`german` is the builder of the German tree, see pages.py. Returns the pages that are to be translated."""
    ensure_needs(locale=german.locale, ledger=german.ledger)
    for entry in directory.ORGANISATIONS:
        ensure_organisation(entry, locale=german.locale, ledger=german.ledger)
    ensure_own_entry(locale=german.locale)
    for entry in directory.NETWORK:
        ensure_multiplier(entry, locale=german.locale, ledger=german.ledger)
    fields = {**directory.PAGE, "search_description": directory.PAGE["standfirst"], "show_in_menus": True}
    page, created = ensure(german, DirectoryPage, fields, parent=home)
    if created:
        page.save_revision().publish()
    return [page, ensure_council_page(german, home=home)]


def ensure_needs(*, locale, ledger: Ledger) -> None:
    for place, (key, *words) in enumerate(directory.NEEDS):
        need, created = Need.objects.get_or_create(key=key, locale=locale, defaults={"name": words[0], "sort_order": place * 10})
        if created:
            in_other_languages(need, name=[*words, contacts_easy.NEEDS[key]])
        ledger.note("needs", created)


def in_other_languages(entry, **words: Sequence) -> None:
    """The entry in the demo's languages. `words`: a field in German and in each of LANGUAGES."""
    for place, code in enumerate(LANGUAGES, 1):
        copy = entry.copy_for_translation(Locale.objects.get(language_code=code))
        for name, said in words.items():
            setattr(copy, name, said[place])
        copy.save()


def ensure_organisation(entry: dict[str, Any], *, locale, ledger: Ledger) -> None:
    if Organisation.objects.filter(name=entry["name"], locale=locale).exists():
        return
    easy = dict(zip(("helps_with", "hours"), contacts_easy.ORGANISATIONS[entry["name"]], strict=True))
    words = {name: (*entry[name], easy[name]) for name in easy if name in entry}
    fields = entry | {name: said[0] for name, said in words.items()}
    organisation = Organisation.objects.create(locale=locale, checked_on=directory.CHECKED, **fields)
    in_other_languages(organisation, **words)
    ledger.note("organisations")


def ensure_own_entry(*, locale) -> None:
    """The council's office is in the directory as well; its entry came with the flyers."""
    own = Organisation.objects.filter(name=directory.COUNCIL["name"], locale=locale).first()
    if own and not own.needs:
        for name, value in directory.COUNCIL.items():
            setattr(own, name, value)
        own.checked_on = directory.CHECKED
        own.save()


def ensure_multiplier(entry: tuple, *, locale, ledger: Ledger) -> None:
    names = ("name", "function", "organisation", "phone", "email", "languages", "district", "needs")
    fields = dict(zip(names, entry, strict=True))
    if Person.objects.filter(name=fields["name"], locale=locale).exists():
        return
    fields["organisation"] = Organisation.objects.filter(name=fields["organisation"], locale=locale).first()
    Person.objects.create(locale=locale, visibility="internal", checked_on=directory.CHECKED, **fields)
    ledger.note("people")


def ensure_council_page(german, *, home: Page) -> Page:
    ensure_council_facts(german)
    fields = {name: value for name, value in council.PAGE.items() if name != "picture"}
    fields |= {"search_description": fields["standfirst"], "picture_id": german.desk.images[council.PAGE["picture"]]}
    page, created = ensure(german, CouncilPage, fields, parent=home)
    if created:
        page.goals = goals_stream(council.GOALS)
        page.save_revision().publish()
    return page


def goals_stream(goals: list[tuple[str, str]]):
    raw = [
        {"type": "goal", "value": {"title": title, "text": text}, "id": new_id(f"rat/ziel/{place}")}
        for place, (title, text) in enumerate(goals)
    ]
    return CouncilPage._meta.get_field("goals").to_python(raw)


def ensure_council_facts(german) -> None:
    term, created = Term.objects.get_or_create(starts=council.TERM[0], defaults={"ends": council.TERM[1]})
    if not created:
        return
    committees = {}
    for place, (key, names, tasks) in enumerate(council.COMMITTEES):
        committees[key] = Committee.objects.create(locale=german.locale, name=names[0], task=tasks[0], sort_order=place * 10)
        name, task = contacts_easy.COMMITTEES[key]
        in_other_languages(committees[key], name=(*names, name), task=(*tasks, task))
    for place, member in enumerate(council.MEMBERS):
        ensure_mandate(german, member, term=term, committees=committees, place=place)
    for day, committee, is_public, agenda in council.SESSIONS:
        make_session(german.locale, day, committee=committees.get(committee), is_public=is_public, agenda=agenda)
    german.ledger.note("mandates", count=len(council.MEMBERS))


def ensure_mandate(german, member: tuple, *, term: Term, committees: dict[str, Committee], place: int) -> None:
    key, name, kind, list_name, function, languages, seats = member
    person = Person.objects.filter(name=name, locale=german.locale).first()
    if person is None:
        person = Person(name=name, locale=german.locale)
        if key:
            person.portrait_id = german.desk.images[f"portrait-{key}"]
            person.portrait_alt = council.PORTRAITS[key]
    if languages:
        person.languages = languages
    person.save()
    mandate = Mandate.objects.create(
        person=person, term=term, kind=kind, list_name=list_name, function=function, sort_order=place * 10
    )
    for seat in seats:
        committee, _colon, role = seat.partition(":")
        Seat.objects.create(mandate=mandate, committee=committees[committee], function=role or "member")


def make_session(locale, day, *, committee, is_public: bool, agenda: list) -> None:
    def items(place: int) -> list[dict]:
        return [
            {
                "type": "item",
                "value": {"title": (*words, contacts_easy.AGENDA[words[0]])[place], "text": "", "closed": closed},
                "id": new_id(f"sitzung/{day}/{number}"),
            }
            for number, (words, closed) in enumerate(agenda)
        ]

    field = Session._meta.get_field("agenda")
    every = range(len(LANGUAGES) + 1)
    note = ("",) * len(every) if committee else (*council.NOTE, contacts_easy.NOTE)
    session = Session(
        locale=locale,
        starts_at=timezone.make_aware(day),
        place=council.PLACE,
        committee=committee,
        is_public=is_public,
        note=note[0],
    )
    session.agenda = field.to_python(items(0))
    session.save()
    if agenda or note[0]:
        in_other_languages(session, agenda=[field.to_python(items(place)) for place in every], note=note)


def translate_contact_points(pages: list[Page], *, desk: Desk, ledger: Ledger) -> None:
    """The two pages as made above, in every language."""
    words = directory.PAGE_WORDS | council.WORDS
    for place, code in enumerate(directory.LANGUAGES):
        locale = Locale.objects.get(language_code=code)
        catalogue = {german.replace("\n", "<br/>"): others[place].replace("\n", "<br/>") for german, others in words.items()}
        for page in pages:
            if not page.has_translation(locale):
                translate_page(page, locale=locale, catalogue=catalogue)
                ledger.note("translated pages")
    locale = Locale.objects.get(language_code=CODE)
    easy = [contacts_easy.DIRECTORY_PAGE, contacts_easy.COUNCIL_PAGE | {"goals": goals_stream(contacts_easy.GOALS)}]
    for page, content in zip(pages, easy, strict=True):
        if not page.has_translation(locale):
            publish_easy(page, locale=locale, content=content, desk=desk)
            ledger.note("pages in Leichte Sprache")
