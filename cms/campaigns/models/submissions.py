"""What residents send in to take part, and the text of the release as they were shown it.

A submission changes its state only in cms.campaigns.submissions (by the resident) and cms.campaigns.moderation (by the office).
"""

import hashlib
import uuid

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.uploads import private_storage

from ..own_names import OWN_NAMES, RTL
from .releases import ReleaseMedium


class ReleasePeriod(models.TextChoices):
    """How long somebody may be shown."""

    ONE = "1", _("for one year")
    THREE = "3", _("for three years")
    FIVE = "5", _("for five years")
    OPEN = "open", _("until I take it back")


class ReleasePurpose(models.TextChoices):
    """What for. The campaign itself is always one: without it there would be nothing to take part in."""

    CAMPAIGN = "campaign", _("for this campaign")
    COUNCIL = "council", _("also for other work of the council, for example exhibitions and the annual report")


class ReleaseWording(models.Model):
    """A release, word for word. A changed text is a new version; old ones are never touched."""

    language = models.CharField(max_length=15)
    campaign_key = models.UUIDField()  # translation_key: the text names the campaign
    version = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)  # SHA-256 of the text
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "campaign_key", "digest"], name="release_wording_once"),
            models.UniqueConstraint(fields=["language", "campaign_key", "version"], name="release_wording_versions"),
        ]

    def __str__(self) -> str:
        return f"{self.language} v{self.version}"

    @classmethod
    def current(cls, *, language: str, campaign_key: uuid.UUID, text: str) -> "ReleaseWording":
        """The row of exactly this text, made if it is new."""
        own = {"language": language, "campaign_key": campaign_key}
        digest = hashlib.sha256(text.encode()).hexdigest()
        found = cls.objects.filter(**own, digest=digest).first()
        if found:
            return found
        with transaction.atomic():
            latest = cls.objects.filter(**own).aggregate(latest=models.Max("version"))["latest"] or 0
            return cls.objects.get_or_create(**own, digest=digest, defaults={"text": text, "version": latest + 1})[0]


def photo_path(submission: "Submission", filename: str) -> str:
    return f"submissions/{submission.uid}/{filename}"


class Submission(models.Model):
    """One person's contribution to a campaign, until it has become a testimonial or nothing."""

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("Mail not confirmed yet")
        WAITING = "waiting", _("Waiting")
        ASKED = "asked", _("Asked back")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")
        TAKEN_BACK = "taken_back", _("Taken back")

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    once = models.CharField(max_length=32, unique=True)  # of the form as it was shown: posted twice, it is one
    campaign = models.ForeignKey("campaigns.CampaignPage", on_delete=models.CASCADE, related_name="submissions")
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    language = models.CharField(_("language"), max_length=15)  # of the form: mails and links come in it
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.UNCONFIRMED, db_index=True)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    statement = models.CharField(_("statement"), max_length=90, blank=True)
    story = models.TextField(_("more about it"), blank=True)
    said_in = models.CharField(_("said in"), max_length=4, choices=OWN_NAMES, default="de")
    photo = models.FileField(_("photo"), storage=private_storage, upload_to=photo_path, max_length=255, blank=True)
    photo_width = models.PositiveIntegerField(default=0)
    photo_height = models.PositiveIntegerField(default=0)
    photo_print = models.CharField(max_length=16, blank=True)  # fingerprint of what it shows, see duplicates.py
    photo_credit = models.CharField(_("photo by"), max_length=120, blank=True)

    name = models.CharField(_("name"), max_length=80, blank=True)
    line = models.CharField(_("who this is"), max_length=120, blank=True)
    age = models.PositiveSmallIntegerField(_("age"), null=True, blank=True)
    origin = models.CharField(_("comes from"), max_length=80, blank=True)
    languages = models.CharField(_("speaks"), max_length=120, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)
    topic = models.CharField(_("topic"), max_length=14, blank=True)

    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    is_minor = models.BooleanField(_("under 18"), default=False)
    guardian_name = models.CharField(_("guardian"), max_length=80, blank=True)
    guardian_email = models.EmailField(_("guardian's e-mail"), max_length=254, blank=True)
    guardian_confirmed_at = models.DateTimeField(_("guardian confirmed"), null=True, blank=True)

    media = models.JSONField(_("media"), default=list)
    purposes = models.JSONField(_("purposes"), default=list)
    period = models.CharField(_("how long"), max_length=4, choices=ReleasePeriod.choices, default=ReleasePeriod.THREE)
    wording = models.ForeignKey(ReleaseWording, on_delete=models.PROTECT, related_name="+")

    question = models.TextField(_("question of the office"), blank=True)
    answer = models.TextField(_("answer"), blank=True)
    reason = models.TextField(_("why not"), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)  # when the person was told: until then a decision can be undone
    approval_asked_at = models.DateTimeField(null=True, blank=True)  # when the link to the own approval was mailed
    testimonial_key = models.UUIDField(null=True, blank=True, db_index=True)  # what it has become
    forgotten_at = models.DateTimeField(null=True, blank=True)  # only the numbers are left

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")

    def __str__(self) -> str:
        return self.name or str(_("Submission %(number)s") % {"number": self.pk})

    @property
    def is_confirmed(self) -> bool:
        """By the person, and for a minor by the guardian too."""
        return bool(self.confirmed_at and (self.guardian_confirmed_at or not self.is_minor))

    @property
    def statement_direction(self) -> str:
        return "rtl" if self.said_in in RTL else "ltr"

    def purpose_names(self) -> list[str]:
        return [str(label) for value, label in ReleasePurpose.choices if value in self.purposes]

    def media_names(self) -> list[str]:
        return [str(label) for value, label in ReleaseMedium.choices if value in self.media]
