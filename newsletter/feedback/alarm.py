"""When a server refuses us, not the reader: say so on the mailing's page and by one mail, and stop before it gets worse."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .. import ledger
from ..models import Feedback, Mailing
from ..models.policy import SendingPolicy

logger = logging.getLogger(__name__)

FEWEST_COMPLAINTS = 3  # one angry reader of forty is no reason to stop


def raise_for(feedback: Feedback) -> None:
    """The first refusal by a mail server in a mailing is written to the log and mailed to whoever sends."""
    same = Feedback.objects.filter(kind=Feedback.Kind.ABOUT_US, mailing=feedback.mailing, domain=feedback.domain)
    if same.exclude(pk=feedback.pk).exists():
        return
    mailing = feedback.mailing
    if mailing is not None:
        log(instance=mailing, action="newsletter.alarm", data={"domain": feedback.domain, "said": feedback.said[:300]})
    transaction.on_commit(lambda: mail_the_office(feedback))


def mail_the_office(feedback: Feedback) -> None:
    """Best effort: the alarm stands on the mailing's page whatever becomes of this mail."""
    mailing = feedback.mailing
    to = mailing.created_by.email if mailing and mailing.created_by else ""
    if not to:
        return
    with translation.override(settings.LANGUAGE_CODE):
        message = EmailMessage(
            subject=_("Newsletter: %(domain)s refuses our mail") % {"domain": feedback.domain or "?"},
            body=_(
                "The mail server of %(domain)s did not accept a mail of “%(mailing)s”. It does not object to the reader, "
                "but to us as the sender. Nobody was taken off the list.\n\n"
                "It said: %(said)s\n\n"
                "What to do: give this to whoever looks after the town's mail server. The page “Is our domain ready?” "
                "shows what is missing.\n\n%(url)s\n"
            )
            % {
                "domain": feedback.domain or "?",
                "mailing": mailing.title,
                "said": feedback.said[:500],
                "url": settings.BASE_URL + reverse("mailings:progress", args=[mailing.pk]),
            },
            to=[to],
            headers={"Auto-Submitted": "auto-generated"},
        )
    try:
        message.send(using="default")
    except Exception:  # any mailer may be configured, each with errors of its own
        logger.exception("The alarm about mailing %s could not be mailed", mailing.pk)


def count_complaints(mailing: Mailing | None) -> None:
    """Too many readers call it unwanted: pause before the town's address gets a bad name."""
    if mailing is None or not mailing.is_running:
        return
    complaints = Feedback.objects.filter(mailing=mailing, kind=Feedback.Kind.COMPLAINT).count()
    accepted = ledger.numbers(mailing).get("accepted", 0)
    limit = SendingPolicy.for_site(mailing.site).complaint_stop_percent if mailing.site else None
    if limit is None or complaints < FEWEST_COMPLAINTS or complaints * 100 <= float(limit) * max(accepted, 1):
        return
    from .. import mailing as room  # it imports the dispatcher's rooms, which import this one

    room.pause(mailing, user=None, reason=_("%s readers reported this mailing as unwanted.") % complaints)


def alarms(mailing: Mailing) -> list[Feedback]:
    """The first refusal of each server that does not want our mail."""
    seen: dict[str, Feedback] = {}
    for feedback in mailing.feedback.filter(kind=Feedback.Kind.ABOUT_US).order_by("received_at"):
        seen.setdefault(feedback.domain, feedback)
    return list(seen.values())
