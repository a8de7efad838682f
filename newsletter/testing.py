"""Test mails to the editor: the real thing in every language, marked in the subject, without a ledger row."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import readiness
from .addresses import AddressError
from .message import CompiledMail, MessageError, Sender
from .models import Delivery, Mailing
from .transport import Connection, Lost, Refused, Unclear, Unreachable

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
    connection = Connection()
    try:
        for version in mailing.versions.select_related("mailing"):
            version.subject = f"[Test {version.language}] {version.subject}"
            mail = CompiledMail(version, sender=Sender.of(council))
            delivery = Delivery(mailing=mailing, address=user.email, language=version.language, consent_date=timezone.localdate())
            connection.begin(
                sender=mail.envelope_sender(delivery),
                recipient=mail.recipient(delivery),
                content=mail.content(delivery, uid=TEST_UID),
            )
            connection.finish()
    except (MessageError, AddressError, ValueError, Refused, Lost, Unclear, Unreachable) as error:
        raise TestMailError(_("The test mail could not be sent: %s") % error) from error
    finally:
        connection.quit()
    log(instance=mailing, action="newsletter.test", user=user)
    return mailing.versions.count()
