"""Forms of the office and of the jury."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy


class JuryForm(forms.Form):
    members = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Members of the jury"),
        queryset=get_user_model().objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["members"]
        field.queryset = get_user_model().objects.filter(is_active=True).order_by("last_name", "username")
        field.label_from_instance = name_of


class PointsForm(forms.Form):
    """One number field for each criterion."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For the jury; seen by the others when the points are closed."),
    )

    def __init__(self, *args, criteria, **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for one in criteria:
            label = f"{one.name} (0–{one.most})" + (f" × {one.weight}" if one.weight > 1 else "")
            self.fields[one.id] = forms.IntegerField(label=label, min_value=0, max_value=one.most)
        self.fields["comment"] = self.fields.pop("comment")

    def points(self) -> dict[str, int]:
        return {one.id: self.cleaned_data[one.id] for one in self.criteria}


class DecisionForm(forms.Form):
    won = forms.BooleanField(label=gettext_lazy("Chosen"), required=False)
    prize = forms.CharField(label=gettext_lazy("Prize"), required=False, max_length=80)


def name_of(user) -> str:
    return user.get_full_name() or user.get_username()
