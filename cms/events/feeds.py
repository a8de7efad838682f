"""Calendars to subscribe to: all dates of a language, or those of a topic, kind, district or spoken language."""

import datetime
import hashlib

from django.http import Http404, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.core.calendar import Kind, Topic, Wanted
from cms.core.context import html_lang
from cms.core.models import CouncilSettings

from .calendar import between, dates_near
from .ical import calendar_file, feed_component
from .tongues import tongue_name

DAYS_BACK, DAYS_AHEAD = 60, 730
FRESH_SECONDS = 900
REFRESH_HOURS = 6


@require_safe
def calendar_feed(request) -> HttpResponse:
    """`/de/events/calendar.ics`, with the same questions as the calendar page."""
    home, council = here(request), CouncilSettings.for_request(request)
    wanted, today = Wanted.read(request.GET), timezone.localdate()
    dates = between(
        dates_near(home, wanted=wanted),
        today - datetime.timedelta(days=DAYS_BACK),
        today + datetime.timedelta(days=DAYS_AHEAD),
    ).order_by("start", "pk")
    name = feed_name(council, wanted=wanted)
    return answer(request, [with_council(date, council) for date in dates], name=name, filename="termine.ics")


@require_safe
def event_file(request, slug: str) -> HttpResponse:
    """`/de/events/offenes-fruehstueck.ics`: all dates of one event, those that were cancelled too."""
    home, council = here(request), CouncilSettings.for_request(request)
    dates = list(dates_near(home).filter(event__slug=slug).order_by("start", "pk"))
    if not dates:
        raise Http404
    return answer(request, [with_council(date, council) for date in dates], name=dates[0].event.title, filename=f"{slug}.ics")


def here(request) -> Page:
    """The home page of the language in the address. Raises Http404 for a language the site does not speak."""
    site = Site.find_for_request(request)
    home = (
        site
        and Page.objects.filter(
            translation_key=site.root_page.translation_key, locale__language_code=translation.get_language(), live=True
        ).first()
    )
    if not home:
        raise Http404
    return home


def with_council(date, council: CouncilSettings):
    """Each event would look for its site and council alone."""
    date.event.council = council
    return date


def feed_name(council: CouncilSettings, *, wanted: Wanted) -> str:
    parts = [
        council.council_short or council.council_name or _("Dates"),
        str(Topic(wanted.topic).label) if wanted.topic else "",
        str(Kind(wanted.kind).label) if wanted.kind else "",
        wanted.district,
        tongue_name(wanted.language) if wanted.language else "",
    ]
    return " · ".join(part for part in parts if part)


def answer(request, dates, *, name: str, filename: str) -> HttpResponse:
    entries = [feed_component(date) for date in dates]
    language = html_lang(translation.get_language())
    data = calendar_file(entries, language=language, name=name, refresh_hours=REFRESH_HOURS)
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    response["ETag"] = etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    if request.headers.get("If-None-Match") == etag:
        response.status_code, response.content = 304, b""
    return response
