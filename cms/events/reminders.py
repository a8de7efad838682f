"""Reminders: one mail to everybody who has a place, so many days before. Carried out by the sweeper; nobody gets two."""

import datetime

from django.db.models import Q
from django.utils import timezone

from . import mails
from .models import Occasion, Registration
from .places import holding
from .terms import terms_of

LONGEST = datetime.timedelta(days=31)
FRESH = datetime.timedelta(hours=24)  # who registered a moment ago needs no reminder
DEFAULT_DAYS = 2  # of appointments on an event without further settings


def remind_due() -> int:
    """Duty. Returns how many were reminded."""
    now = timezone.now()
    coming = Occasion.objects.filter(state=Occasion.State.PLANNED, start__gt=now, start__lt=now + LONGEST)
    waiting = coming.filter(registrations__state=Registration.State.REGISTERED, registrations__reminded_at=None).distinct()
    return sum(remind(occasion.pk) for occasion in waiting if is_due(occasion, now=now))


def is_due(occasion: Occasion, *, now: datetime.datetime) -> bool:
    terms = terms_of(occasion.event_key)
    days = terms.settings.reminder_days if terms.settings else DEFAULT_DAYS
    return terms.taken_here and days > 0 and occasion.start - datetime.timedelta(days=days) <= now


def remind(occasion_id: int) -> int:
    with holding(occasion_id) as occasion:
        now = timezone.now()
        people = occasion.registrations.filter(state=Registration.State.REGISTERED, reminded_at=None).select_related("slot")
        for registration in people.filter(~Q(address=""), registered_at__lt=now - FRESH):
            registration.occasion = occasion
            mails.send(registration, kind="reminder")
        return people.update(reminded_at=now)
