"""schema.org description of an event for search engines."""

from cms.core.models import CouncilSettings
from cms.core.structured import address, organisation, without_empty

from .models import EventPage


def event_data(event: EventPage, *, council: CouncilSettings, picture_url: str = "", request=None) -> dict:
    """The next date as Event; further dates as sub-events, each with its own time."""
    place = where(event, council=council)
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.standfirst,
        "inLanguage": event.html_lang,
        "url": address(event, request),
        "image": [picture_url] if picture_url else [],
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": place,
        "organizer": organisation(council),
        **when(event.next_date),
    }
    if len(event.all_dates) > 1:
        data["subEvent"] = [{"@type": "Event", "name": event.title, "location": place, **when(date)} for date in event.all_dates]
    return without_empty(data)


def when(date) -> dict:
    if date is None:
        return {}
    return without_empty({"startDate": date.local_start.isoformat(), "endDate": date.local_end.isoformat() if date.end else ""})


def where(event: EventPage, *, council: CouncilSettings) -> dict:
    if not event.place and not event.address:
        return {}
    street = {
        "@type": "PostalAddress",
        "streetAddress": event.address,
        "postalCode": council.postcode,
        "addressLocality": council.city,
    }
    return without_empty({"@type": "Place", "name": event.place, "address": without_empty(street)})
