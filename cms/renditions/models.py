"""PrintFile: one PDF of one page revision, and the one function that changes its state."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from .pdf import Profile, reason_text

MAX_ATTEMPTS = 3


def print_storage():
    """Where PDFs lie: STORAGES["print"] if there is one, else PRINT_ROOT. Never public by itself: drafts are in it."""
    if "print" in settings.STORAGES:
        return storages["print"]
    return FileSystemStorage(location=settings.PRINT_ROOT, base_url=None)


def file_path(print_file: "PrintFile", filename: str) -> str:
    return f"{print_file.page_id}/{print_file.pk}/{filename}"


class PrintFile(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RENDERING = "rendering", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    class Source(models.TextChoices):
        LIVE = "live", _("Published text")
        DRAFT = "draft", _("Draft")

    class ProfileChoice(models.TextChoices):
        SCREEN = Profile.SCREEN.value, _("For reading (accessible PDF)")
        PRESS = Profile.PRESS.value, _("For the printer (PDF/X-4)")

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="print_files", verbose_name=_("page"))
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.PROTECT, related_name="+")
    product = models.CharField(_("product"), max_length=20)
    profile = models.CharField(_("profile"), max_length=10, choices=ProfileChoice.choices)
    source = models.CharField(_("made from"), max_length=8, choices=Source.choices)

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.QUEUED, db_index=True)
    reason = models.CharField(max_length=30, blank=True)  # code of pdf.REASONS
    reason_details = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)

    file = models.FileField(_("file"), storage=print_storage, upload_to=file_path, max_length=255, blank=True)
    checksum = models.CharField(max_length=64, blank=True, db_index=True)
    page_count = models.PositiveIntegerField(_("pages"), default=0)
    size = models.PositiveBigIntegerField(_("size"), default=0)

    attempts = models.PositiveSmallIntegerField(default=0)
    requested_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("print file")
        verbose_name_plural = _("print files")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "product", "profile", "source"],
                condition=models.Q(state__in=["queued", "rendering"]),
                name="print_file_one_at_work",
            )
        ]

    def __str__(self) -> str:
        return f"{self.page} · {self.get_profile_display()}"

    @property
    def reason_text(self) -> str:
        """Why it failed and what to do, in the reader's language."""
        return reason_text(self.reason, self.reason_details) if self.reason else ""

    @property
    def is_at_work(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RENDERING)

    def change_state(self, to: "PrintFile.State", *, user=None, **fields) -> bool:
        """The only way a state changes, and only from the state this object was read in.

        Returns False if somebody else was faster; then nothing has happened. Writes Wagtail's audit log.
        """
        values = {"state": to, **fields}
        changed = PrintFile.objects.filter(pk=self.pk, state=self.state).update(**values)
        if not changed:
            return False
        before, self.state = self.state, to
        for name, value in fields.items():
            setattr(self, name, value)
        log(
            instance=self.page,
            action="renditions.print_file",
            user=user or self.created_by,
            data={"product": self.product, "profile": self.profile, "from": str(before), "to": str(to), "reason": self.reason},
        )
        return True
