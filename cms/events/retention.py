"""How long registrations are kept: so many days after the date, see “Data protection”. How many there were stays known."""

import datetime

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.models import DataProtection
from cms.core.retention import Rule
from cms.notices.writing import forget

from . import mails
from .models import Occasion, Registration


def rules() -> list[Rule]:
    days = DataProtection.longest("keep_registrations_days")
    return [Rule("registrations", _("registrations for events that are over"), days, _over, forget_people)]


def _over(limit: datetime.datetime) -> QuerySet:
    return Registration.objects.filter(Q(occasion__end__lt=limit) | Q(occasion__end=None, occasion__start__lt=limit))


def forget_people(keys: list) -> None:
    """The rows, and the mails about them that still lie in the outbox."""
    for registration in Registration.objects.filter(pk__in=keys).only("uid", "state", "people", "occasion"):
        forget(purpose="events.registration", about=mails.about(registration))
        forget(purpose="events.office", about=mails.about(registration))
        if registration.state == Registration.State.REGISTERED:
            Occasion.objects.filter(pk=registration.occasion_id).update(forgotten=F("forgotten") + registration.people)
    Registration.objects.filter(pk__in=keys).delete()
