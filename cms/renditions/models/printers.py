"""What printers and newspapers demand, as editors enter it: ink, resolution, safe zones, column widths."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..formats import ad_sheet
from ..ink.condition import DEFAULT, PressCondition
from ..sheet import Sheet


def icc_storage():
    """Uploaded ICC profiles lie beside the print files, in STORAGES["print"] or PRINT_ROOT: they are not for the public."""
    from .print_files import print_storage

    return print_storage()


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

    name = models.CharField(
        _("name"), max_length=80, unique=True, help_text=_("As editors find it, for example the print shop and the paper.")
    )
    slug = models.SlugField(_("short name"), max_length=40, unique=True, help_text=_("Letters, digits and hyphens."))
    kind = models.CharField(
        _("kind of print"),
        max_length=12,
        choices=Kind.choices,
        default=Kind.SHEET_FED_COATED,
        help_text=_("Coated paper shines or feels smooth; uncoated is like writing paper. The price list says which it is."),
    )
    icc_name = models.CharField(
        _("colour profile"),
        max_length=120,
        default="FOGRA39L_free.icc",
        help_text=_("It tells how ink looks on this paper. If the print shop names one that is missing here, upload it below."),
    )
    icc_file = models.FileField(
        _("uploaded colour profile"),
        storage=icc_storage,
        upload_to="icc/",
        blank=True,
        help_text=_("A file ending in .icc from the print shop. It is used instead of the one chosen above."),
    )
    identifier = models.CharField(
        _("printing condition"),
        max_length=60,
        default=DEFAULT.identifier,
        help_text=_("As registered at color.org, for example FOGRA39."),
    )
    variant = models.CharField(
        _("PDF standard"),
        max_length=10,
        choices=Variant.choices,
        default=Variant.X4,
        help_text=_("PDF/X-4 is right unless the print shop asks for an older one."),
    )
    max_ink = models.PositiveSmallIntegerField(
        _("most ink (%)"),
        default=DEFAULT.max_ink,
        help_text=_("All four inks at one place together; more would not dry. Coated 300, uncoated 280, newspaper 240."),
    )
    min_ppi = models.PositiveSmallIntegerField(
        _("pictures, least ppi (error)"), default=DEFAULT.min_ppi, help_text=_("Below this a picture looks blurred or jagged.")
    )
    good_ppi = models.PositiveSmallIntegerField(
        _("pictures, good ppi (warning below)"),
        default=DEFAULT.good_ppi,
        help_text=_("Usually 300; large posters need only 150."),
    )
    bleed = models.FloatField(
        _("bleed (mm)"),
        default=DEFAULT.bleed,
        help_text=_("How far colour runs over the edge that is cut off. Most print shops want 3 mm."),
    )
    marks = models.BooleanField(
        _("crop and fold marks"), default=DEFAULT.marks, help_text=_("Most print shops want none: the file says where to cut.")
    )
    safe = models.FloatField(
        _("safe zone (mm)"), default=DEFAULT.safe, help_text=_("Text nearer to the cut edge than this is in danger.")
    )
    spine_safe = models.FloatField(
        _("safe zone at the spine (mm)"), default=DEFAULT.spine_safe, help_text=_("Only for pieces with bound pages.")
    )
    min_line = models.FloatField(
        _("thinnest line (pt)"), default=DEFAULT.min_line, help_text=_("Thinner lines break up in print.")
    )
    min_line_negative = models.FloatField(
        _("thinnest white line (pt)"), default=DEFAULT.min_line_negative, help_text=_("On colour; ink fills thinner ones.")
    )
    min_type = models.FloatField(_("smallest type (pt)"), default=DEFAULT.min_type, help_text=_("Dark on light."))
    min_type_negative = models.FloatField(
        _("smallest white type (pt)"), default=DEFAULT.min_type_negative, help_text=_("White on colour.")
    )
    black_overprint = models.BooleanField(
        _("black text overprints"),
        default=DEFAULT.black_overprint,
        help_text=_("Black is printed on top of colours, so that no white edges show. Leave it on."),
    )
    page_multiple = models.PositiveSmallIntegerField(
        _("pages in multiples of"), default=DEFAULT.page_multiple, help_text=_("4 for what is folded and stapled, else 1.")
    )
    notes = models.TextField(_("notes for the order"), blank=True, help_text=_("They appear on the order sheet."))

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
    slug = models.SlugField(_("short name"), max_length=40, unique=True, help_text=_("Letters, digits and hyphens."))
    column_widths = models.JSONField(_("widths (mm)"), default=list)  # of an advertisement over 1, 2, 3 … columns
    max_height = models.PositiveSmallIntegerField(
        _("most height (mm)"), default=430, help_text=_("The height of the type area, from the newspaper's price list.")
    )
    printer_profile = models.ForeignKey(
        PrinterProfile,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("printer profile"),
        help_text=_("Advertisements for this newspaper are made for this printer."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspapers")

    def __str__(self) -> str:
        return self.name

    def clean(self):
        widths = self.column_widths
        if not isinstance(widths, list) or not widths or any(not isinstance(w, int | float) or w <= 0 for w in widths):
            raise ValidationError({"column_widths": _("Write the widths in mm like this: 45 – 92 – 139")})
        if widths != sorted(widths):
            raise ValidationError({"column_widths": _("More columns must be wider than fewer.")})

    def ad(self, *, columns: int, height: int) -> Sheet:
        """The format of an advertisement over so many columns. Raises KeyError if the newspaper has no such."""
        if not 1 <= columns <= len(self.column_widths) or not 10 <= height <= self.max_height:
            raise KeyError(f"{self.name} has no advertisement of {columns} columns × {height} mm.")
        width = self.column_widths[columns - 1]
        key = f"ad:{self.slug}:{columns}x{height}"
        return ad_sheet(key, width=width, height=height, label=f"{self.name} {columns} × {height} mm")
