"""What people fill in. Every form carries the digest of the wording it showed: nobody agrees to words they have not seen."""

from django import forms
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from cms.core.public_forms import AddressField, LineField, PublicForm, WordsField

from .wording import digest

LONGEST_TEXT = 5000
MOST_INTERESTS = 20


def line(label, *, most: int, kind: str = "", **kwargs) -> LineField:
    attrs = {"dir": "auto"} | ({"autocomplete": kind} if kind else {})
    return LineField(label=label, max_length=most, widget=forms.TextInput(attrs=attrs), **kwargs)


def words(label, *, most: int = LONGEST_TEXT, rows: int = 7, **kwargs) -> WordsField:
    return WordsField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), **kwargs)


def phone(**kwargs) -> LineField:
    attrs = {"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}
    return LineField(label=_("Phone"), max_length=40, required=False, widget=forms.TextInput(attrs=attrs), **kwargs)


class FormOfPage(PublicForm):
    """A form on one of our pages, with what people agree to at its end."""

    wording = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, page, **kwargs):
        self.page = page
        super().__init__(data, **kwargs)
        self.initial["wording"] = digest(page.consent)
        if page.consent:
            self.fields["agreed"] = forms.BooleanField(
                label=page.consent,
                error_messages={"required": _("Please put a tick here if you agree. Without it we may not keep what you wrote.")},
            )

    def clean(self):
        cleaned = super().clean()
        shown = self.data.get("wording", "")
        if "agreed" in self.fields and not self.is_trapped and shown != self.initial["wording"]:
            self.data = self.data.copy()
            self.data["wording"] = self.initial["wording"]
            self.data.pop("agreed", None)
            self.add_error("agreed", _("These words have changed meanwhile. Please read them again and put a new tick."))
        return cleaned

    @property
    def language(self) -> str:
        return get_language() or self.page.language_code


class MessageForm(FormOfPage):
    name = line(_("Name"), most=120, kind="name", required=False)
    email = AddressField(required=False, help_text=_("Only if you want an answer. We use it for nothing else."))
    phone = phone()
    subject = line(_("What is it about?"), most=150, required=False)
    text = words(_("Your message"), error_messages={"required": _("Please write your message.")})

    field_order = ["subject", "text", "name", "email", "phone", "agreed"]


class VolunteerForm(FormOfPage):
    name = line(_("Name"), most=120, kind="name", error_messages={"required": _("Please write your name.")})
    email = AddressField(required=False)
    phone = phone()
    interests = forms.MultipleChoiceField(
        label=_("What would you like to do?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = line(_("Which languages do you speak?"), most=200, required=False)
    times = line(_("When do you have time?"), most=200, required=False)
    district = line(_("In which part of town do you live?"), most=60, required=False)
    text = words(_("Is there anything else you would like to say?"), most=2000, rows=4, required=False)

    field_order = ["interests", "languages", "times", "district", "text", "name", "email", "phone", "old_enough", "agreed"]

    def __init__(self, data=None, *, page, **kwargs):
        super().__init__(data, page=page, **kwargs)
        self.options = page.options()
        if self.options:
            self.fields["interests"].choices = self.options
        else:
            del self.fields["interests"]
        if age := page.minimum_age:
            label = ngettext("I am at least %(age)s year old.", "I am at least %(age)s years old.", age) % {"age": age}
            missing = _("Please confirm your age. If you are younger, ask us: together with your parents there is often a way.")
            self.fields["old_enough"] = forms.BooleanField(label=label, error_messages={"required": missing})
        self.order_fields(self.field_order)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("email") and not cleaned.get("phone") and not self.errors.keys() & {"email", "phone"}:
            self.add_error("email", _("Please leave an e-mail address or a phone number, so that we can reach you."))
        return cleaned


class IdeaForm(FormOfPage):
    title = line(
        _("Your idea in one sentence"), most=120, error_messages={"required": _("Please say in one sentence what it is about.")}
    )
    text = words(_("Tell us more"), most=3000, error_messages={"required": _("Please tell us a little more.")})
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    district = line(_("Which part of town is it about?"), most=60, required=False)
    shown_name = line(
        _("Name to show with it"), most=60, required=False, help_text=_("For example your first name. Empty: no name is shown.")
    )
    name = line(_("Name"), most=120, kind="name", required=False, help_text=_("Only for the office."))
    email = AddressField(required=False, help_text=_("Is not published. We write to you when there is an answer."))

    field_order = ["title", "text", "topic", "district", "shown_name", "name", "email", "agreed"]

    def __init__(self, data=None, *, page, **kwargs):
        super().__init__(data, page=page, **kwargs)
        if options := page.options():
            self.fields["topic"].choices = [("", "–"), *options]
        else:
            del self.fields["topic"]
