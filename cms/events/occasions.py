"""Occasions follow the dates of the event: made when it is published, moved and cancelled with it, and everybody is told."""

import datetime

from django.utils import timezone
from wagtail.log_actions import log

from . import mails, slots, waiting_list
from .models import EventPage, Occasion, Registration
from .places import holding
from .terms import page_of


def follow(event: EventPage) -> None:
    """After the event was published in any language. Only the page that sets the terms counts; past dates stay as they are."""
    if page_of(event.translation_key) != event:
        return
    known = {occasion.date_key: occasion for occasion in Occasion.objects.filter(event_key=event.translation_key)}
    if not known and not event.registration_settings.exists() and not event.open_slots.exists():
        return
    rows = {date.key: date for date in event.dates.all()}
    for key, date in rows.items():
        occasion = known.get(key)
        if occasion is None and not date.is_over and not date.is_cancelled:
            occasion = Occasion.objects.create(event_key=event.translation_key, date_key=key, start=date.start)
        if occasion is not None:
            follow_date(occasion.pk, event, date)
    for key, occasion in known.items():
        if key not in rows:
            cancel(occasion.pk)


def follow_date(occasion_id: int, event: EventPage, date) -> None:
    with holding(occasion_id) as occasion:
        if occasion.has_begun and not occasion.start < date.start:
            return
        old, was_cancelled = occasion.start, occasion.is_cancelled
        occasion.title, occasion.place = event.title, (date.where or event.address)[:160]
        occasion.start, occasion.end = date.start, date.end
        occasion.state = Occasion.State.CANCELLED if date.is_cancelled else Occasion.State.PLANNED
        moved, cancelled = old != occasion.start, occasion.is_cancelled and not was_cancelled
        back = was_cancelled and not occasion.is_cancelled
        occasion.sequence += moved or cancelled or back
        occasion.save()
        if moved:
            slots.shift(occasion, occasion.start - old)
        if pattern := event.open_slots.first():
            slots.lay_out(pattern, occasion)
        if cancelled or moved or back:
            record(occasion, "cancelled" if cancelled else "moved" if moved else "restored")
            tell_everybody(occasion, "called_off" if cancelled else "moved", was=old)
        waiting_list.move_up(occasion)


def cancel(occasion_id: int, *, by=None) -> None:
    """The date is gone or called off. Twice changes nothing."""
    with holding(occasion_id) as occasion:
        if occasion.is_cancelled or occasion.has_begun:
            return
        occasion.state = Occasion.State.CANCELLED
        occasion.sequence += 1
        occasion.save(update_fields=["state", "sequence"])
        record(occasion, "cancelled", by=by)
        tell_everybody(occasion, "called_off")


def cancel_all(event: EventPage) -> None:
    """Before the page that people registered on is deleted."""
    if page_of(event.translation_key) in (event, None):
        for occasion in Occasion.objects.filter(event_key=event.translation_key, start__gt=timezone.now()):
            cancel(occasion.pk)


def tell_everybody(occasion: Occasion, kind: str, *, was: datetime.datetime | None = None) -> None:
    """Whoever has a place or waits for one; the office about those without e-mail."""
    concerned = occasion.registrations.filter(state__in=Registration.ACTIVE).select_related("slot")
    for registration in concerned:
        registration.occasion = occasion
        mails.send(registration, kind=kind, was=was, tell_office=False)
    if silent := [registration for registration in concerned if not registration.address]:
        mails.office(occasion, silent, kind=kind)


def record(occasion: Occasion, action: str, *, by=None) -> None:
    log(occasion, f"events.occasion_{action}", user=by, data={"sequence": occasion.sequence})
