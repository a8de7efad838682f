"""The demo's events: German pages below the list of dates, the tour and the week with theirs. Other languages: we_abroad.py."""

from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page

from cms.core.blocks import BodyBlock
from cms.directory.models import Organisation
from cms.events.models import EventIndexPage, EventPage, EventSeriesPage

from .content import events as old
from .content import occasions as new
from .content import occasions_words
from .streams import new_id
from .we import ensure, fill, programme_item

BODY = BodyBlock()
LANGUAGES = ("de", "en", "ar")  # in the order in which content/occasions.py says everything
SPOKEN = {"de": "Sprachen", "en": "Languages", "ar": "اللغات"}


def ensure_events(german, *, home: Page) -> list[Page]:
    """`german` is the builder of the German tree, see pages.py. Returns the pages, parents first."""
    fields = {**old.INDEX, "search_description": old.INDEX["standfirst"], "show_in_menus": True}
    index, created = ensure(german, EventIndexPage, fields, parent=home)
    if created:
        index.save_revision().publish()
    pages = [index, *(ensure_event(german, event, parent=index) for event in old.EVENTS)]
    tour = ensure_series(german, new.TOUR, parent=index)
    pages += [tour, ensure_event(german, old.TOUR, parent=tour)]
    pages += [ensure_event(german, plain(stop_fields(stop)), parent=tour) for stop in new.STOPS]
    pages += [ensure_event(german, plain(event), parent=index) for event in new.EVENTS]
    week = ensure_series(german, new.WEEK, parent=index)
    return [*pages, week, *(ensure_event(german, plain(day_fields(day)), parent=week) for day in new.DAYS)]


def stop_fields(stop: dict[str, Any]) -> dict[str, Any]:
    shared = {"kind": "council", "topic": "politics", "colour": "petrol", "picture": "tour", "kicker": new.TOUR["title"]}
    return shared | stop


def day_fields(row: tuple) -> dict[str, Any]:
    day, start, end, kind, slug, title, place, words, languages = row
    times = [("day", {"date": day, "start": start, "end": end})]
    fields = {"slug": slug, "title": title, "place": place, "standfirst": words, "languages": languages, "kind": kind}
    return fields | {"times": times, "colour": "plum", "kicker": new.WEEK["title"], "cost": ("Kostenlos", "Free", "مجانًا")}


def plain(event: dict[str, Any]) -> dict[str, Any]:
    """An event of content/occasions.py, in German and in the form of content/events.py."""
    found = {name: value[0] if isinstance(value, tuple) else value for name, value in event.items()}
    found["times"] = [(kind, value | {"words": value.get("words", ("",))[0]}) for kind, value in found["times"]]
    languages = found.pop("languages", [])
    found["access"] = [("spoken", "yes", SPOKEN["de"], "", languages)] if languages else []
    if "picture" in found:
        found["picture_alt"] = new.DRAWINGS[found["picture"]][0]
    return found


def ensure_event(german, event: dict[str, Any], *, parent: Page) -> Page:
    streams = ("times", "access", "programme", "body", "picture", "host")
    fields = {name: value for name, value in event.items() if name not in streams}
    fields |= {"search_description": event["standfirst"]}
    if "picture" in event:
        fields["picture_id"] = german.desk.images[event["picture"]]
    page, created = ensure(german, EventPage, fields | {"host": event.get("host", "")}, parent=parent)
    if created:
        fill_event(german, page, event)
        page.save_revision().publish()
    return page


def fill_event(german, page: EventPage, event: dict[str, Any]) -> None:
    fill(page, "times", [(kind, time_value(kind, value, path=page.slug)) for kind, value in event["times"]])
    fill(page, "access", [("access", access_value(row)) for row in event.get("access", [])])
    fill(page, "programme", [("item", programme_item(row)) for row in event.get("programme", [])])
    page.body = german.desk.stream(BODY, event.get("body", []), path=f"events/{page.slug}/body")


