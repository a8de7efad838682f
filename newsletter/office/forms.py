"""Forms of the office."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput

from cms.core.addresses import normalise
from cms.core.context import html_lang
from cms.core.mail_style import DESIGNS
from cms.renditions.selection import Show

from ..headers import HeaderError, single_line
from ..models import Mailing, MailingVersion, Topic

LANGUAGES = dict(settings.LANGUAGES)
MOST_ITEMS = 300  # of a page in one mail; more is no form of ours


class TopicForm(WagtailAdminModelForm):
    """One name and description per language; German is required, the others fall back to it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            if code == settings.LANGUAGE_CODE:
                continue
            known = (self.instance.translations or {}).get(code, {})
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name: %s") % language, max_length=80, required=False, initial=known.get("name", "")
            )
            self.fields[f"description_{code}"] = forms.CharField(
                label=_("What readers get: %s") % language, max_length=200, required=False, initial=known.get("description", "")
            )

    class Meta:
        model = Topic
        fields = ["name", "description", "slug", "sort_order", "on_form"]

    def save(self, commit=True):
        self.instance.translations = {
            code: {"name": self.cleaned_data[f"name_{code}"], "description": self.cleaned_data[f"description_{code}"]}
            for code in LANGUAGES
            if f"name_{code}" in self.cleaned_data
        }
        return super().save(commit)


class MailingForm(forms.Form):
    """Topics, subject and preheader in every language, the look, and the order of what the mail holds."""

    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"),
        queryset=Topic.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Everybody who subscribed to one of them gets the mail once."),
    )
    design = forms.ChoiceField(label=_("Design"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args, mailing: Mailing, **kwargs):
        self.mailing = mailing
        self.versions = list(mailing.versions.all())
        initial = {"topics": list(mailing.topics.values_list("pk", flat=True)), "design": mailing.design}
        for version in self.versions:
            initial |= {f"subject_{version.language}": version.subject, f"preheader_{version.language}": version.preheader}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["design"].choices = [("", _("as the page suggests")), *DESIGNS.items()]
        for version in self.versions:
            self.add_lines(version.language)

    def add_lines(self, language: str) -> None:
        attrs = {"dir": "auto", "lang": html_lang(language)}
        # An empty subject can be saved: the checks ask for it before the mailing leaves.
        self.fields[f"subject_{language}"] = forms.CharField(
            label=_("Subject"), max_length=150, required=False, widget=forms.TextInput(attrs=attrs)
        )
        self.fields[f"preheader_{language}"] = forms.CharField(
            label=_("Preheader"),
            max_length=180,
            required=False,
            widget=forms.TextInput(attrs=attrs),
            help_text=_("The line mail programs show after the subject."),
        )

    def clean(self):
        cleaned = super().clean()
        for name in [name for name in cleaned if name.startswith(("subject_", "preheader_"))]:
            try:
                cleaned[name] = single_line(cleaned[name])
            except HeaderError:
                self.add_error(name, _("This text contains characters that do not belong in one line."))
        return cleaned

    def lines(self) -> dict[str, tuple[str, str]]:
        return {
            version.language: (
                self.cleaned_data[f"subject_{version.language}"],
                self.cleaned_data[f"preheader_{version.language}"],
            )
            for version in self.versions
        }

    def composition(self) -> dict:
        """Order and length of the items, and the parts without a tick; as it was if the form held none of them."""
        chosen = dict(self.mailing.composition)
        if order := self.data.getlist("item"):
            rows = [{"key": key[:40], "show": self.data.get(f"show_{key}", "")} for key in order[:MOST_ITEMS]]
            chosen["items"] = [row for row in rows if row["show"] in set(Show)]
        if known := self.data.getlist("part_known"):
            shown = set(self.data.getlist("part"))
            chosen["hidden"] = [key[:80] for key in known[:MOST_ITEMS] if key not in shown]
        return chosen

    def by_language(self):
        """(version, name of its language, subject field, preheader field) for the template."""
        for version in self.versions:
            code = version.language
            yield version, LANGUAGES.get(code, code), self[f"subject_{code}"], self[f"preheader_{code}"]


class FreeMailingForm(forms.Form):
    """A mailing without a page."""

    title = forms.CharField(label=_("Title"), max_length=150, help_text=_("Also the first suggestion for the subject."))
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple, initial=[settings.LANGUAGE_CODE]
    )


class WordsForm(WagtailAdminModelForm):
    """The mailing's own words in one language."""

    class Meta:
        model = MailingVersion
        fields = ["subject", "preheader", "body"]

    def clean_subject(self) -> str:
        return self.one_line("subject")

    def clean_preheader(self) -> str:
        return self.one_line("preheader")

    def one_line(self, name: str) -> str:
        try:
            return single_line(self.cleaned_data[name])
        except HeaderError as error:
            raise forms.ValidationError(_("This text contains characters that do not belong in one line.")) from error


class SendForm(forms.Form):
    """Now or at a time; the number of people is part of the question, so that nobody confirms something else."""

    people = forms.IntegerField(widget=forms.HiddenInput)
    at = forms.DateTimeField(label=_("Send at"), required=False, widget=AdminDateTimeInput, help_text=_("Empty: at once."))

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise forms.ValidationError(_("That time is already past."))
        return at


class BlockForm(forms.Form):
    address = forms.CharField(label=_("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"dir": "ltr"}))
    note = forms.CharField(label=_("Note"), max_length=200, required=False, help_text=_("Please write no address here."))

    def clean_address(self) -> str:
        return normalise(self.cleaned_data["address"])
