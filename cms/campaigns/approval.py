"""Own approval: the portrayed person sees their testimonial by a secret link, without an account, and says yes or what to change.

The link is signed and can be taken back: it names the number of the Approval row. Nothing is published by an approval;
but while somebody was asked and has not said yes to exactly these words and pictures, nothing of them can be published.
"""

import hashlib
import json

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.secret_links import LinkExpired, LinkForged, SecretLink

from .evidence import PERSON, Kind, record
from .models import Approval, TestimonialPage

State = Approval.State
LINK = SecretLink("campaigns.approval")


class ApprovalError(Exception):
    """This answer is not possible; the text says why, in the reader's language."""


def approval_link(testimonial: TestimonialPage, *, language: str = "", user=None) -> str:
    """The absolute address for the person, in their language (else the page's own). Asks for an approval if nobody has yet."""
    approval = ask(testimonial, user=user)
    with translation.override(language or testimonial.locale.language_code):
        path = reverse("campaigns:approval", args=[token_of(approval)])
    return settings.BASE_URL + path


def token_of(approval: Approval) -> str:
    return LINK.token([approval.testimonial_key.hex, approval.number])


@transaction.atomic
def ask(testimonial: TestimonialPage, *, user=None, again: bool = False) -> Approval:
    """The row of this testimonial, made if nobody has been asked; with `again` an answer given before counts no more."""
    approval, is_new = Approval.objects.select_for_update().get_or_create(testimonial_key=testimonial.translation_key)
    if is_new or approval.state == State.CLOSED or again:
        approval.state, approval.asked_at, approval.answered_at = State.ASKED, timezone.now(), None
        approval.save()
        note(testimonial, Kind.ASKED, user=user)
    return approval


@transaction.atomic
def close_link(testimonial: TestimonialPage, *, user=None) -> None:
    """Whoever has the link can do nothing with it any more; the next one has another number."""
    approval = Approval.objects.select_for_update().filter(testimonial_key=testimonial.translation_key).first()
    if approval is None or approval.state == State.CLOSED:
        return
    approval.state, approval.number = State.CLOSED, approval.number + 1
    approval.save()
    note(testimonial, Kind.CLOSED, user=user)


def open_link(token: str) -> Approval:
    """Raises LinkForged for what we never made, LinkExpired for what was taken back."""
    value = LINK.read(token)
    if not (isinstance(value, list) and len(value) == 2):
        raise LinkForged
    approval = Approval.objects.filter(testimonial_key=value[0]).first()
    if approval is None or approval.number != value[1]:
        raise LinkExpired
    return approval


def pages_of(approval: Approval) -> list[TestimonialPage]:
    """The testimonial in every language, as it would be published next; the language it was written in first."""
    found = TestimonialPage.objects.filter(translation_key=approval.testimonial_key, alias_of=None).order_by("pk")
    return [page.get_latest_revision_as_object() for page in found.select_related("locale")]


def shown_to(approval: Approval, *, language: str) -> TestimonialPage | None:
    """The page in the reader's language, else as it was written; None if it was deleted."""
    pages = pages_of(approval)
    return next((page for page in pages if page.locale.language_code == language), pages[0] if pages else None)


def digest_of(page: TestimonialPage) -> str:
    """Fingerprint of what the person sees: words and pictures. PostgreSQL gives fields of blocks back in an order of its own."""
    words = [page.title, page.line, page.statement, page.long_statement, page.original_statement, page.original_language]
    facts = [page.age, page.origin, page.languages, page.district, page.topic, page.portrait_alt]
    pictures = [picture.file.name if picture else "" for picture in (page.portrait, page.figure)]
    content = [*words, *facts, *pictures, page.body.get_prep_value()]
    return hashlib.sha256(json.dumps(content, default=str, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def approve(approval: Approval, *, seen: str, language: str) -> None:
    """The person agrees to what they saw. Raises ApprovalError if it was changed since, `seen` being the digest on their page."""
    locked = waiting(approval)
    page = shown_to(locked, language=language)
    if page is None or digest_of(page) != seen:
        raise ApprovalError(_("Your testimonial was changed in the meantime. Please look at it once more."))
    locked.state, locked.wish, locked.answered_at = State.APPROVED, "", timezone.now()
    locked.seen = {str(each.pk): digest_of(each) for each in pages_of(locked)}
    locked.save()
    note(page, Kind.APPROVED, by=PERSON, language=language)


@transaction.atomic
def ask_for_change(approval: Approval, *, wish: str, language: str) -> None:
    """The person wants it otherwise. Raises ApprovalError without words."""
    if not wish.strip():
        raise ApprovalError(_("Please write what should be different."))
    locked = waiting(approval)
    locked.state, locked.wish, locked.answered_at = State.CHANGE, wish.strip(), timezone.now()
    locked.seen = {}
    locked.save()
    if page := shown_to(locked, language=language):
        note(page, Kind.CHANGE, by=PERSON, language=language)


def waiting(approval: Approval) -> Approval:
    """The row, locked. An answer can be changed as long as the link is good and the release was not taken back."""
    locked = Approval.objects.select_for_update().get(pk=approval.pk)
    if locked.state == State.CLOSED or locked.number != approval.number:
        raise ApprovalError(_("This link is no longer valid. Please ask the office for a new one."))
    return locked


def note(page: TestimonialPage, kind: Kind, *, user=None, by: str = "", **details) -> None:
    """Into the chain, and into the page's history in the admin."""
    record(page.translation_key, kind, user=user, by=by, **details)
    log(page, "campaigns.approval", user=user, data={"approval": kind.value})


def stands_in_the_way(page: TestimonialPage) -> Approval | None:
    """The approval that is still missing for these words of a page; None if nobody was asked, or the person said yes."""
    approval = Approval.objects.filter(testimonial_key=page.translation_key).first()
    if approval is None:
        return None
    if approval.state != State.APPROVED:
        return approval
    seen = approval.seen.get(str(page.pk))
    return approval if seen and seen != digest_of(page) else None
