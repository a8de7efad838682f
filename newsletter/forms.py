"""The public forms. They work without JavaScript and without cookies; bots are told apart by trap and time."""

from django import forms
from django.conf import settings
from django.core import signing
from django.utils.translation import gettext_lazy as _

from .addresses import normalise
from .models import Topic

MINIMUM_SECONDS = 1  # nobody reads and fills the form faster
MAXIMUM_SECONDS = 24 * 3600


class TopicField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, topic: Topic) -> str:
        return topic.local_name


def language_choices() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class AddressForm(forms.Form):
    """An address, a trap that people do not see, and the signed time the form was shown."""

    address = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        error_messages={"required": _("Please write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "required": True, "dir": "ltr"}),
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    started = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("started", self.stamp())

    @staticmethod
    def stamp() -> str:
        return signing.TimestampSigner(salt="newsletter.form").sign("form")

    def clean_address(self) -> str:
        return normalise(self.cleaned_data["address"])

    def clean(self):
        cleaned = super().clean()
        if not self.is_trapped and not self._took_human_time():
            self.data = self.data.copy()
            self.data["started"] = self.stamp()
            raise forms.ValidationError(
                _("That was very quick, or the page was open for a long time. Please press the button once more.")
            )
        return cleaned

    @property
    def is_trapped(self) -> bool:
        """A bot filled the field that people do not see."""
        return bool(self.data.get("website"))

    def _took_human_time(self) -> bool:
        signer = signing.TimestampSigner(salt="newsletter.form")
        started = self.data.get("started", "")
        try:
            signer.unsign(started, max_age=MAXIMUM_SECONDS)
        except signing.BadSignature:
            return False
        try:
            signer.unsign(started, max_age=MINIMUM_SECONDS)
        except signing.SignatureExpired:
            return True
        return False


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
    """Language and topics of one reader. `may_add` False: only topics the reader has are offered."""

    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    topics = TopicField(label=_("Topics"), queryset=Topic.objects.none(), required=False)

    def __init__(self, *args, subscriber, may_add: bool, **kwargs):
        current = subscriber.current_topics()
        kwargs.setdefault("initial", {"language": subscriber.language, "topics": [topic.pk for topic in current]})
        super().__init__(*args, **kwargs)
        offered = Topic.objects.filter(pk__in=[topic.pk for topic in current])
        if may_add:
            offered = (offered | Topic.objects.filter(on_form=True)).distinct()
        self.fields["topics"].queryset = offered
