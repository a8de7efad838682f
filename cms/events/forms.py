"""Forms of registration: for the public, for one's own data by the link, and for the office."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.core.public_forms import AddressField, LineField, PublicForm

from .questions import Question

PREFIX = "q-"


class PeopleField(forms.IntegerField):
    def __init__(self, *, most: int | None, **kwargs):
        hint = {"help_text": _("You included. At most: %(most)s") % {"most": most}} if most else {}
        attrs = {"inputmode": "numeric"}
        super().__init__(
            label=_("How many people are coming?"),
            min_value=1,
            max_value=most or 500,
            initial=1,
            widget=forms.NumberInput(attrs=attrs),
            **hint,
            **kwargs,
        )


class OwnData(forms.Form):
    """Name, phone, how many, and the answers. `most`: people in one registration; one is not asked about."""

    name = LineField(
        label=_("Name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Please write your name.")},
    )
    phone = LineField(
        label=_("Phone"),
        max_length=40,
        required=False,
        help_text=_("Only if something changes at short notice."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}),
    )

    def __init__(self, *args, questions: list[Question], most: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = questions
        if most > 1:
            self.fields["people"] = PeopleField(most=most)
        for question in questions:
            self.fields[PREFIX + question.key] = question.field()

    @property
    def people(self) -> int:
        return self.cleaned_data.get("people") or 1

    @property
    def answers(self) -> dict:
        given = {question.key: self.cleaned_data.get(PREFIX + question.key) for question in self.questions}
        return {key: value for key, value in given.items() if value not in (None, "", False)}


class RegistrationForm(OwnData, PublicForm):
    """What the public fills in. With `slots` one of them has to be chosen."""

    address = AddressField(help_text=_("The confirmation goes there."))
    field_order = ["slot", "name", "address", "phone", "people"]

    def __init__(self, *args, with_slots: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if with_slots:
            choose = _("Please choose an appointment.")
            self.fields["slot"] = forms.IntegerField(
                label=_("Appointment"),
                max_value=2**63 - 1,
                error_messages=dict.fromkeys(("required", "invalid", "max_value"), choose),
            )
        self.order_fields(self.field_order)

    @property
    def typed_fields(self) -> list[forms.BoundField]:
        """Without the appointment, which is shown as a timetable."""
        return [field for field in self.shown_fields if field.name != "slot"]


class ChangeForm(OwnData):
    """Own data, by the secret link."""

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        return self.visible_fields()


class EntryForm(OwnData):
    """By the office, for people who phone or come in: no e-mail address is needed."""

    address = AddressField(required=False, help_text=_("Empty for people without e-mail: you phone them when something changes."))
    language = forms.ChoiceField(label=_("Language of the mails"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE)
    note = LineField(label=_("Note for the office"), max_length=300, required=False)
    field_order = ["slot", "name", "address", "phone", "language", "people"]

    def __init__(self, *args, slots=None, **kwargs):
        super().__init__(*args, **kwargs)
        for question in self.questions:
            self.fields[PREFIX + question.key].required = False  # the office writes what people said on the phone
        if slots is not None:
            choices = [(slot.pk, str(slot)) for slot in slots]
            self.fields["slot"] = forms.TypedChoiceField(label=_("Appointment"), choices=choices, coerce=int)
        self.order_fields([*self.field_order, *(PREFIX + question.key for question in self.questions), "note"])

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("address") and not cleaned.get("phone") and "address" not in self.errors:
            self.add_error("phone", _("Write an e-mail address or a phone number."))
        return cleaned


class NoteForm(forms.Form):
    note = LineField(label=_("Note for the office"), max_length=300, required=False)
