"""Release: what a portrayed person has agreed to, once for all languages. Changed only by cms.campaigns.releases.
Approval: what the person says to the finished pieces. Changed only by cms.campaigns.approval.

They are no fields of the page: an older revision that is published again must not bring back a consent that was withdrawn.
"""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReleaseMedium(models.TextChoices):
    WEB = "web", _("Web site")
    POSTER = "poster", _("Posters, boards and postcards")
    ADS = "ads", _("Newspaper advertisements")
    PAPER = "paper", _("The council's paper")
    NEWSLETTER = "newsletter", _("Newsletter")
    SOCIAL = "social", _("Social media")


class Release(models.Model):
    """Consent to publish a person's picture and words. No row means that nobody has asked yet."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("Asked for")
        GIVEN = "given", _("Given")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        EXPIRED = "expired", _("Expired")

    testimonial_key = models.UUIDField(_("testimonial"), unique=True)  # translation_key of the testimonial's pages
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.REQUESTED)
    media = models.JSONField(_("media"), default=list, blank=True)
    given_on = models.DateField(_("given on"), null=True, blank=True)
    until = models.DateField(_("valid until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    delete_originals = models.BooleanField(default=False)  # when it ends: the pictures themselves go as well
    cleared_at = models.DateTimeField(null=True, blank=True)  # when files and pictures were gone after it had ended

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED or self.expired_by_date

    @property
    def expired_by_date(self) -> bool:
        return self.until is not None and self.until < timezone.localdate()

    def covers(self, medium: str, *, on: datetime.date | None = None) -> bool:
        """Whether this medium may show the person on that day (today unless told otherwise)."""
        day = on or timezone.localdate()
        return self.state == self.State.GIVEN and medium in self.media and (self.until is None or self.until >= day)

    def media_names(self) -> list[str]:
        return [str(label) for value, label in ReleaseMedium.choices if value in self.media]


ENDED = (Release.State.WITHDRAWN, Release.State.EXPIRED)


class Approval(models.Model):
    """The secret link by which the person sees their testimonial, and their answer. No row means that nobody was asked."""

    class State(models.TextChoices):
        ASKED = "asked", _("Waiting for the person")
        APPROVED = "approved", _("Approved by the person")
        CHANGE = "change", _("The person asks for a change")
        CLOSED = "closed", _("The link was taken back")

    testimonial_key = models.UUIDField(_("testimonial"), unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ASKED)
    number = models.PositiveIntegerField(default=1)  # of the link: raising it makes all earlier ones worthless
    seen = models.JSONField(default=dict, blank=True)  # page id → digest of what was approved
    wish = models.TextField(_("what is to be changed"), blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("own approval")
        verbose_name_plural = _("own approvals")

    def __str__(self) -> str:
        return self.get_state_display()
