"""Writing a notice: rendered at once in the reader's language, sent by the worker after the transaction."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import Site

from cms.core.addresses import normalise
from cms.core.context import html_lang
from cms.core.models import CouncilSettings
from cms.renditions.mjml import compile_mail

from .models import Notice

SUBJECT = "Subject: "


@dataclass(frozen=True)
class Attachment:
    name: str
    type: str  # MIME type, such as "text/calendar"
    content: bytes


class NoticeError(ValueError):
    """The template is not one of a notice."""


def notify(
    template: str,
    *,
    to: str,
    language: str,
    site: Site | None,
    context: dict,
    purpose: str,
    about: str = "",
    attachments: Iterable[Attachment] = (),
) -> Notice:
    """Puts <template>.txt and <template>.mjml for one reader into the outbox.

    The first line of the text is “Subject: …”. Both templates extend notices/base. Part of the caller's transaction: what is
    rolled back sends nothing. Raises AddressError for an address that mail cannot reach, NoticeError without a subject.
    """
    from .tasks import send_notice

    with translation.override(language):
        words = frame(council_of(site)) | context
        subject, text = split(render_to_string(f"{template}.txt", words), template=template)
        html, _problems = compile_mail(render_to_string(f"{template}.mjml", words | {"subject": subject}))
    sender = parseaddr(words["council"].sender_email or settings.DEFAULT_FROM_EMAIL)[1]
    notice = Notice.objects.create(
        site=site,
        purpose=purpose,
        about=about,
        address=normalise(to),
        language=language,
        subject=subject,
        text=text,
        html=html,
        attachments=[{"name": a.name, "type": a.type, "content": base64.b64encode(a.content).decode()} for a in attachments],
        message_id=make_msgid(domain=sender.rpartition("@")[2] or "localhost"),
        next_attempt=timezone.now(),
    )
    transaction.on_commit(lambda: send_notice.enqueue(notice.pk))
    return notice


def office_notify(template: str, *, site: Site | None, context: dict, purpose: str, about: str = "") -> Notice | None:
    """A notice to the council's office, in German; None if the settings name no address."""
    council = council_of(site)
    address = council.reply_to or council.email
    if not address:
        return None
    return notify(template, to=address, language=settings.LANGUAGE_CODE, site=site, context=context, purpose=purpose, about=about)


def forget(*, purpose: str, about: str) -> int:
    """Takes back what has not gone yet, and blanks what has. Returns how many notices this was."""
    rows = Notice.objects.filter(purpose=purpose, about=about)
    rows.filter(state=Notice.State.WAITING).update(state=Notice.State.FAILED, settled_at=timezone.now())
    return blank(rows)


def blank(rows) -> int:
    return rows.update(address="", subject="", text="", html="", attachments=[], trouble="")


def frame(council: CouncilSettings) -> dict:
    """What every notice shows around its words, in the active language."""
    language = translation.get_language()
    return {
        "council": council,
        "html_lang": html_lang(language),
        "html_dir": "rtl" if translation.get_language_bidi() else "ltr",
        "base_url": settings.BASE_URL,
    }


def split(rendered: str, *, template: str) -> tuple[str, str]:
    """The subject in one line, and the rest."""
    head, _newline, text = rendered.lstrip().partition("\n")
    if not head.startswith(SUBJECT) or not head[len(SUBJECT) :].strip():
        raise NoticeError(f"{template}.txt has to begin with “{SUBJECT}…”")
    return " ".join(head[len(SUBJECT) :].split())[:300], text.strip() + "\n"


def council_of(site: Site | None) -> CouncilSettings:
    site = site or Site.objects.filter(is_default_site=True).first()
    return CouncilSettings.for_site(site) if site else CouncilSettings()
