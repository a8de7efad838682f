"""What the sweeper does for the newsletter, every half minute: nothing waits for a person to notice."""

import datetime

from django.utils import timezone

from .dispatch import release_stale, wake_due
from .models import SignupRequest
from .optin import MAX_MAIL_ATTEMPTS, expire_requests

__all__ = ["expire_requests", "release_stale", "retry_confirmations", "wake_due"]


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
