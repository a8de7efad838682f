"""The two mails that are not mailings: “please confirm” and “here is your link”. No advertising in either (UWG §7)."""

import logging
import smtplib
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.core.addresses import on_the_wire
from cms.core.context import html_lang
from cms.core.models import CouncilSettings
from cms.renditions.mjml import compile_mail

from . import evidence
from .headers import encoded_address
from .models import ConsentEvent, SignupRequest, Subscriber
from .optin import MAX_MAIL_ATTEMPTS, note_mail_attempt
from .tokens import care_token, confirm_token

logger = logging.getLogger(__name__)


def send_confirmation(request: SignupRequest) -> bool:
    """Send the one mail of this request. False: not now, the sweeper tries again. Kills no request by mistake."""
    if not note_mail_attempt(request):
        return False
    council = council_for(request.site)
    with translation.override(request.language):
        message = compose(
            "confirm",
            to=request.address,
            council=council,
            subject=_("Please confirm: e-mail from %(council)s") % {"council": council.council_short or council.council_name},
            token=request.token,
            context={
                "url": settings.BASE_URL + reverse("newsletter:confirm", args=[confirm_token(str(request.uid))]),
                "topics": [topic.name_in(request.language) for topic in request.topics.all()],
                "expires_at": request.expires_at,
                "requested_at": request.requested_at,
            },
        )
    if not hand_over(message, request=request):
        return False
    with transaction.atomic():
        SignupRequest.objects.filter(pk=request.pk).update(
            state=SignupRequest.State.MAILED, mailed_at=timezone.now(), message_id=message.extra_headers["Message-ID"]
        )
        evidence.record(
            request.address,
            kind=ConsentEvent.Kind.MAILED,
            language=request.language,
            wording=request.wording,
            request=str(request.uid),
            message_id=message.extra_headers["Message-ID"],
        )
    return True


def hand_over(message: EmailMultiAlternatives, *, request: SignupRequest) -> bool:
    """Give the mail to the server. A refused address ends the request, anything else is tried again later."""
    try:
        message.send(using="default")
    except smtplib.SMTPRecipientsRefused as refused:
        code = next(iter(refused.recipients.values()))[0]
        if code >= 500 or request.attempts + 1 >= MAX_MAIL_ATTEMPTS:
            SignupRequest.objects.filter(pk=request.pk).update(state=SignupRequest.State.REFUSED)
        return False
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("Confirmation mail of request %s has to wait: %s", request.pk, error)
        if request.attempts + 1 >= MAX_MAIL_ATTEMPTS:
            SignupRequest.objects.filter(pk=request.pk).update(state=SignupRequest.State.EXPIRED)
        return False
    return True


def send_care_link(subscriber: Subscriber, *, site: Site | None) -> None:
    """Mail the reader a link to their own preferences. Raises OSError or SMTPException when the server is away."""
    council = council_for(site)
    with translation.override(subscriber.language):
        url = settings.BASE_URL + reverse("newsletter:care", args=[care_token(subscriber.uid)])
        message = compose(
            "care",
            to=subscriber.address,
            council=council,
            subject=_("Your link: change or stop the newsletter"),
            context={"url": url},
        )
    message.send(using="default")


def compose(
    name: str, *, to: str, council: CouncilSettings, subject: str, context: dict, token: str = ""
) -> EmailMultiAlternatives:
    """A mail in the active language from newsletter/<name>.txt and newsletter/<name>.mjml.

    With `token` its envelope says which request it belongs to, so that a bounce finds it.
    """
    language = translation.get_language()
    context = {
        **context,
        "council": council,
        "subject": subject,
        "html_lang": html_lang(language),
        "html_dir": "rtl" if translation.get_language_bidi() else "ltr",
    }
    sender = council.sender_email or settings.DEFAULT_FROM_EMAIL
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(f"newsletter/{name}.txt", context).strip() + "\n",
        from_email=f"bounces+{token}@{settings.BOUNCE_DOMAIN}" if token and settings.BOUNCE_DOMAIN else sender,
        to=[on_the_wire(to)],
        reply_to=[council.reply_to] if council.reply_to else None,
        headers={
            "From": encoded_address(council.sender_name, sender),
            "Message-ID": make_msgid(domain=sender.rpartition("@")[2] or "localhost"),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": html_lang(language),
        },
    )
    html, _problems = compile_mail(render_to_string(f"newsletter/{name}.mjml", context))
    message.attach_alternative(html, "text/html")
    return message


def council_for(site: Site | None) -> CouncilSettings:
    site = site or Site.objects.filter(is_default_site=True).first()
    return CouncilSettings.for_site(site) if site else CouncilSettings()
