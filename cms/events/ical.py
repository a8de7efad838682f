"""Calendar files (RFC 5545): one date of an event as VEVENT, and VEVENTs as a calendar with the time zones they need.

Used for the attachment of confirmation mails and, by feeds.py, for whole calendars. Knows no people who take part.
"""

import datetime
from collections.abc import Iterable
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils import timezone

from .recurrence import State
from .wording import state_words

SEQUENCE = {State.PLANNED: 0, State.MOVED: 1, State.CANCELLED: 2}
PRODUCT = "-//Vielfalt//Integrationsrat//DE"


def calendar_entry(event, date, **details) -> bytes:
    """One date of an event as a calendar file of its own, for a mail or a download. `details` as in date_component()."""
    entry = date_component(event, date, **details)
    return calendar_file([entry], language=event.html_lang, method="CANCEL" if details.get("cancelled") else "PUBLISH")


def date_component(
    event,
    date,
    *,
    uid: str = "",
    sequence: int = 0,
    cancelled: bool = False,
    note: str = "",
    address: str = "",
    stamp: datetime.datetime | None = None,
    categories: Iterable[str] = (),
) -> icalendar.Event:
    """One date of an event as VEVENT, in the council's time zone and the page's language.

    `date` has `start` and `end` (aware, end may be None). An entry with the same `uid` and a higher `sequence` replaces an
    earlier one in the reader's calendar. `note` stands before the description; `address` is the web page if not the event's;
    `stamp` is when the entry was last changed, now if nobody knows.
    """
    entry = icalendar.Event()
    entry.add("uid", uid or date_uid(event, date.start))
    entry.add("sequence", sequence)
    entry.add("dtstamp", (stamp or timezone.now()).astimezone(datetime.UTC).replace(microsecond=0))
    entry.add("dtstart", timezone.localtime(date.start))
    if date.end:
        entry.add("dtend", timezone.localtime(date.end))
    entry.add("summary", event.title, parameters={"LANGUAGE": event.html_lang})
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    own = getattr(date, "place", "")  # of a date that was moved elsewhere: the event's address does not hold there
    parts = (own, event.council.town) if own and own != event.place else (event.place, event.address, event.council.town)
    place = ", ".join(part for part in parts if part)
    if place:
        entry.add("location", place)
    if names := [str(name) for name in categories if name]:
        entry.add("categories", names)
    if text := "\n\n".join(part for part in (note, event.standfirst) if part):
        entry.add("description", text)
    if page := address or event.full_url:
        entry.add("url", page)
    if event.council.email:  # RFC 5546: a published or cancelled entry names who organises it
        organizer = icalendar.vCalAddress(f"mailto:{event.council.email}")
        organizer.params["CN"] = event.council.council_name or event.council.email
        entry.add("organizer", organizer)
    return entry


def calendar_file(
    entries: Iterable[icalendar.Event], *, language: str = "de", method: str = "PUBLISH", name: str = "", refresh_hours: int = 0
) -> bytes:
    """VEVENTs as one calendar. `name` and `refresh_hours` are for feeds: what the reader's calendar shows, how often it looks."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if name:
        calendar.add("name", name, parameters={"LANGUAGE": language})
        calendar.add("x-wr-calname", name)
    if refresh_hours:
        calendar.add("refresh-interval", datetime.timedelta(hours=refresh_hours), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", datetime.timedelta(hours=refresh_hours))
    for entry in entries:
        calendar.add_component(entry)
    if days := [entry.start.date() for entry in calendar.events]:
        year = datetime.timedelta(days=366)  # only the changes of the clock around these dates, not those of seventy years
        calendar.add_missing_timezones(first_date=min(days) - year, last_date=max(days) + year)
    return calendar.to_ical()


def date_uid(event, start: datetime.datetime) -> str:
    """The same for every language of one date, so that nobody has it twice in their calendar."""
    host = urlsplit(settings.BASE_URL).hostname
    return f"{event.translation_key}-{start.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}@{host}"


def feed_component(date) -> icalendar.Event:
    """An EventDate as it stands in a feed. Moved and cancelled ones replace what readers have already."""
    event = date.event
    return date_component(
        event,
        date,
        uid=date_uid(event, date.planned_start),
        sequence=SEQUENCE[date.state],
        cancelled=date.is_cancelled,
        note=" ".join(part for part in (state_words(date), date.note) if part),
        stamp=event.last_published_at,
        categories=(event.get_kind_display(), event.get_topic_display()),
    )
