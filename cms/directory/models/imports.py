"""A file with entries, from its upload to the report by line."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryImport(models.Model):
    """Kept for two weeks, then deleted with everything in it."""

    class Kind(models.TextChoices):
        ORGANISATIONS = "organisations", _("Organisations")
        PEOPLE = "people", _("People")

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Uploaded")
        CHECKED = "checked", _("Checked, nothing changed yet")
        DONE = "done", _("Taken over")

    kind = models.CharField(_("what"), max_length=14, choices=Kind.choices, default=Kind.ORGANISATIONS)
    name = models.CharField(_("file"), max_length=200)
    columns = models.JSONField(default=list)  # headings
    rows = models.JSONField(default=list)  # [line in the file, [cells]]
    mapping = models.JSONField(default=dict)  # field → number of the column
    report = models.JSONField(default=list)  # [line, name, outcome, reason]
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.UPLOADED)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("import of entries")
        verbose_name_plural = _("imports of entries")

    def __str__(self) -> str:
        return self.name
