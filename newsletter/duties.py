"""What the sweeper does for the newsletter, every half minute: nothing waits for a person to notice."""

import datetime

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from .models import SignupRequest
from .optin import MAX_MAIL_ATTEMPTS, expire_requests
from .recovery import release_stale, wake_due

__all__ = ["expire_requests", "look_for_bounces", "release_stale", "retry_confirmations", "wake_due"]


MAILBOX_PAUSE_SECONDS = 55


def retry_confirmations() -> int:
    """Try again to send confirmation mails that the server did not take; longer pauses after each attempt."""
    from .tasks import send_confirmation

    woken = 0
    for request in SignupRequest.objects.filter(state=SignupRequest.State.NEW, attempts__lt=MAX_MAIL_ATTEMPTS)[:200]:
        pause = datetime.timedelta(minutes=2 ** min(request.attempts, 8))
        if request.requested_at + pause < timezone.now():
            send_confirmation.enqueue(request.pk)
            woken += 1
    return woken


def look_for_bounces() -> int:
    """Have the bounce mailbox read about once a minute, never by two at the same time."""
    from .tasks import read_bounces

    if not settings.BOUNCE_MAILBOX_URL or not cache.add("newsletter.bounces", 1, MAILBOX_PAUSE_SECONDS):
        return 0
    read_bounces.enqueue()
    return 1
