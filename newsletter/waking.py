"""Who wakes whom: a worker that begins a long mailing leaves a wake-up for the next idle one, and the sweeper forgets nobody.

Wake-ups are only hints, so a note in the cache that one is on its way is enough, whatever queue carries them.
"""

from django.core.cache import cache
from django.db import connection
from django.tasks.backends.immediate import ImmediateBackend

from .models import Mailing

LONG = 1000  # mails that are worth a second worker
FORGOTTEN_AFTER = 300  # seconds; then a wake-up that nobody answered is repeated


def _key(mailing: Mailing) -> str:
    return f"newsletter.woken.{mailing.pk}"


def wake(mailing: Mailing) -> bool:
    """Ask for a worker, unless one has just been asked for. Returns whether."""
    from .tasks import dispatch_mailing  # tasks import the rooms below

    if not cache.add(_key(mailing), 1, FORGOTTEN_AFTER):
        return False
    dispatch_mailing.enqueue(mailing.pk)
    return True


def begin(mailing: Mailing) -> None:
    """A worker is here: the next may be woken."""
    cache.delete(_key(mailing))


def invite(mailing: Mailing) -> None:
    """Another worker, if there is one with nothing to do, is welcome."""
    from .tasks import dispatch_mailing

    if connection.in_atomic_block or isinstance(dispatch_mailing.get_backend(), ImmediateBackend):
        return
    if mailing.deliveries.filter(state="queued")[:LONG].count() == LONG:
        wake(mailing)
