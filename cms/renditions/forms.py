"""Forms of the print desk: “Print as …”, the order of a package, uploads."""

import re
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page

from .drawings import drawing, format_name, kind_name, size_text
from .models import Newspaper, Package, PackageItem, PrinterProfile, PrintFile
from .newspapers import sheet_of
from .pdf import Purpose
from .print_as import Piece, arrangements_for
from .profiles import profile_choices, validate_icc
from .ready_made import refuse_bad_upload
from .renderable import Product

AD_ROWS = 3  # advertisements of one product that can be ordered at once
PURPOSES = [
    (Purpose.PRESS, gettext_lazy("For the printer"), gettext_lazy("Colours in ink, with bleed: PDF/X-4 for the print shop.")),
    (Purpose.SCREEN, gettext_lazy("For reading"), gettext_lazy("For the web site and mail; screen readers can read it.")),
    (
        Purpose.OFFICE,
        gettext_lazy("For the copier"),
        gettext_lazy("Put on A4 or A3: papers as booklet, posters in tiles, cards several on a sheet."),
    ),
    (Purpose.PROOF, gettext_lazy("Proof"), gettext_lazy("With watermark and version, to be looked at and approved.")),
    (Purpose.ARCHIVE, gettext_lazy("For the archive"), gettext_lazy("PDF/A-3, readable for decades.")),
    (Purpose.ARCHIVE_2, gettext_lazy("For an older archive"), gettext_lazy("PDF/A-2, for archives that take no PDF/A-3 yet.")),
]


@dataclass
class Format:
    """One format to tick."""

    value: str
    label: str
    size: str
    drawing: str
    hint: str = ""
    checked: bool = False


@dataclass
class ProductChoice:
    """One product of the page with what can be chosen about it."""

    product: Product
    groups: dict[str, list[Format]] = field(default_factory=dict)
    designs: list[tuple[str, str, bool]] = field(default_factory=list)
    ads: list[dict] = field(default_factory=list)


