"""One row per mailing and person: what became of this mail. Who works on it, who gets none, and how many are where.

The sum of all states is always the audience. Rows are written by the ledger (newsletter/ledger/) only.
"""

import secrets
import string
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .mailings import Mailing
from .subscribers import Subscriber

TOKEN_LETTERS = string.ascii_lowercase + string.digits  # mail servers may change the case of an envelope address


def new_token() -> str:
    """20 random characters (103 bits) for the envelope address."""
    return "".join(secrets.choice(TOKEN_LETTERS) for _ in range(20))


# Piles a person or the office asks for, in the order of the index that finds them.
SET_ASIDE = ("retry", "bounced", "failed", "uncertain", "cancelled", "held")


class IsSetAside(models.Lookup):
    """The condition of the index word for word: with parameters in it SQLite would not use the index."""

    lookup_name = "is_set_aside"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        sql, parameters = self.process_lhs(compiler, connection)
        names = ", ".join(f"'{pile}'" for pile in SET_ASIDE)
        return f"{sql} IN ({names})", parameters


class Deliveries(models.QuerySet):
    def in_pile(self, *piles: str) -> "Deliveries":
        """Rows in one of these piles, all of them in SET_ASIDE: among a million, only those are read."""
        return self.filter(IsSetAside(models.F("pile"), None), pile__in=piles)