def time_value(kind: str, value: dict[str, Any], *, path: str) -> dict[str, Any]:
    """With every field of its block; times as 09:30:00."""
    empty = {
        "day": {"end": None, "last": None},
        "regularly": {"weekdays": [], "end": None, "without": []},
        "change": {"what": "cancelled", "new_date": None, "new_start": None, "new_end": None, "place": ""},
    }[kind]
    made = empty | {name: part for name, part in value.items() if kind == "change" or name != "words"}
    for name in ("start", "end"):
        if made.get(name):
            made[name] = f"{made[name]:0>5}:00"
    if kind == "regularly":
        made["without"] = [
            {"type": "item", "value": day, "id": new_id(f"{path}/without/{place}")} for place, day in enumerate(made["without"])
        ]
    return made


def access_value(row: tuple) -> dict[str, Any]:
    kind, state, title, text, *languages = row
    return {"kind": kind, "state": state, "title": title, "text": text, "languages": languages[0] if languages else []}


def set_hosts(page: Page, host: Organisation) -> None:
    raw = [{"type": "partner", "value": host.pk, "id": new_id(f"{page.slug}/host")}]
    page.hosts = StreamValue(page._meta.get_field("hosts").stream_block, raw, is_lazy=True)


def ensure_series(german, content: dict[str, Any], *, parent: Page) -> EventSeriesPage:
    fields = {name: value[0] if isinstance(value, tuple) else value for name, value in content.items() if name != "body"}
    fields |= {
        "picture_id": german.desk.images[fields.pop("picture")],
        "picture_alt": new.DRAWINGS[content["picture"]][0],
        "search_description": fields["standfirst"],
    }
    page, created = ensure(german, EventSeriesPage, fields, parent=parent)
    if created:
        if host := Organisation.objects.filter(name=new.COUNCIL, locale=german.locale).first():
            set_hosts(page, host)
        page.body = german.desk.stream(BODY, [("paragraph", content["body"][0])], path=f"events/{page.slug}/body")
        page.save_revision().publish()
    return page


def link_hosts(pages: list[Page]) -> None:
    """A host that the directory knows by now is chosen there instead of being typed."""
    for page in pages:
        named = page.host if isinstance(page, EventPage) else ""
        host = Organisation.objects.filter(name=named, locale=page.locale).first() if named else None
        if host:
            page.host = ""
            set_hosts(page, host)
            page.save_revision().publish()


def link_calls(pages: list[Page], calls: list[Page]) -> None:
    """The art night leads to the form on which people offer something for its bazaar."""
    bazaar = next((call for call in calls if call.slug == "kunstbasar"), None)
    night = next((page for page in pages if page.slug == old.ART_NIGHT["slug"]), None)
    if bazaar and night and night.call_page_id is None:
        night = EventPage.objects.get(pk=night.pk)
        night.call_page_id = bazaar.pk
        night.save_revision().publish()


def words_in(code: str) -> dict[str, str]:
    """German text → text in that language, for every event and series of content/occasions.py."""
    return occasions_words.catalogue(code) | (words_beside(LANGUAGES.index(code)) if code in LANGUAGES else {})


def words_beside(place: int) -> dict[str, str]:
    """German → the language at that place of every triple in the content."""
    found = {SPOKEN["de"]: SPOKEN[LANGUAGES[place]]}
    queue: list[Any] = [new.TOUR, new.STOPS, new.EVENTS, new.WEEK, new.DAYS, new.DRAWINGS, day_fields(new.DAYS[0])["cost"]]
    while queue:
        value = queue.pop()
        if isinstance(value, tuple) and len(value) == len(LANGUAGES) and all(isinstance(word, str) for word in value):
            found[value[0]] = value[place]
        elif isinstance(value, dict):
            queue += value.values()
        elif isinstance(value, list | tuple):
            queue += value
    return found
