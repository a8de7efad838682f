"""ReadyMadeAd: a finished PDF from an advertiser or partner, checked when it comes in. Checking is in ready_made.py."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from ..ink.condition import PressCondition
from .print_files import print_storage
from .printers import PrinterProfile


def ready_made_path(ad: "ReadyMadeAd", filename: str) -> str:
    return f"ready-made/{filename}"


class ReadyMadeAd(models.Model):
    class State(models.TextChoices):
        UNCHECKED = "unchecked", _("Not checked")
        USABLE = "usable", _("Can be printed")
        FAULTY = "faulty", _("Has errors")

    title = models.CharField(_("title"), max_length=120)
    advertiser = models.CharField(_("advertiser"), max_length=120)
    file = models.FileField(_("PDF"), storage=print_storage, upload_to=ready_made_path, max_length=255)
    width = models.FloatField(_("width (mm)"), help_text=_("The size the advertisement is booked at."))
    height = models.FloatField(_("height (mm)"))
    alt_text = models.CharField(
        _("alternative text"), max_length=400, help_text=_("What the advertisement says, for people who cannot see it.")
    )
    printer_profile = models.ForeignKey(
        PrinterProfile,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("printer profile"),
        help_text=_("Whose demands the PDF must meet. Empty: coated paper, FOGRA39."),
    )
    notes = models.TextField(_("notes"), blank=True)

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.UNCHECKED)
    findings = models.JSONField(default=list, blank=True)  # of preflight, see preflight/findings.py
    checksum = models.CharField(max_length=64, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("ready-made advertisement")
        verbose_name_plural = _("ready-made advertisements")

    def __str__(self) -> str:
        return f"{self.title} ({self.advertiser})"

    def condition(self) -> PressCondition:
        """The demands it is checked against. Raises IccMissing."""
        from ..ink.condition import DEFAULT

        return self.printer_profile.condition() if self.printer_profile else DEFAULT

    def change_state(self, to: "ReadyMadeAd.State", *, user=None, **fields) -> None:
        """The only way a state changes. Writes Wagtail's audit log."""
        values = {"state": to, **fields}
        ReadyMadeAd.objects.filter(pk=self.pk).update(**values)
        for name, value in values.items():
            setattr(self, name, value)
        log(instance=self, action="renditions.ready_made", user=user or self.created_by, data={"to": str(to)})
