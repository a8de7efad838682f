"""What printers and newspapers demand, as editors enter it: ink, resolution, safe zones, column widths."""

from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from ..condition import DEFAULT, PressCondition
from ..formats import ad_sheet
from ..sheet import Sheet


def icc_storage():
    """Uploaded ICC profiles lie beside the print files: they are not for the public."""
    from django.conf import settings

    return FileSystemStorage(location=settings.PRINT_ROOT, base_url=None)


class PrinterProfile(models.Model):
    """A printer's demands (Druckprofil). Lengths in mm, lines and type in pt, ink in %."""

    class Kind(models.TextChoices):
        SHEET_FED_COATED = "coated", _("Sheet-fed offset, coated paper")
        SHEET_FED_UNCOATED = "uncoated", _("Sheet-fed offset, uncoated paper")
        NEWSPAPER = "newspaper", _("Newspaper")
        DIGITAL = "digital", _("Digital print")
        OFFICE = "office", _("Office printer")

    class Variant(models.TextChoices):
        X4 = "pdf/x-4", "PDF/X-4"
        X3 = "pdf/x-3", "PDF/X-3"
        X1A = "pdf/x-1a", "PDF/X-1a"

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("short name"), max_length=40, unique=True, help_text=_("Part of file names."))
    kind = models.CharField(_("kind of print"), max_length=12, choices=Kind.choices, default=Kind.SHEET_FED_COATED)
    icc_name = models.CharField(
        _("colour profile"),
        max_length=120,
        default="FOGRA39L_free.icc",
        help_text=_("File name of a profile found on this system."),
    )
    icc_file = models.FileField(_("uploaded colour profile"), storage=icc_storage, upload_to="icc/", blank=True)
    identifier = models.CharField(
        _("printing condition"),
        max_length=60,
        default=DEFAULT.identifier,
        help_text=_("As registered at color.org, for example FOGRA39."),
    )
    variant = models.CharField(_("PDF standard"), max_length=10, choices=Variant.choices, default=Variant.X4)
    max_ink = models.PositiveSmallIntegerField(_("most ink (%)"), default=DEFAULT.max_ink)
    min_ppi = models.PositiveSmallIntegerField(_("pictures, least ppi (error)"), default=DEFAULT.min_ppi)
    good_ppi = models.PositiveSmallIntegerField(_("pictures, good ppi (warning below)"), default=DEFAULT.good_ppi)
    bleed = models.FloatField(_("bleed (mm)"), default=DEFAULT.bleed)
    marks = models.BooleanField(_("crop and fold marks"), default=DEFAULT.marks)
    safe = models.FloatField(_("safe zone (mm)"), default=DEFAULT.safe)
    spine_safe = models.FloatField(_("safe zone at the spine (mm)"), default=DEFAULT.spine_safe)
    min_line = models.FloatField(_("thinnest line (pt)"), default=DEFAULT.min_line)
    min_line_negative = models.FloatField(_("thinnest white line (pt)"), default=DEFAULT.min_line_negative)
    min_type = models.FloatField(_("smallest type (pt)"), default=DEFAULT.min_type)
    min_type_negative = models.FloatField(_("smallest white type (pt)"), default=DEFAULT.min_type_negative)
    black_overprint = models.BooleanField(_("black text overprints"), default=DEFAULT.black_overprint)
    page_multiple = models.PositiveSmallIntegerField(_("pages in multiples of"), default=DEFAULT.page_multiple)
    notes = models.TextField(_("notes for the order"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("kind")]),
        MultiFieldPanel(
            [
                FieldPanel("icc_name"),
                FieldPanel("icc_file"),
                FieldRowPanel([FieldPanel("identifier"), FieldPanel("variant"), FieldPanel("max_ink")]),
                FieldPanel("black_overprint"),
            ],
            heading=_("Colour"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("bleed"), FieldPanel("safe"), FieldPanel("spine_safe"), FieldPanel("page_multiple")]),
                FieldPanel("marks"),
            ],
            heading=_("Geometry"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("min_ppi"), FieldPanel("good_ppi")]),
                FieldRowPanel([FieldPanel("min_line"), FieldPanel("min_line_negative")]),
                FieldRowPanel([FieldPanel("min_type"), FieldPanel("min_type_negative")]),
            ],
            heading=_("Pictures, lines and type"),
        ),
        FieldPanel("notes"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("printer profile")
        verbose_name_plural = _("printer profiles")

    def __str__(self) -> str:
        return self.name

    def condition(self) -> PressCondition:
        """As plain values for the render process. Raises IccMissing if its colour profile cannot be found."""
        from ..profiles import icc_path

        shared = {name: getattr(self, name) for name in PressCondition.__dataclass_fields__ if name != "icc"}
        return PressCondition(icc=str(icc_path(self)), **shared)


class Newspaper(models.Model):
    """A newspaper that prints our advertisements: how wide its columns are, and its printer's demands."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    column_widths = models.JSONField(
        _("widths (mm)"),
        default=list,
        help_text=_("Width of an advertisement over 1, 2, 3 … columns, for example [45, 92, 139]."),
    )
    max_height = models.PositiveSmallIntegerField(_("most height (mm)"), default=430)
    printer_profile = models.ForeignKey(
        PrinterProfile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("printer profile")
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("column_widths"), FieldPanel("max_height")]),
        FieldPanel("printer_profile"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspapers")

    def __str__(self) -> str:
        return self.name

    def clean(self):
        widths = self.column_widths
        if not isinstance(widths, list) or not widths or any(not isinstance(w, int | float) or w <= 0 for w in widths):
            raise ValidationError({"column_widths": _("Write the widths in mm like this: [45, 92, 139]")})
        if widths != sorted(widths):
            raise ValidationError({"column_widths": _("More columns must be wider than fewer.")})

    def ad(self, *, columns: int, height: int) -> Sheet:
        """The format of an advertisement over so many columns. Raises KeyError if the newspaper has no such."""
        if not 1 <= columns <= len(self.column_widths) or not 10 <= height <= self.max_height:
            raise KeyError(f"{self.name} has no advertisement of {columns} columns × {height} mm.")
        width = self.column_widths[columns - 1]
        key = f"ad:{self.slug}:{columns}x{height}"
        return ad_sheet(key, width=width, height=height, label=f"{self.name} {columns} × {height} mm")
