"""Test mails to the editor: the real thing in every language, marked in the subject, without a ledger row."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.template.defaultfilters import linebreaks
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.core.addresses import AddressError
from cms.core.models import CouncilSettings

from . import readiness
from .message import TOKEN_SLOT, CompiledMail, MessageError, Sender
from .models import Delivery, Mailing, MailingVersion
from .transport import Envelope, Outcome, Unreachable, open_session

TEST_UID = "test"  # belongs to nobody, so the links of a test mail lead to the “ask for a link” page


class TestMailError(Exception):
    """The test did not work; the message is for the editor."""

    __test__ = False  # pytest: not a test class


def send_test(mailing: Mailing, *, user: AbstractBaseUser) -> int:
    """Send every language to the editor's own address; returns how many mails. Raises TestMailError."""
    versions = list(mailing.versions.exclude(html="").select_related("mailing"))
    for version in versions:
        version.subject = f"[Test {version.language}] {version.subject}"
    hand_over(versions, council=readiness.council_of(mailing), site=mailing.site, user=user)
    log(instance=mailing, action="newsletter.test", user=user)
    return len(versions)


def send_domain_test(site: Site, *, user: AbstractBaseUser) -> None:
    """A mail on the newsletter's own way, signed and with its return address: its headers tell what other servers think of us.

    Raises TestMailError.
    """
    words = _(
        "This mail took the same way as the newsletter.\n\n"
        "In your mail program open the source of this mail and look for the line “Authentication-Results”. "
        "It should say spf=pass, dkim=pass and dmarc=pass. Behind “s=” stands the selector of the DKIM key.\n"
    )
    link = f"{settings.BASE_URL}/newsletter/u/{TOKEN_SLOT}/"  # as in every newsletter; leads to the “ask for a link” page
    version = MailingVersion(
        mailing=Mailing(pk=0, site=site),
        language=get_language(),
        subject=_("Test: is our domain ready?"),
        html=f'{linebreaks(words)}<p><a href="{link}">{link}</a></p>',
        text=f"{words}\n{link}\n",
    )
    hand_over([version], council=CouncilSettings.for_site(site), site=site, user=user)


def hand_over(versions: Iterable[MailingVersion], *, council: CouncilSettings | None, site: Site, user: AbstractBaseUser) -> None:
    """Raises TestMailError."""
    if not user.email:
        raise TestMailError(_("Your account has no e-mail address. Add it in your profile."))
    if problems := readiness.sender_problems(council):
        raise TestMailError(" ".join(problems))
    try:
        session = open_session(site)
        try:
            for answer in session.send([one_mail(version, council=council, address=user.email) for version in versions]):
                if answer.outcome != Outcome.ACCEPTED:
                    raise TestMailError(_("The test mail could not be sent: %s") % answer.text)
        finally:
            session.quit()
    except (MessageError, AddressError, ValueError, Unreachable) as error:
        raise TestMailError(_("The test mail could not be sent: %s") % error) from error


def one_mail(version: MailingVersion, *, council: CouncilSettings, address: str) -> Envelope:
    """One language, as a reader without a name would get it."""
    mail = CompiledMail(version, sender=Sender.of(council))
    delivery = Delivery(mailing=version.mailing, address=address, language=version.language, consent_date=timezone.localdate())
    return Envelope(delivery, mail.envelope_sender(delivery), mail.recipient(delivery), mail.content(delivery, uid=TEST_UID))
