"""The form with which the office records what a portrayed person has agreed to."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from .models import Release
from .models.releases import ReleaseMedium


class ReleaseForm(forms.Form):
    state = forms.ChoiceField(label=_("The person's consent"), choices=Release.State.choices, widget=forms.RadioSelect)
    media = forms.MultipleChoiceField(
        label=_("For these media"), choices=ReleaseMedium.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    until = forms.DateField(
        label=_("Valid until"), required=False, widget=AdminDateInput, help_text=_("Empty: until it is withdrawn.")
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example where the signed paper is kept. Stays in the history."),
    )
    originals = forms.BooleanField(
        label=_("When withdrawn: delete the pictures themselves as well"),
        required=False,
        help_text=_("Otherwise only what was made of them goes. There is no way back."),
    )
