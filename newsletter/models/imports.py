"""A file of subscribers on its way in: uploaded, mapped, checked, taken in slices, reported."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.translation import gettext_lazy as _


def import_storage() -> FileSystemStorage:
    """Files with addresses lie where no web server looks."""
    return FileSystemStorage(location=settings.VAR_DIR / "imports", base_url=None)


class SubscriberImport(models.Model):
    """Every change of `state` happens in newsletter/imports/. The files are deleted by the retention rules."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("waiting for the columns")
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked, nothing taken over yet")
        RUNNING = "running", _("being taken over")
        DONE = "done", _("taken over")
        FAILED = "failed", _("stopped by an error")

    name = models.CharField(_("file"), max_length=150)
    file = models.FileField(storage=import_storage, max_length=200)
    report = models.FileField(storage=import_storage, max_length=200, blank=True)
    report_bytes = models.PositiveBigIntegerField(default=0)  # how much of the report is certain
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.UPLOADED)
    shape = models.JSONField(default=dict)  # encoding, separator, columns, first rows
    choices = models.JSONField(default=dict)  # which column is what, default language, topics, source and date of the consent
    counts = models.JSONField(default=dict)  # {outcome: rows}
    rows = models.PositiveBigIntegerField(default=0)
    position = models.PositiveBigIntegerField(default=0)  # rows dealt with; a killed worker goes on from here
    trouble = models.TextField(blank=True)
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    touched_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name
