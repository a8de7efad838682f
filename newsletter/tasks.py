"""Wake-ups for the worker. They carry numbers only; doing one twice or never does no harm, the sweeper sees to that."""

import logging

from django.conf import settings
from django.tasks import task

from . import confirmation, dispatch
from .mailing import start_if_due
from .models import Mailing, SignupRequest, Subscriber
from .readiness import links

logger = logging.getLogger(__name__)

SOMEBODY_WAITS = 50  # before what nobody sits in front of; a worker takes tasks by priority, over all its queues


@task(queue_name="mail", priority=SOMEBODY_WAITS)
def send_confirmation(request_id: int) -> bool:
    request = SignupRequest.objects.select_related("site", "wording").filter(pk=request_id).first()
    return bool(request and request.state == SignupRequest.State.NEW and confirmation.send_confirmation(request))


@task(queue_name="mail", priority=SOMEBODY_WAITS)
def send_care_link(subscriber_id: int, site_id: int | None) -> bool:
    from wagtail.models import Site

    subscriber = Subscriber.objects.filter(pk=subscriber_id).first()
    if subscriber:
        confirmation.send_care_link(subscriber, site=Site.objects.filter(pk=site_id).first())
    return bool(subscriber)


@task(queue_name="mail", backend=settings.WAKE_UPS)
def dispatch_mailing(mailing_id: int) -> int:
    """Send what is due; returns how many went out. Asks for another turn when its time is up."""
    mailing = Mailing.objects.filter(pk=mailing_id).first()
    if mailing is None:
        return 0
    outcome = dispatch.dispatch(mailing)
    if outcome.unfinished:
        dispatch_mailing.enqueue(mailing_id)
    return outcome.sent


@task(queue_name="mail")
def read_bounces() -> int:
    """Look into the bounce mailbox; a mailbox that cannot be read is written down for the office, and tried again."""
    from .feedback import mailbox

    try:
        return len(mailbox.read_mailbox())
    except mailbox.MailboxError as error:
        logger.warning("%s", error)
        return 0


@task(queue_name="mail")
def start_mailing(mailing_id: int) -> bool:
    """The time in which “send” could be taken back is over."""
    mailing = Mailing.objects.filter(pk=mailing_id).first()
    return bool(mailing and start_if_due(mailing))


@task(queue_name="default")
def work_on_import(import_id: int) -> bool:
    """One turn at a file of subscribers. Asks for another when its time is up."""
    from .exchange import running

    more = running.work_on(import_id)
    if more:
        work_on_import.enqueue(import_id)
    return more


@task(queue_name="mail")
def check_links(mailing_id: int) -> int:
    """Ask the servers that the mails of this mailing link to; returns how many links were asked."""
    mailing = Mailing.objects.filter(pk=mailing_id).first()
    found = dict.fromkeys(link for version in mailing.versions.all() for link in links.links_in(version.html)) if mailing else {}
    return links.ask(list(found))
