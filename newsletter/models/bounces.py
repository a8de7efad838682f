"""What came back: bounces, complaints, replies to the return address. One row per report, seen once."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .consent import SignupRequest
from .deliveries import Delivery
from .mailings import Mailing
from .subscribers import Subscriber


class Feedback(models.Model):
    """A report about one mail. `delivery` or `request` says which; neither: nobody could tell, a person looks at it."""

    class Kind(models.TextChoices):
        HARD = "hard", _("the mailbox does not exist")
        SOFT = "soft", _("not now: mailbox full or server away")
        ABOUT_US = "about_us", _("the server does not want mail from us")
        DELAYED = "delayed", _("late, but still on its way")
        COMPLAINT = "complaint", _("reported as unwanted")
        UNSUBSCRIBE = "unsubscribe", _("asked to leave by e-mail")
        REPLY = "reply", _("automatic reply")
        UNCLEAR = "unclear", _("not understood")

    class State(models.TextChoices):
        DONE = "done", _("settled")
        REVIEW = "review", _("please look at it")
        IGNORED = "ignored", _("ignored")
        UNDONE = "undone", _("taken back")

    digest = models.CharField(max_length=64, unique=True)  # sha256 of the mail or of the provider's event: counted once
    kind = models.CharField(_("what"), max_length=12, choices=Kind.choices)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.DONE)
    delivery = models.ForeignKey(Delivery, null=True, on_delete=models.SET_NULL, related_name="feedback")
    mailing = models.ForeignKey(Mailing, null=True, on_delete=models.CASCADE, related_name="feedback")
    subscriber = models.ForeignKey(Subscriber, null=True, on_delete=models.SET_NULL, related_name="feedback")
    request = models.ForeignKey(SignupRequest, null=True, on_delete=models.SET_NULL, related_name="feedback")
    domain = models.CharField(_("mail server"), max_length=253, blank=True)
    status = models.CharField(max_length=12, blank=True)  # RFC 3463, for example 5.1.1
    said = models.TextField(_("what the mail server said"), blank=True)
    via = models.CharField(max_length=20)  # mailbox, lmtp, pipe, smtp or the name of the provider
    raw = models.TextField(blank=True)  # the whole report, emptied after the retention time
    suppressed = models.BooleanField(default=False)  # this report put the address on the suppression list
    received_at = models.DateTimeField(_("received"), default=timezone.now)

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-received_at"], name="feedback_by_state"),
            models.Index(fields=["subscriber", "kind"], name="feedback_of_person"),
            models.Index(fields=["mailing", "kind"], name="feedback_of_mailing"),
        ]
        verbose_name = _("report from a mail server")
        verbose_name_plural = _("reports from mail servers")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.received_at):%Y-%m-%d %H:%M}"


class MailboxMark(models.Model):
    """How far the bounce mailbox has been read, so that mail that is none of our business is looked at only once."""

    mailbox = models.CharField(max_length=200, unique=True)  # user@host/folder
    validity = models.CharField(max_length=40, blank=True)  # IMAP: UIDVALIDITY
    last_uid = models.PositiveBigIntegerField(default=0)  # IMAP
    left_alone = models.JSONField(default=list)  # POP3: ids of mails that are not ours
    read_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.mailbox
