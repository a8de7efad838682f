"""Evidence of consent: the wording shown, the request, and an append-only chain of what happened to it.

Kept so that for every person it can be printed what they were told, when they asked and when they confirmed
(UWG §7, BGH I ZR 164/09; GDPR art. 7).
"""

import datetime
import hashlib
import json
import uuid

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .deliveries import new_token


class ConsentWording(models.Model):
    """A text a person agreed to, word for word. A changed text is a new version; old ones are never touched."""

    language = models.CharField(max_length=15)
    version = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)  # sha256 of the text
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "digest"], name="wording_once_per_language"),
            models.UniqueConstraint(fields=["language", "version"], name="wording_versions_count_up"),
        ]

    def __str__(self) -> str:
        return f"{self.language} v{self.version}"

    @classmethod
    def current(cls, *, language: str, text: str) -> "ConsentWording":
        """The row of exactly this text, made if it is new."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        found = cls.objects.filter(language=language, digest=digest).first()
        if found:
            return found
        with transaction.atomic():
            latest = cls.objects.filter(language=language).aggregate(latest=models.Max("version"))["latest"] or 0
            return cls.objects.get_or_create(language=language, digest=digest, defaults={"text": text, "version": latest + 1})[0]


class SignupRequest(models.Model):
    """Somebody typed an address. Nothing is sent to it but one confirmation mail, and it expires by itself."""

    class State(models.TextChoices):
        NEW = "new", _("confirmation mail not sent yet")
        MAILED = "mailed", _("waiting for the reader")
        CONFIRMED = "confirmed", _("confirmed")
        EXPIRED = "expired", _("expired")
        REFUSED = "refused", _("confirmation mail came back")

    class Source(models.TextChoices):
        FORM = "form", _("form on the website")
        DESK = "desk", _("tablet at an event")
        PAPER = "paper", _("list on paper")
        IMPORT = "import", _("imported file")

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=20, unique=True, default=new_token, editable=False)  # in the envelope of the mail
    address = models.EmailField(max_length=254)
    digest = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=15)
    topics = models.ManyToManyField("newsletter.Topic", related_name="+")
    source = models.CharField(_("came by"), max_length=6, choices=Source.choices, default=Source.FORM)
    wording = models.ForeignKey(ConsentWording, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=300)  # address of the page the form stood on, or which list or file it was
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW)
    attempts = models.PositiveSmallIntegerField(default=0)
    message_id = models.CharField(max_length=200, blank=True)
    requested_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "expires_at"])]
        verbose_name = _("sign-up request")

    def __str__(self) -> str:
        return str(self.uid)


class EvidenceIsFinal(Exception):
    """Somebody tried to change or delete a consent event."""


def seal(
    *,
    subject: str,
    sequence: int,
    kind: str,
    at: datetime.datetime,
    recorded_at: datetime.datetime,
    language: str,
    wording: str,
    details: dict,
    previous: str,
) -> str:
    """SHA-256 of all that an event says and of the seal before it. `wording` is the digest of the text agreed to."""
    content = [subject, sequence, kind, stamp(at), stamp(recorded_at), language, wording, details, previous]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def stamp(moment: datetime.datetime) -> str:
    """A moment as seals and files write it: UTC, to the microsecond."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


class ConsentEvent(models.Model):
    """One thing that happened to a person's consent. Written once; each row seals the one before it.

    `subject` is the keyed fingerprint of the address. Erasing a person blanks `address` and `ip` only, which no seal
    covers, so the chain still proves what happened without naming anybody.
    """

    class Kind(models.TextChoices):
        REQUESTED = "requested", _("asked for the newsletter")
        MAILED = "mailed", _("confirmation mail sent")
        CONFIRMED = "confirmed", _("confirmed by the button in the mail")
        ENROLLED = "enrolled", _("taken over with an earlier consent")
        CHANGED = "changed", _("changed the preferences")
        WITHDRAWN = "withdrawn", _("withdrew the consent")
        UNREACHABLE = "unreachable", _("mailbox cannot be reached")
        COMPLAINED = "complained", _("reported our mail as unwanted")
        RESTORED = "restored", _("put back by the office")
        SUPPRESSED = "suppressed", _("blocked by the office")
        EXPORTED = "exported", _("data handed out")
        ERASED = "erased", _("data erased")

    subject = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(_("what"), max_length=12, choices=Kind.choices)
    at = models.DateTimeField(_("when"), default=timezone.now)
    recorded_at = models.DateTimeField(default=timezone.now)  # later than `at` for what was taken over from elsewhere
    language = models.CharField(_("language"), max_length=15, blank=True)
    wording = models.ForeignKey(ConsentWording, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    details = models.JSONField(default=dict)  # topics, form, message_id, mailing … never an address
    address = models.EmailField(max_length=254, blank=True)
    ip = models.GenericIPAddressField(null=True, blank=True)  # only where the council keeps it; the seal covers its fingerprint
    previous = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["subject", "sequence"]
        constraints = [models.UniqueConstraint(fields=["subject", "sequence"], name="consent_chain_has_no_gaps")]
        verbose_name = _("consent event")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise EvidenceIsFinal("A consent event is never changed.")
        self.seal = self.expected_seal()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise EvidenceIsFinal("A consent event is never deleted.")

    def expected_seal(self) -> str:
        return seal(
            subject=self.subject,
            sequence=self.sequence,
            kind=self.kind,
            at=self.at,
            recorded_at=self.recorded_at,
            language=self.language,
            wording=self.wording.digest if self.wording else "",
            details=self.details,
            previous=self.previous,
        )


class ConsentCheckpoint(models.Model):
    """The seals of all events up to one row, signed with the installation's key: shows rows that were removed, too."""

    last_event = models.BigIntegerField(unique=True)
    events = models.PositiveBigIntegerField()
    seal = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["last_event"]

    def __str__(self) -> str:
        return f"…{self.last_event}"
