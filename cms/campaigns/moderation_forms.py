"""What the office types while it looks through submissions."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .models import CampaignPage, Submission
from .moderation import own_words


class FilterForm(forms.Form):
    campaign = forms.ModelChoiceField(queryset=CampaignPage.objects.none(), required=False, empty_label=_("All campaigns"))
    language = forms.ChoiceField(choices=lambda: [("", _("All languages")), *settings.LANGUAGES], required=False)
    photo = forms.ChoiceField(
        choices=[("", _("With and without photo")), ("yes", _("With photo")), ("no", _("Without photo"))], required=False
    )
    q = forms.CharField(required=False, max_length=80)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = CampaignPage.objects.filter(submissions__isnull=False).distinct().order_by("title")


class AcceptForm(forms.Form):
    """The words in the campaign's language; what is left empty is written in the draft."""

    statement = forms.CharField(
        label=_("Statement"), max_length=90, required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
    line = forms.CharField(label=_("who this is"), max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "auto"}))
    portrait_alt = forms.CharField(
        label=_("What the picture shows"), max_length=255, required=False, help_text=_("For people who cannot see it.")
    )

    def __init__(self, *args, submission: Submission, **kwargs):
        super().__init__(*args, initial=own_words(submission), **kwargs)
        if not submission.photo:
            del self.fields["portrait_alt"]

    def words(self) -> dict:
        """For moderation.accept: one line each."""
        return {name: " ".join(value.split()) for name, value in self.cleaned_data.items()}


class QuestionForm(forms.Form):
    question = forms.CharField(
        label=_("Your question"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Goes to the person by mail at once, with a link to answer."),
    )


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("A word about why"),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Stands in the mail to the person. Empty: a friendly mail without a reason."),
    )