class Delivery(models.Model):
    """QUEUED → SENDING (in a worker's claim) → ACCEPTED; RETRY is queued again, not before `next_attempt`."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        SENDING = "sending", _("on its way")
        ACCEPTED = "accepted", _("taken by the mail server")
        RETRY = "retry", _("will be tried again")
        BOUNCED = "bounced", _("came back")
        FAILED = "failed", _("refused")
        UNCERTAIN = "uncertain", _("unclear whether it arrived")
        CANCELLED = "cancelled", _("not sent")
        HELD = "held", _("its language is held back")

    class Reason(models.TextChoices):
        """Why it did not arrive."""

        NO_SUCH_MAILBOX = "no_such_mailbox", _("The mailbox does not exist.")
        MAILBOX_FULL = "mailbox_full", _("The mailbox is full.")
        REFUSED_POLICY = "refused_policy", _("The reader's mail server refuses mail from us; the reader is not to blame.")
        TOO_BIG = "too_big", _("The mail is too large for the reader's mail server.")
        NO_MAIL_SERVER = "no_mail_server", _("The address has no mail server that answers.")
        UNSUBSCRIBED = "unsubscribed", _("The person left before the mail was sent.")
        SUPPRESSED = "suppressed", _("The address is blocked.")
        ERASED = "erased", _("The person's data were erased.")
        PAUSED = "paused", _("The person wants no mail at the moment.")
        STOPPED = "stopped", _("The mailing was stopped.")
        WITHDRAWN = "withdrawn", _("The mail was taken back.")
        GAVE_UP = "gave_up", _("The reader's mail server said “not now” too often.")
        LANGUAGE_DROPPED = "language_dropped", _("The mail is not sent in this language.")
        OTHER = "other", _("For another reason; see what the mail server said.")

    TAKEN = 250  # as `code` of a row nobody has settled yet: the provider's notice was faster than its answer

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    subscriber = models.ForeignKey(Subscriber, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    address = models.EmailField(_("e-mail"), max_length=254, blank=True)
    name = models.CharField(_("name"), max_length=80, blank=True)
    domain = models.CharField(max_length=253, blank=True)  # of the address, A-label, lower case: for limits and statistics
    reader_language = models.CharField(max_length=15)  # what the person wants
    language = models.CharField(_("language"), max_length=15)  # what the person gets
    format = models.CharField(_("kind of mail"), max_length=4, choices=Subscriber.Format.choices, default=Subscriber.Format.HTML)
    consent_date = models.DateField(null=True)
    token = models.CharField(max_length=20, default=new_token)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.QUEUED)
    # The state, but empty while the mail is sent and once it is taken: so “accepted”, written for every mail, changes no index.
    pile = models.GeneratedField(
        expression=models.Case(models.When(state__in=["sending", "accepted"], then=models.Value("")), default=models.F("state")),
        output_field=models.CharField(max_length=9),
        db_persist=True,
    )
    reason = models.CharField(_("reason"), max_length=16, choices=Reason.choices, blank=True)
    claim = models.BigIntegerField(null=True)  # number of the last Claim it was in; that row is gone once the claim is settled
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(_("taken at"), null=True)
    settled_at = models.DateTimeField(null=True)  # when it reached a state that no worker changes any more
    code = models.PositiveSmallIntegerField(null=True)  # the mail server's, for example 550
    reply = models.TextField(_("what the mail server said"), blank=True)

    objects = Deliveries.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["mailing", "subscriber"], name="one_delivery_per_person"),
            models.UniqueConstraint(fields=["token"], name="one_delivery_per_token"),
        ]
        # Whoever looks into a pile finds few rows; the many that were accepted stand in none of them.
        indexes = [
            models.Index(fields=["mailing", "id"], name="delivery_queued", condition=models.Q(pile="queued")),
            models.Index(fields=["mailing", "next_attempt"], name="delivery_retry", condition=models.Q(pile="retry")),
            models.Index(fields=["claim"], name="delivery_claim", condition=models.Q(claim__isnull=False)),
            models.Index(
                fields=["mailing", "pile", "id"],
                name="delivery_to_look_at",
                condition=models.Q(pile__in=list(SET_ASIDE)),
            ),
        ]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")

    def __str__(self) -> str:
        return f"{self.mailing_id}/{self.pk}"


class Claim(models.Model):
    """Some deliveries of one mailing in the hands of one connection of one worker. Gone as soon as it is settled.

    `lease_until` is in seconds of the clock all workers share, see ledger/clock.py.
    """

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="claims")
    worker = models.CharField(max_length=120, db_index=True)
    connection = models.PositiveSmallIntegerField()
    lease_until = models.FloatField()
    durable = models.BooleanField(default=True)  # every outcome was on the disk before the next mail

    def __str__(self) -> str:
        return f"{self.mailing_id}/{self.pk} {self.worker}"


class Tally(models.Model):
    """How many deliveries came to (or left, if negative) a state; only ever added, so that workers do not wait for each other.

    The sum over a mailing, plus its rows in open claims, is its audience: ledger.numbers().
    """

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=15)
    state = models.CharField(max_length=9, choices=Delivery.State.choices)
    number = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.mailing_id} {self.language} {self.state} {self.number:+}"


class Exclusion(models.Model):
    """Wanted the topic when the mailing started and gets nothing all the same: candidates are deliveries plus exclusions."""

    class Reason(models.TextChoices):
        SUPPRESSED = "suppressed", _("The address is blocked.")
        LEFT = "left", _("The person has left.")
        UNREACHABLE = "unreachable", _("The mailbox cannot be reached.")
        COMPLAINED = "complained", _("The person reported our mail as unwanted.")
        PAUSED = "paused", _("The person wants no mail at the moment.")
        NOT_CONCERNED = "not_concerned", _("The person did not get the mail that is corrected.")

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="exclusions", db_index=False)
    subscriber = models.ForeignKey(Subscriber, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(_("reason"), max_length=13, choices=Reason.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailing", "subscriber"], name="one_exclusion_per_person")]
        verbose_name = _("exclusion")
        verbose_name_plural = _("exclusions")

    def __str__(self) -> str:
        return f"{self.mailing_id} #{self.subscriber_id} {self.reason}"


class SendingCount(models.Model):
    """One row: how often these data have begun to send, so that a restored backup is recognised. See guard.py."""

    identity = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveBigIntegerField(default=0)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return str(self.number)
