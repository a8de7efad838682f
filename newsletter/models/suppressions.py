"""Addresses that must not be written to, whatever a list or an import says. Only fingerprints, no addresses."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Suppression(models.Model):
    """Survives the deletion of the person. Reasons that a new double opt-in lifts: everything but OFFICE."""

    class Reason(models.TextChoices):
        OFFICE = "office", _("blocked by the office")
        ERASED = "erased", _("data erased on request")
        LEFT = "left", _("left long ago")
        UNREACHABLE = "unreachable", _("mailbox does not exist")
        COMPLAINT = "complaint", _("reported as unwanted")

    digest = models.CharField(max_length=64, unique=True)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("Please write no address here."))
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("blocked address")
        verbose_name_plural = _("blocked addresses")

    def __str__(self) -> str:
        return self.digest[:12]
