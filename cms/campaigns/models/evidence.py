"""Evidence of a release: an append-only chain of everything that happened to it. Written only by cms.campaigns.evidence."""

import datetime
import hashlib
import json

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EvidenceIsFinal(Exception):
    """Somebody tried to change or delete an event."""


class ReleaseEvent(models.Model):
    """One step. Written once; each row seals the one before it. `details` name things and numbers, never the person."""

    class Kind(models.TextChoices):
        REQUESTED = "requested", _("release asked for")
        GIVEN = "given", _("release given")
        WITHDRAWN = "withdrawn", _("release withdrawn")
        EXPIRED = "expired", _("release expired")
        ASKED = "asked", _("link for the own approval made")
        APPROVED = "approved", _("approved by the person")
        CHANGE = "change", _("change asked for by the person")
        CLOSED = "closed", _("link taken back")
        UNPUBLISHED = "unpublished", _("taken off the site")
        REMOVED = "removed", _("pictures and print files removed")
        MAILS = "mails", _("mails to come held back")
        PRINTED = "printed", _("had been printed before")
        SENT = "sent", _("had been sent before")

    subject = models.UUIDField()  # translation_key of the testimonial's pages
    sequence = models.PositiveIntegerField()
    kind = models.CharField(_("what"), max_length=12, choices=Kind.choices)
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.CharField(_("by"), max_length=20, blank=True)  # "person", "clock", or "user:<pk>"
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["subject", "sequence"]
        constraints = [models.UniqueConstraint(fields=["subject", "sequence"], name="release_chain_has_no_gaps")]
        verbose_name = _("event of a release")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise EvidenceIsFinal("An event of a release is never changed.")
        self.seal = self.expected_seal()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise EvidenceIsFinal("An event of a release is never deleted.")

    def expected_seal(self) -> str:
        """SHA-256 of all that the event says and of the seal before it."""
        at = self.at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
        content = [str(self.subject), self.sequence, self.kind, at, self.by, self.details, self.previous]
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
