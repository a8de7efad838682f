"""Test mails to the editor: the real thing in every language, marked in the subject, without a ledger row."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.addresses import AddressError
from cms.core.models import CouncilSettings

from . import readiness
from .message import CompiledMail, MessageError, Sender
from .models import Delivery, Mailing, MailingVersion
from .transport import Envelope, Outcome, Unreachable, open_session

TEST_UID = "test"  # belongs to nobody, so the links of a test mail lead to the “ask for a link” page


class TestMailError(Exception):
    """The test did not work; the message is for the editor."""

    __test__ = False  # pytest: not a test class


def send_test(mailing: Mailing, *, user: AbstractBaseUser) -> int:
    """Send every language to the editor's own address; returns how many mails. Raises TestMailError."""
    if not user.email:
        raise TestMailError(_("Your account has no e-mail address. Add it in your profile."))
    council = readiness.council_of(mailing)
    problems = readiness.sender_problems(council)
    if problems:
        raise TestMailError(" ".join(problems))
    versions = list(mailing.versions.exclude(html="").select_related("mailing"))
    try:
        session = open_session(mailing.site)
        try:
            for answer in session.send([one_mail(version, council=council, address=user.email) for version in versions]):
                if answer.outcome != Outcome.ACCEPTED:
                    raise TestMailError(_("The test mail could not be sent: %s") % answer.text)
        finally:
            session.quit()
    except (MessageError, AddressError, ValueError, Unreachable) as error:
        raise TestMailError(_("The test mail could not be sent: %s") % error) from error
    log(instance=mailing, action="newsletter.test", user=user)
    return len(versions)


def one_mail(version: MailingVersion, *, council: CouncilSettings, address: str) -> Envelope:
    """One language, as a reader without a name would get it."""
    version.subject = f"[Test {version.language}] {version.subject}"
    mail = CompiledMail(version, sender=Sender.of(council))
    delivery = Delivery(mailing=version.mailing, address=address, language=version.language, consent_date=timezone.localdate())
    return Envelope(delivery, mail.envelope_sender(delivery), mail.recipient(delivery), mail.content(delivery, uid=TEST_UID))
