"""PrintFile: one PDF of one page revision in one product, format and purpose, and the one function that changes its state."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from ..ink.condition import PressCondition
from ..pdf import Purpose, reason_text
from .keeping import cascade_unless_released, forget_unless_released

MAX_ATTEMPTS = 3
# What a page is printed as: one file at work, and one newest, for each combination.
PRINTED_AS = ("page", "product", "sheet", "design", "purpose", "printer_profile", "arrangement", "source")


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
        RELEASED = "released", _("Released for print")
        FAILED = "failed", _("Failed")

    class Source(models.TextChoices):
        LIVE = "live", _("Published text")
        DRAFT = "draft", _("Draft")

    class PurposeChoice(models.TextChoices):
        SCREEN = Purpose.SCREEN.value, _("For reading (accessible PDF)")
        PRESS = Purpose.PRESS.value, _("For the printer (PDF/X-4)")
        ARCHIVE = Purpose.ARCHIVE.value, _("For the archive (PDF/A-3)")
        ARCHIVE_2 = Purpose.ARCHIVE_2.value, _("For the archive (PDF/A-2)")
        OFFICE = Purpose.OFFICE.value, _("For the copier")
        PROOF = Purpose.PROOF.value, _("Proof")

    class Arrangement(models.TextChoices):
        """How pages are put on sheets for the copier."""

        SINGLE = "", _("Single pages")
        BOOKLET = "booklet", _("Booklet, two pages on a sheet")
        TILES = "tiles", _("Poster on A4 sheets to glue")
        N_UP = "n-up", _("Several on one sheet, with cut marks")

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=cascade_unless_released, related_name="print_files", verbose_name=_("page")
    )
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=forget_unless_released, related_name="+")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.PROTECT, related_name="+")
    product = models.CharField(_("product"), max_length=20)
    sheet = models.CharField(_("format"), max_length=80, blank=True)
    design = models.CharField(_("design"), max_length=20, blank=True)
    is_usual = models.BooleanField(default=False)  # product, format and design that the page is printed in if nothing is chosen
    purpose = models.CharField(_("purpose"), max_length=10, choices=PurposeChoice.choices)
    printer_profile = models.ForeignKey(
        "renditions.PrinterProfile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("printer profile"),
    )
    arrangement = models.CharField(_("arrangement"), max_length=10, choices=Arrangement.choices, blank=True)
    source = models.CharField(_("made from"), max_length=8, choices=Source.choices)

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.QUEUED, db_index=True)
    reason = models.CharField(max_length=30, blank=True)  # code of pdf.REASONS
    reason_details = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)  # codes of what the layout noticed
    people = models.TextField(blank=True)  # keys of those with a release whom it shows, see core/consent.py
    findings = models.JSONField(default=list, blank=True)  # of preflight, see preflight/findings.py
    accepted = models.JSONField(default=dict, blank=True)  # warning's key → who accepted it and when

    file = models.FileField(_("file"), storage=print_storage, upload_to=file_path, max_length=255, blank=True)
    checksum = models.CharField(max_length=64, blank=True, db_index=True)
    page_count = models.PositiveIntegerField(_("pages"), default=0)
    size = models.PositiveBigIntegerField(_("size"), default=0)

    attempts = models.PositiveSmallIntegerField(default=0)
    requested_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("print file")
        verbose_name_plural = _("print files")
        permissions = [("release_printfile", _("Can release print files and accept warnings"))]
        constraints = [
            models.UniqueConstraint(
                *(name for name in PRINTED_AS if name != "printer_profile"),
                Coalesce("printer_profile", 0),  # no printer counts as one, too
                condition=models.Q(state__in=["queued", "rendering"]),
                name="print_file_one_at_work",
            )
        ]

    def __str__(self) -> str:
        return f"{self.page} · {self.get_purpose_display()}"

    @property
    def reason_text(self) -> str:
        """Why it failed and what to do, in the reader's language."""
        return reason_text(self.reason, self.reason_details) if self.reason else ""

    @property
    def is_finished(self) -> bool:
        return self.state in (self.State.READY, self.State.RELEASED)

    @property
    def is_at_work(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RENDERING)

    def condition(self) -> PressCondition | None:
        """The printer's demands; None if it is not for a printer of its own. Raises IccMissing."""
        return self.printer_profile.condition() if self.printer_profile_id else None

    def change_state(self, to: "PrintFile.State", *, user=None, **fields) -> bool:
        """The only way a state changes, and only from the state this object was read in.

        Returns False if somebody else was faster; then nothing has happened. Writes Wagtail's audit log. A released file
        never changes again.
        """
        if self.state == self.State.RELEASED:
            return False
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
            data={
                "product": self.product,
                "purpose": self.purpose,
                "sheet": self.sheet,
                "from": str(before),
                "to": str(to),
                "reason": self.reason,
            },
        )
        return True
