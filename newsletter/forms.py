"""The public forms. They work without JavaScript and without cookies; bots are told apart by trap and time."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.addresses import normalise
from cms.core.public_forms import PublicForm

from .headers import HeaderError, single_line
from .models import Subscriber, Topic
from .optin import WhyLeft
from .preferences import LONGEST_PAUSE, Wishes


class TopicField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, topic: Topic) -> str:
        return topic.local_name


def language_choices() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


def other_languages() -> list[tuple[str, str]]:
    return [("", "–"), *settings.LANGUAGES]


def clean_name(name: str) -> str:
    """One line without control characters."""
    try:
        return single_line(name)
    except HeaderError as error:
        raise forms.ValidationError(_("This text contains characters that do not belong in one line.")) from error


class AddressForm(PublicForm):
    """An address, and what tells people from programs."""

    address = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        error_messages={"required": _("Please write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "required": True, "dir": "ltr"}),
    )

    def clean_address(self) -> str:
        return normalise(self.cleaned_data["address"])


class SignupForm(AddressForm):
    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    topics = TopicField(
        label=_("Topics"),
        queryset=Topic.objects.filter(on_form=True),
        error_messages={"required": _("Please choose at least one topic.")},
    )

    field_order = ["address", "topics", "language", "website", "started"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offered = list(self.fields["topics"].queryset)
        if len(self.offered) == 1:
            self.fields["topics"].required = False  # with one topic the button itself is the choice

    def chosen_topics(self) -> list[Topic]:
        return list(self.cleaned_data.get("topics") or self.offered)


class PreferencesForm(forms.Form):
    """All that one reader sets. `may_add` False: only topics the reader has are offered, and the name is not shown."""

    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    second_language = forms.ChoiceField(label=_("If there is nothing in it, rather in"), choices=other_languages, required=False)
    third_language = forms.ChoiceField(label=_("or else in"), choices=other_languages, required=False)
    topics = TopicField(label=_("Topics"), queryset=Topic.objects.none(), required=False)
    format = forms.ChoiceField(
        label=_("Kind of mail"), choices=Subscriber.Format.choices, widget=forms.RadioSelect, required=False
    )
    paused_until = forms.DateField(
        label=_("No mail before"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("For example during a long journey. Empty: no break."),
        error_messages={"invalid": _("Please write the day as year-month-day, for example 2027-01-31.")},
    )
    name = forms.CharField(label=_("Name"), max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    def __init__(self, *args, subscriber: Subscriber, may_add: bool, **kwargs):
        current = subscriber.current_topics()
        asked = ("language", "second_language", "third_language", "format", "paused_until", "name")
        initial = {field: getattr(subscriber, field) for field in asked}
        kwargs.setdefault("initial", initial | {"topics": [topic.pk for topic in current]})
        super().__init__(*args, **kwargs)
        offered = Topic.objects.filter(pk__in=[topic.pk for topic in current])
        if may_add:
            offered = (offered | Topic.objects.filter(on_form=True)).distinct()
        else:
            del self.fields["name"]
        self.fields["topics"].queryset = offered
        today = timezone.localdate()
        self.fields["paused_until"].widget.attrs |= {"min": str(today), "max": str(today + LONGEST_PAUSE)}

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean_format(self) -> str:
        return self.cleaned_data["format"] or self.initial["format"]

    def clean_paused_until(self):
        day = self.cleaned_data["paused_until"]
        if day and day > timezone.localdate() + LONGEST_PAUSE:
            raise forms.ValidationError(_("A break lasts a year at most. For longer, please leave and come back later."))
        return day if day and day > timezone.localdate() else None

    def wishes(self) -> Wishes:
        names = ("language", "second_language", "third_language", "format", "paused_until")
        data = self.cleaned_data
        return Wishes(**{name: data[name] for name in names}, topics=list(data["topics"]), name=data.get("name"))


class LeaveForm(forms.Form):
    reason = forms.ChoiceField(choices=WhyLeft.choices, required=False, widget=forms.RadioSelect)


class DeskForm(SignupForm):
    """The sign-up at an event: one person after the other on the same tablet, so nothing is remembered by the browser."""

    name = forms.CharField(label=_("Name"), max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args, topics: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        if topics:
            self.fields["topics"].queryset = Topic.objects.filter(pk__in=topics)
            self.offered = list(self.fields["topics"].queryset)
            self.fields["topics"].required = len(self.offered) != 1

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])
