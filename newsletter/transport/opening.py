"""Which wire the settings ask for: SMTP spoken by ourselves, or any other Django mail backend (Brevo, Mailjet, SES …)."""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Site

from .answers import Kind, Session, Unreachable
from .conversation import Server
from .mailer import MailerSession
from .smtp import SmtpSession

MAILER = "newsletter"
SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


def open_session(site: Site | None = None) -> Session:
    """A connection ready for the first mail. All sites share the mailer of the settings. Raises Unreachable."""
    config = settings.MAILERS.get(MAILER)
    if config is None:
        raise Unreachable(_("No mail server is set up for the newsletter (NEWSLETTER_MAIL_URL)."), kind=Kind.CONFIG)
    if config.get("BACKEND", SMTP_BACKEND) == SMTP_BACKEND:
        return SmtpSession.open(Server.of(config.get("OPTIONS", {})))
    return MailerSession.open(MAILER)
