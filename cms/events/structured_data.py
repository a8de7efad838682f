"""schema.org description of events for search engines: also what was cancelled or moved, so that nobody is sent there."""

from cms.core.models import CouncilSettings
from cms.core.structured import address, organisation, without_empty

from .models import EventDate, EventPage, EventSeriesPage
from .recurrence import State

STATUS = {State.PLANNED: "EventScheduled", State.MOVED: "EventRescheduled", State.CANCELLED: "EventCancelled"}
MOST_DATES = 30  # of a long row, from the next one on


def event_data(event: EventPage, *, council: CouncilSettings, picture_url: str = "", request=None) -> dict:
    """The next date as Event; further dates as sub-events, each with its own time and status."""
    date = event.next_date
    data = {
        "@context": "https://schema.org",
        **of_date(event, date, council=council),
        "description": event.standfirst,
        "inLanguage": event.html_lang,
        "url": address(event, request),
        "image": [picture_url] if picture_url else [],
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "organizer": [host(block.value) for block in event.hosts if block.value] or organisation(council),
    }
    if event.series:
        series = event.series
        data["superEvent"] = {"@type": "EventSeries", "name": series.title, "url": address(series, request)}
    dates = event.coming_dates or event.all_dates
    if len(dates) > 1:
        data["subEvent"] = [of_date(event, date, council=council) for date in dates[:MOST_DATES]]
    return without_empty(data)


def series_data(series: EventSeriesPage, *, council: CouncilSettings, picture_url: str = "", request=None) -> dict:
    """A tour or a week with everything that is part of it."""
    first, last = series.first_day, series.last_day
    data = {
        "@context": "https://schema.org",
        "@type": "EventSeries",
        "name": series.title,
        "description": series.standfirst,
        "inLanguage": series.html_lang,
        "url": address(series, request),
        "image": [picture_url] if picture_url else [],
        "startDate": first.isoformat() if first else "",
        "endDate": last.isoformat() if last else "",
        "organizer": [host(block.value) for block in series.hosts if block.value] or organisation(council),
        "subEvent": [
            of_date(stop.event, stop.date, council=council) | {"url": address(stop.event, request)} for stop in series.stops
        ],
    }
    return without_empty(data)


def of_date(event: EventPage, date: EventDate | None, *, council: CouncilSettings) -> dict:
    data = {"@type": "Event", "name": event.title, "location": where(event, date, council=council), **when(date)}
    return without_empty(data)


def when(date: EventDate | None) -> dict:
    if date is None:
        return {"eventStatus": "https://schema.org/EventScheduled"}
    return without_empty(
        {
            "startDate": date.local_start.isoformat(),
            "endDate": date.local_end.isoformat() if date.end else "",
            "eventStatus": f"https://schema.org/{STATUS[date.state]}",
            "previousStartDate": date.local_was.isoformat() if date.was else "",
        }
    )


def where(event: EventPage, date: EventDate | None, *, council: CouncilSettings) -> dict:
    elsewhere = date.place if date else ""
    place, street = elsewhere or event.place, "" if elsewhere else event.address
    if not place and not street:
        return {}
    parts = {
        "@type": "PostalAddress",
        "streetAddress": street,
        "postalCode": council.postcode,
        "addressLocality": council.city,
    }
    return without_empty({"@type": "Place", "name": place, "address": without_empty(parts)})


def host(entry) -> dict:
    here = entry.here
    return without_empty({"@type": "Organization", "name": here.name, "url": here.url})
