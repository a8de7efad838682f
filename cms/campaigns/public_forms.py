"""The forms with which residents take part in a campaign, and answer the office. No account, no script, no cookie needed."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.core.public_forms import AddressField, LineField, PublicForm, WordsField
from cms.core.uploads import PhotoField, Upload, kept

from .models import Submission, TestimonialPage
from .models.releases import ReleaseMedium
from .models.submissions import ReleasePeriod, ReleasePurpose
from .own_names import OWN_NAMES

SHORT, LONG = 90, 1500
PHOTO_MB = 50
ADULT, MINOR = "adult", "minor"


class StatementField(LineField):
    """One sentence that fits on a poster. No `maxlength` in the page: it would cut silently what somebody pastes."""

    widget = forms.Textarea(attrs={"rows": 3, "data-most": SHORT, "dir": "auto"})

    def __init__(self, **kwargs):
        super().__init__(max_length=SHORT, **kwargs)

    def widget_attrs(self, widget):
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class StoryField(WordsField):
    widget = forms.Textarea(attrs={"rows": 6, "data-most": LONG, "dir": "auto"})

    def __init__(self, **kwargs):
        super().__init__(max_length=LONG, **kwargs)

    def widget_attrs(self, widget):
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


def photo_field() -> PhotoField:
    return PhotoField(
        label=_("Photo of you"),
        max_mb=PHOTO_MB,
        required=False,
        help_text=_(
            "Face and shoulders, upright, by daylight. As it comes from the phone: for posters it should have 2,400 pixels in "
            "height. We remove the place and time that phones hide in photos. Without a photo we offer to take one."
        ),
    )


class ContributionForm(PublicForm):
    """What both forms share."""

    def refuse(self, error) -> None:
        """Something that only came out when the form was to be taken: nothing that was typed or sent is lost."""
        self.add_error(None, error)
        self.keep_uploads()

    def kept_photo(self) -> Upload | None:
        """The photo of a form with errors, which need not be sent again."""
        token = self.data.get(PhotoField.widget.kept_name("photo"), "") if self.is_bound else ""
        return kept(token) if token else None


class TakePartForm(ContributionForm):
    """`text_digest`: of the release as it is shown now. `medium_choices` etc. are the same in every language."""

    statement = StatementField(
        label=_("Your sentence"), help_text=_("For example why you are here or what you wish. At most 90 characters.")
    )
    said_in = forms.ChoiceField(label=_("I have written in"), choices=OWN_NAMES)
    story = StoryField(label=_("More about it"), required=False, help_text=_("For the web site. At most 1,500 characters."))
    photo = photo_field()
    photo_credit = LineField(
        label=_("Who took the photo?"), max_length=120, required=False, help_text=_("The name stands beside the picture.")
    )
    name = LineField(
        label=_("Name"),
        max_length=80,
        help_text=_("As it shall be shown. A first name is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    line = LineField(
        label=_("One line about you"),
        max_length=120,
        help_text=_("For example: baker, in the town since 2011."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    age = forms.IntegerField(
        label=_("Age"),
        required=False,
        validators=[MinValueValidator(3), MaxValueValidator(120)],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
    )
    origin = LineField(label=_("Where I come from"), max_length=80, required=False)
    languages = LineField(label=_("Languages I speak"), max_length=120, required=False)
    district = LineField(label=_("Part of town"), max_length=60, required=False)
    topic = forms.ChoiceField(label=_("What it is about"), choices=[("", "–"), *TestimonialPage.Topic.choices], required=False)
    email = AddressField(
        label=_("Your e-mail address"),
        help_text=_("We send you a link to confirm, and later one to see your poster. It is never published."),
    )
    phone = LineField(
        label=_("Phone"),
        max_length=40,
        required=False,
        help_text=_("For questions only. It is never published."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )
    grown = forms.ChoiceField(
        label=_("How old are you?"), choices=[(ADULT, _("18 or older")), (MINOR, _("Under 18"))], widget=forms.RadioSelect
    )
    guardian_name = LineField(label=_("Name of a parent or guardian"), max_length=80, required=False)
    guardian_email = AddressField(
        label=_("E-mail address of the parent or guardian"),
        required=False,
        help_text=_("They get a link of their own and must agree too."),
    )
    media = forms.MultipleChoiceField(
        label=_("Where may we show you?"),
        choices=ReleaseMedium.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one.")},
    )
    other_work = forms.BooleanField(
        label=_("The council may also use it for other work, for example exhibitions."), required=False
    )
    period = forms.ChoiceField(label=_("How long?"), choices=ReleasePeriod.choices, widget=forms.RadioSelect)
    agree = forms.BooleanField(
        label=_("I have read this and agree."), error_messages={"required": _("Without your consent we cannot show you.")}
    )
    wording = forms.CharField(widget=forms.HiddenInput, required=False)

    SECTIONS = (
        ("words", _("What you say"), ("statement", "said_in", "story")),
        ("photo", _("Your photo"), ("photo", "photo_credit")),
        ("person", _("Who you are"), ("name", "line", "age", "origin", "languages", "district", "topic")),
        ("contact", _("How we reach you"), ("email", "phone", "grown", "guardian_name", "guardian_email")),
        ("release", _("What you allow"), ("media", "other_work", "period", "agree")),
    )

    def __init__(self, *args, text_digest: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.text_digest = text_digest
        self.initial.setdefault("wording", text_digest)
        self.initial.setdefault("said_in", get_language().partition("-")[0])

    @cached_property
    def sections(self) -> list[dict]:
        return [{"key": key, "title": title, "fields": [self[name] for name in names]} for key, title, names in self.SECTIONS]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("grown") == MINOR:
            for name in ("guardian_name", "guardian_email"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Under 18, we need a parent or guardian as well."))
        if cleaned.get("wording") != self.text_digest:
            self.data = self.data.copy()
            self.data["wording"] = self.text_digest
            self.data.pop("agree", None)
            self.add_error("agree", _("The text of the release was changed in the meantime. Please read it once more."))
        return cleaned

    def values(self) -> dict:
        """For the fields of Submission."""
        data = self.cleaned_data
        alike = ("statement", "said_in", "story", "photo_credit", "name", "line", "age", "origin", "languages", "district")
        minor = data["grown"] == MINOR
        purposes = [ReleasePurpose.CAMPAIGN, *([ReleasePurpose.COUNCIL] if data["other_work"] else [])]
        return {name: data[name] for name in (*alike, "topic", "email", "phone", "media", "period")} | {
            "purposes": [purpose.value for purpose in purposes],
            "is_minor": minor,
            "guardian_name": data["guardian_name"] if minor else "",
            "guardian_email": data["guardian_email"] if minor else "",
        }


class AnswerForm(ContributionForm):
    """The person answers the office's question and may change sentence and photo."""

    answer = WordsField(
        label=_("Your answer"), max_length=LONG, required=False, widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"})
    )
    statement = StatementField(label=_("Your sentence"))
    photo = photo_field()

    def __init__(self, *args, submission: Submission, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("statement", submission.statement)
