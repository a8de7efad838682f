"""Somebody shown in a mail has taken their consent back: what has not left yet is made anew without them, or does not leave.

Nothing goes on by itself: the office sees why, looks at the new mail and decides. What had left is told, as evidence.
"""

import logging
from functools import reduce
from operator import or_
from urllib.parse import quote
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.consent import Trace, mark_of, person_gone

from . import composing
from . import mailing as sending_steps
from .errors import MailingError
from .models import Delivery, Mailing, MailingVersion
from .models.mailings import AT_WORK, ENDED

logger = logging.getLogger(__name__)
State = Mailing.State


def connect() -> None:
    person_gone.connect(take_out, dispatch_uid="newsletter.gone")


def take_out(sender, key: UUID, page_ids: list[int], pictures: list[str], **kwargs) -> list[Trace]:
    """Receiver of person_gone. Returns the mailings that had left with this person, by mark or by a picture put in by hand."""
    by_hand = [Q(html__contains=quote(name)) for name in pictures]
    is_shown = reduce(or_, by_hand, Q(html__contains=mark_of(key)) | Q(mailing__page_id__in=page_ids))
    shown = MailingVersion.objects.filter(is_shown)
    traces = []
    for mailing in Mailing.objects.filter(pk__in=shown.values("mailing")).order_by("pk"):
        is_own = mailing.page_id in page_ids
        if out := mailing.deliveries.filter(state__in=[Delivery.State.ACCEPTED, Delivery.State.UNCERTAIN]).count():
            day = timezone.localdate(mailing.started_at or timezone.now()).isoformat()
            traces.append(Trace(_("Newsletter") if is_own else f"{_('Newsletter')}: {mailing.title}", day, out))
        if mailing.state not in ENDED:
            hold(mailing)
            make_anew(mailing, versions=shown.filter(mailing=mailing), is_own=is_own)
    return traces


def hold(mailing: Mailing) -> None:
    """Back to its editor, or paused if it is on its way."""
    reason = _("Somebody shown in this mail has taken their consent back. Look at the mail again before it goes on.")
    try:
        if mailing.state == State.SCHEDULED:
            sending_steps.unschedule(mailing, user=None, reason=reason)
        elif mailing.state == State.COUNTDOWN:
            sending_steps.take_back(mailing, user=None, reason=reason)
        elif mailing.state in AT_WORK:
            sending_steps.pause(mailing, reason=reason)
        else:
            Mailing.objects.filter(pk=mailing.pk).update(trouble=reason)
    except MailingError:  # it went on at this very moment: dispatch.py asks for consents before each turn
        logger.warning("Mailing %s changed while somebody was taken out of it", mailing.pk)
        mailing.refresh_from_db()


def make_anew(mailing: Mailing, *, versions, is_own: bool) -> None:
    """The mail without the person; nothing at all, if it was theirs or cannot be made."""
    pages = {} if mailing.page is None else {page.locale.language_code: page for page in composing.translations(mailing.page)}
    for version in versions.select_related("mailing"):
        page = pages.get(version.language)
        try:
            if is_own or (mailing.page_id and page is None):
                raise MailingError
            with transaction.atomic():
                composing.freeze_version(version, page=page.specific if page else None)
        except MailingError:
            empty(version)
    log(instance=mailing, action="newsletter.person_gone")


def empty(version: MailingVersion) -> None:
    MailingVersion.objects.filter(pk=version.pk).update(
        html="", text="", digest="", subject="", preheader="", frozen_at=None, approved_by=None, approved_at=None
    )
