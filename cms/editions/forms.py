"""Forms of the editors' desk."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from .models import EditionPage


class NewEditionForm(forms.Form):
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=9999)
    season = forms.CharField(label=_("Season"), max_length=40, help_text=_("As readers say it, for example “Herbst 2026”."))
    date = forms.DateField(label=_("Date of publication"), widget=AdminDateInput)
    editorial_deadline = forms.DateField(label=_("Editorial deadline"), required=False, widget=AdminDateInput)
    print_date = forms.DateField(label=_("Goes to the printer on"), required=False, widget=AdminDateInput)

    def __init__(self, *args, publication, **kwargs):
        super().__init__(*args, **kwargs)
        self.publication = publication

    def clean_number(self):
        number = self.cleaned_data["number"]
        if EditionPage.objects.child_of(self.publication).filter(number=number).exists():
            raise ValidationError(_("This number is taken."))
        return number

    def clean(self):
        cleaned = super().clean()
        dates = [cleaned.get(name) for name in ("editorial_deadline", "print_date", "date")]
        known = [date for date in dates if date]
        if known != sorted(known):
            raise ValidationError(_("The order of the dates is: editorial deadline, printer, publication."))
        return cleaned
