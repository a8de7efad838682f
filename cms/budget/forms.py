"""Forms of the budget's pages in the admin."""

from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from cms.renditions.models import Package

from .models import Budget, Item, Source, Voucher
from .money import AmountField

MOST_MEGABYTES = 20
# What the first bytes of each kind of file are; the name alone says nothing.
BEGINNINGS = {
    "pdf": b"%PDF-",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "png": b"\x89PNG\r\n",
    "docx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
    "odt": b"PK\x03\x04",
}


class BudgetForm(forms.ModelForm):
    carried_over = AmountField(label=_("Carried over from the year before (€)"), required=False)

    class Meta:
        model = Budget
        fields = ["year", "carried_over", "warn_at", "notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["year"].disabled = True

    def clean_carried_over(self):
        return self.cleaned_data["carried_over"] or 0


class SourceForm(forms.ModelForm):
    amount = AmountField(label=_("Amount (€)"), min_value=0, max_value=99_999_999)

    class Meta:
        model = Source
        fields = ["name", "amount", "reference"]


SourceFormSet = forms.inlineformset_factory(Budget, Source, form=SourceForm, extra=1, can_delete=True)


class ItemForm(forms.ModelForm):
    planned = AmountField(label=_("Planned (€)"), min_value=0, max_value=99_999_999)
    expected = AmountField(
        label=_("Expected in the end (€)"),
        min_value=0,
        max_value=99_999_999,
        required=False,
        help_text=Item._meta.get_field("expected").help_text,
    )

    class Meta:
        model = Item
        fields = ["title", "kind", "planned", "expected", "copies", "page", "package", "notes", "state"]
        widgets = {"page": AdminPageChooser, "notes": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["package"].queryset = Package.objects.all()
        self.fields["package"].empty_label = _("none")


class VoucherForm(forms.ModelForm):
    amount = AmountField(label=_("Amount with tax (€)"), min_value=0, max_value=99_999_999)
    file = forms.FileField(
        label=_("Document"),
        required=False,
        help_text=format_lazy(
            "{} {}", _("PDF, picture or office file, at most 20 MB."), _("Only people of the budget can open it.")
        ),
    )

    class Meta:
        model = Voucher
        fields = ["kind", "date", "supplier", "number", "amount"]
        widgets = {"date": AdminDateInput}

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return None
        ending = PurePath(file.name).suffix.lower().lstrip(".")
        if ending not in BEGINNINGS:
            raise ValidationError(_("Upload a PDF, a picture (JPEG, PNG) or an office file (DOCX, XLSX, ODT)."))
        if file.size > MOST_MEGABYTES * 1_000_000:
            raise ValidationError(_("The file is larger than 20 MB."))
        beginning = file.read(8)
        file.seek(0)
        if not beginning.startswith(BEGINNINGS[ending]):
            raise ValidationError(_("The file is not what its name says. Save it again and upload that."))
        return file
