"""Who wakes whom: a worker that begins a long mailing leaves a wake-up for the next idle one, and the sweeper forgets nobody.

Wake-ups are only hints, whatever queue carries them: a second one does no harm, a lost one is repeated.
"""

import datetime

from django.db import connection
from django.db.models import Q
from django.tasks.backends.immediate import ImmediateBackend
from django.utils import timezone

from .models import Mailing

LONG = 1000  # mails that are worth a second worker
LOST_AFTER = datetime.timedelta(minutes=5)


def wake(mailing: Mailing) -> bool:
    """Ask for a worker, unless one has just been asked for. Returns whether."""
    from .tasks import dispatch_mailing  # tasks import the rooms below

    now = timezone.now()
    nobody_called = Q(woken_at=None) | Q(woken_at__lt=now - LOST_AFTER) | Q(woken_at__gt=now)  # or the clock was wrong
    if not Mailing.objects.filter(nobody_called, pk=mailing.pk).update(woken_at=now):
        return False
    dispatch_mailing.enqueue(mailing.pk)
    return True


def begin(mailing: Mailing) -> None:
    """A worker is here: the next may be woken."""
    Mailing.objects.filter(pk=mailing.pk).exclude(woken_at=None).update(woken_at=None)


def invite(mailing: Mailing) -> None:
    """Another worker, if there is one with nothing to do, is welcome."""
    from .tasks import dispatch_mailing

    if connection.in_atomic_block or isinstance(dispatch_mailing.get_backend(), ImmediateBackend):
        return
    if mailing.deliveries.filter(pile="queued")[:LONG].count() == LONG:
        wake(mailing)
