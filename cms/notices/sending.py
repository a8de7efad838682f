"""Handing notices to the mail server, and trying again. At most one worker has a notice at a time."""

import base64
import datetime
import logging
from email.headerregistry import Address
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from cms.core.addresses import AddressError, on_the_wire
from cms.core.context import html_lang

from .models import Notice
from .writing import blank, council_of

logger = logging.getLogger(__name__)

LEASE = datetime.timedelta(minutes=10)  # longer than any answer of a mail server
WAITS_MINUTES = (2, 10, 30, 60, 180, 360, 720, 1440)
KEPT = datetime.timedelta(days=14)
REFUSED_FOR_GOOD = range(500, 600)


def send(notice_id: int) -> bool:
    """Sends what is due; False if there is nothing to do now. Never raises for a mail server's trouble."""
    now = timezone.now()
    due = Notice.objects.filter(pk=notice_id, state=Notice.State.WAITING, next_attempt__lte=now)
    if not due.update(next_attempt=now + LEASE):
        return False
    notice = Notice.objects.select_related("site").get(pk=notice_id)
    try:
        message(notice).send(using="default")
    except AddressError as error:
        return settle(notice, Notice.State.FAILED, trouble=str(error))
    except OSError as error:  # also every SMTPException
        return postpone(notice, error)
    return settle(notice, Notice.State.SENT)


def postpone(notice: Notice, error: OSError) -> bool:
    """Later again; given up after two days, or when the server refuses this address for good.

    Any other refusal is about us (password, sender, policy): somebody will mend it, and the reader is not to blame.
    """
    attempts, words = notice.attempts + 1, str(error)[:500]
    codes = [code for code, _text in getattr(error, "recipients", {}).values()]
    if attempts > len(WAITS_MINUTES) or any(code in REFUSED_FOR_GOOD for code in codes):
        return settle(notice, Notice.State.FAILED, trouble=words)
    later = timezone.now() + datetime.timedelta(minutes=WAITS_MINUTES[attempts - 1])
    Notice.objects.filter(pk=notice.pk).update(attempts=attempts, next_attempt=later, trouble=words)
    logger.warning("Notice %s has to wait: %s", notice.pk, words)
    return False


def settle(notice: Notice, state: str, *, trouble: str = "") -> bool:
    Notice.objects.filter(pk=notice.pk, state=Notice.State.WAITING).update(
        state=state, settled_at=timezone.now(), trouble=trouble
    )
    return state == Notice.State.SENT


def message(notice: Notice) -> EmailMultiAlternatives:
    """Raises AddressError if the address cannot stand on an envelope."""
    council = council_of(notice.site)
    sender = parseaddr(council.sender_email or settings.DEFAULT_FROM_EMAIL)[1]
    name = council.sender_name or council.council_short or council.council_name
    mail = EmailMultiAlternatives(
        subject=notice.subject,
        body=notice.text,
        from_email=sender,
        to=[on_the_wire(notice.address)],
        reply_to=[council.reply_to] if council.reply_to else None,
        headers={
            "From": str(Address(display_name=" ".join(name.split()), addr_spec=on_the_wire(sender)))
            if "<" not in sender
            else sender,
            "Message-ID": notice.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": html_lang(notice.language),
        },
    )
    mail.attach_alternative(notice.html, "text/html")
    for item in notice.attachments:
        mail.attach(item["name"], base64.b64decode(item["content"]), item["type"])
    return mail


def send_due() -> int:
    """Duty: whatever waits and is due, because its wake-up was lost or it has to be tried again."""
    due = Notice.objects.filter(state=Notice.State.WAITING, next_attempt__lte=timezone.now()).order_by("next_attempt")
    return sum(send(pk) for pk in due.values_list("pk", flat=True)[:200])


def blank_old() -> int:
    """Duty: nobody needs the words and the address any more."""
    old = Notice.objects.exclude(state=Notice.State.WAITING).filter(settled_at__lt=timezone.now() - KEPT)
    return blank(old.exclude(address=""))