class PrintAsForm(forms.Form):
    """Formats by product, purposes, printer, languages. `cleaned_data` also has `all_pieces`, formats and ads as Piece."""

    pieces = forms.MultipleChoiceField(label=gettext_lazy("Formats"), required=False)
    purposes = forms.TypedMultipleChoiceField(
        label=gettext_lazy("What for"), coerce=Purpose, choices=[(key, label) for key, label, _text in PURPOSES]
    )
    printer_profile = forms.ModelChoiceField(
        label=gettext_lazy("Printer profile"),
        queryset=PrinterProfile.objects.all(),
        required=False,
        empty_label=gettext_lazy("As usual: the newspaper's for its ads, else coated paper"),
    )
    languages = forms.ModelMultipleChoiceField(label=gettext_lazy("Languages"), queryset=Page.objects.none())
    source = forms.ChoiceField(label=gettext_lazy("Made from"), choices=PrintFile.Source.choices)
    package = forms.CharField(
        label=gettext_lazy("Put what is for the printer into a new package called"), max_length=120, required=False
    )

    def __init__(self, *args, page: Page, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.products = page, page.products()
        self.newspapers = list(Newspaper.objects.all())
        self.fields["pieces"].choices = [
            (f"{product.key}|{key}", key) for product in self.products for key in self.formats_of(product)
        ]
        family = Page.objects.filter(translation_key=page.translation_key).select_related("locale").order_by("locale_id")
        mine = [item.pk for item in family if item.permissions_for_user(user).can_edit() and (item.live or item.pk == page.pk)]
        self.fields["languages"].queryset = Page.objects.filter(pk__in=mine).select_related("locale").order_by("locale_id")
        if not page.live:
            self.fields["source"].choices = [(PrintFile.Source.DRAFT, PrintFile.Source.DRAFT.label)]
        for product in self.products:
            self._add_product_fields(product)

    @staticmethod
    def formats_of(product: Product) -> list[str]:
        """The formats to tick; advertisements are chosen by newspaper, columns and height."""
        return [key for key in dict.fromkeys(product.formats or (product.sheet,)) if key != "ad" and not key.startswith("ad:")]

    def _add_product_fields(self, product: Product) -> None:
        if product.designs:
            choices = [(design.key, design.label) for design in product.designs]
            self.fields[f"design-{product.key}"] = forms.ChoiceField(choices=choices, required=False)
        if not self.newspapers or "ad" not in product.formats:
            return
        papers = [("", _("no advertisement"))] + [(paper.slug, paper.name) for paper in self.newspapers]
        for row in range(AD_ROWS):
            name = f"ad-{product.key}-{row}"
            self.fields[f"{name}-paper"] = forms.ChoiceField(label=_("Newspaper"), choices=papers, required=False)
            self.fields[f"{name}-columns"] = forms.IntegerField(label=_("Columns"), min_value=1, max_value=12, required=False)
            self.fields[f"{name}-height"] = forms.IntegerField(label=_("Height (mm)"), min_value=10, required=False)

    def clean(self):
        data = super().clean()
        pieces = []
        for value in data.get("pieces") or []:
            product, _bar, sheet = value.partition("|")
            pieces.append(Piece(product=product, sheet=sheet, design=data.get(f"design-{product}") or ""))
        for product in self.products:
            pieces += [piece for row in range(AD_ROWS) if (piece := self._ad(product, row, data))]
        if not pieces and not self.errors:
            self.add_error(None, _("Choose at least one format."))
        return data | {"all_pieces": pieces}

    def _ad(self, product: Product, row: int, data: dict) -> Piece | None:
        name = f"ad-{product.key}-{row}"
        paper = next((item for item in self.newspapers if item.slug == data.get(f"{name}-paper")), None)
        if paper is None:
            return None
        columns, height = data.get(f"{name}-columns") or 0, data.get(f"{name}-height") or 0
        try:
            sheet = paper.ad(columns=columns, height=height)
        except KeyError:
            text = _("%(name)s has 1 to %(columns)s columns and up to %(height)s mm height, at least 10 mm.")
            values = {"name": paper.name, "columns": len(paper.column_widths), "height": paper.max_height}
            self.add_error(f"{name}-columns", text % values)
            return None
        return Piece(product=product.key, sheet=sheet.key, design=data.get(f"design-{product.key}") or "")

    # what the template shows

    @property
    def product_choices(self) -> list[ProductChoice]:
        chosen = set(self.data.getlist("pieces")) if self.is_bound else self._first_choice()
        choices = []
        for product in self.products:
            choice = ProductChoice(product=product)
            for key in self.formats_of(product):
                item = self._format(product, key, chosen=chosen)
                choice.groups.setdefault(kind_name(sheet_of(key)), []).append(item)
            wanted = self.data.get(f"design-{product.key}") if self.is_bound else ""
            choice.designs = [
                (design.key, design.label, design.key == (wanted or product.designs[0].key)) for design in product.designs
            ]
            if f"ad-{product.key}-0-paper" in self.fields:
                choice.ads = [
                    {part: self[f"ad-{product.key}-{row}-{part}"] for part in ("paper", "columns", "height")}
                    for row in range(AD_ROWS)
                ]
            choices.append(choice)
        return choices

    def _first_choice(self) -> set[str]:
        if not self.products:
            return set()
        first = self.products[0]
        return {f"{first.key}|{key}" for key in self.formats_of(first)[:1]}

    @staticmethod
    def _format(product: Product, key: str, *, chosen: set[str]) -> Format:
        sheet = sheet_of(key)
        arrangement = arrangements_for(sheet)[0]
        hint = PrintFile.Arrangement(arrangement).label if arrangement else ""
        value = f"{product.key}|{key}"
        return Format(value, format_name(sheet), size_text(sheet), drawing(sheet), hint=str(hint), checked=value in chosen)

    @property
    def purpose_choices(self) -> list[tuple]:
        chosen = self.data.getlist("purposes") if self.is_bound else [Purpose.SCREEN.value]
        return [(key.value, label, text, key.value in chosen) for key, label, text in PURPOSES]

    @property
    def language_choices(self) -> list[tuple]:
        chosen = self.data.getlist("languages") if self.is_bound else [str(self.page.pk)]
        pages = self.fields["languages"].queryset
        return [(page.pk, page.locale.get_display_name(), page.live, str(page.pk) in chosen) for page in pages]


class PackageForm(forms.ModelForm):
    class Meta:
        model = Package
        fields = [
            "title",
            "print_shop",
            "delivery_date",
            "delivery_address",
            "contact",
            "phone",
            "email",
            "notes",
        ]
        widgets = {
            "delivery_date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "delivery_address": forms.Textarea(attrs={"rows": 3}),
            "notes": forms.Textarea(attrs={"rows": 3}),
        }


class PackageItemForm(forms.ModelForm):
    class Meta:
        model = PackageItem
        fields = ["copies", "paper", "finish", "colours", "price_per_copy"]
        localized_fields = ["price_per_copy"]


ItemFormSet = forms.inlineformset_factory(Package, PackageItem, form=PackageItemForm, extra=0, can_delete=True)


class PrinterProfileForm(WagtailAdminModelForm):
    """The colour profile is chosen from those found on this system; an uploaded one is tried out first."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices, field = profile_choices(), self.fields["icc_name"]
        chosen = self.instance.icc_name
        if chosen and chosen not in dict(choices):
            choices.append((chosen, _("%(name)s (not on this system)") % {"name": chosen}))
        self.fields["icc_name"] = forms.ChoiceField(label=field.label, help_text=field.help_text, choices=choices)

    def clean_icc_file(self):
        upload = self.cleaned_data["icc_file"]
        if upload and "icc_file" in self.changed_data:
            validate_icc(upload)
        return upload


class ReadyMadeAdForm(WagtailAdminModelForm):
    """Only whole PDFs come in; what is wrong with their print is told by preflight afterwards."""

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload and "file" in self.changed_data:
            refuse_bad_upload(upload)
        return upload


class NewspaperForm(WagtailAdminModelForm):
    """Column widths are typed as numbers, not as JSON."""

    widths = forms.CharField(
        label=gettext_lazy("Widths over 1, 2, 3 … columns (mm)"),
        help_text=gettext_lazy("From the newspaper's price list, for example: 45 – 92 – 139 – 186. Write tenths with a comma."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["widths"].initial = " – ".join(f"{width:g}" for width in self.instance.column_widths or [])

    def clean_widths(self) -> list[float]:
        return read_widths(self.cleaned_data["widths"])

    def _post_clean(self):
        if "widths" in self.cleaned_data:
            self.instance.column_widths = self.cleaned_data["widths"]
        super()._post_clean()


def read_widths(text: str) -> list[float]:
    """Numbers in mm, however they are parted; a comma between digits is a decimal comma. Raises ValidationError."""
    words = re.findall(r"\d+(?:[.,]\d+)?", text)
    widths = [float(word.replace(",", ".")) for word in words]
    if not widths or re.sub(r"[\d\s.,;/|–—-]|mm", "", text):
        raise forms.ValidationError(_("Write the widths in mm like this: 45 – 92 – 139"))
    if widths != sorted(set(widths)):
        raise forms.ValidationError(_("More columns must be wider than fewer."))
    return [int(width) if width.is_integer() else width for width in widths]
