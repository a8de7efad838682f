"""One row per mailing and person: what became of this mail. The sum of all states is always the audience."""

import secrets
import string

from django.db import models
from django.utils.translation import gettext_lazy as _

from .mailings import Mailing
from .subscribers import Subscriber

TOKEN_LETTERS = string.ascii_lowercase + string.digits  # mail servers may change the case of an envelope address


def new_token() -> str:
    """20 random characters (103 bits) for the envelope address."""
    return "".join(secrets.choice(TOKEN_LETTERS) for _ in range(20))


class Delivery(models.Model):
    """States move PENDING → CLAIMED → SENDING → SENT; SENDING is written just before the final dot (see dispatch.py)."""

    class State(models.TextChoices):
        PENDING = "pending", _("waiting")
        CLAIMED = "claimed", _("next in line")
        SENDING = "sending", _("on its way")
        SENT = "sent", _("taken by the mail server")
        UNKNOWN = "unknown", _("unclear whether it arrived")
        FAILED = "failed", _("refused")
        SKIPPED = "skipped", _("not sent")

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    address = models.EmailField(_("e-mail"), max_length=254, blank=True)
    reader_language = models.CharField(max_length=15)  # what the person wants
    language = models.CharField(_("language"), max_length=15)  # what the person gets
    consent_date = models.DateField(null=True)
    token = models.CharField(max_length=20, unique=True, default=new_token)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.PENDING)
    claim = models.CharField(max_length=64, blank=True)
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    reply = models.TextField(_("what the mail server said"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["mailing", "subscriber"], name="one_delivery_per_person")]
        indexes = [
            models.Index(fields=["mailing", "id"], name="delivery_pending", condition=models.Q(state="pending")),
            models.Index(fields=["claimed_at"], name="delivery_claimed", condition=models.Q(state__in=["claimed", "sending"])),
            models.Index(fields=["mailing", "state"], name="delivery_by_state"),
        ]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")

    def __str__(self) -> str:
        return f"{self.mailing_id}/{self.pk}"
