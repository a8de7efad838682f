"""The form of a call: what every call asks, and the questions its editors chose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.public_forms import AddressField
from cms.core.uploads import DocumentField, PhotoField

from ..models import Application, CallPage
from ..public_forms import FormOfPage, line, phone, words

LONGEST = 4000
REMOVE = "remove_"


class ApplicationForm(FormOfPage):
    """For a new application, and with `application` for changing one."""

    about = forms.ChoiceField(label=_("Who is it about?"), widget=forms.RadioSelect, choices=Application.About.choices)
    category = forms.ChoiceField(label=_("Category"), error_messages={"required": _("Please choose a category.")})
    nominee = line(_("Who is nominated?"), most=120, required=False, help_text=_("A person, a club, a company, a class …"))
    title = line(
        _("What is it about, in one line?"), most=120, error_messages={"required": _("Please say in one line what it is about.")}
    )
    text = words(_("Tell us about it"), most=LONGEST, error_messages={"required": _("Please tell us about it.")})
    name = line(_("Your name"), most=120, kind="name", error_messages={"required": _("Please write your name.")})
    email = AddressField(help_text=_("We send you a receipt with a link, so that you can change everything until the deadline."))
    phone = phone()
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, files=None, *, page: CallPage, application: Application | None = None, **kwargs):
        self.application = application
        super().__init__(data, files=files, page=page, initial=initial_of(application), **kwargs)
        self._choose_about(page)
        if names := page.category_names:
            self.fields["category"].choices = [("", "–"), *names.items()]
        else:
            del self.fields["category"]
        self.questions = [block for block in page.questions if block.id]
        kept = {file.question: file for file in application.files.all()} if application else {}
        for block in self.questions:
            self._ask(block, kept=kept.get(block.id))
        if application:
            self.fields.pop("agreed", None)
            self.fields["email"].disabled = True
        if page.naming:
            self.fields["naming"] = forms.BooleanField(label=page.naming, required=False)
        asked = [name for block in self.questions for name in (field_of(block), REMOVE + block.id)]
        self.order_fields(["about", "category", "nominee", "title", "text", *asked, "name", "email", "phone"])
        self.move_to_end("naming", "agreed")

    def move_to_end(self, *names: str) -> None:
        for name in names:
            if name in self.fields:
                self.fields[name] = self.fields.pop(name)

    def _choose_about(self, page: CallPage) -> None:
        if page.nomination == CallPage.Nomination.BOTH:
            return
        del self.fields["about"]
        if page.nomination == CallPage.Nomination.SELF:
            del self.fields["nominee"]
        else:
            self.fields["nominee"].required = True

    def _ask(self, block, *, kept) -> None:
        """The field of a question; of one that was answered by a file, also a tick that takes the file away."""
        value, name = block.value, field_of(block)
        common = {"label": value["question"], "help_text": value.get("hint") or "", "required": bool(value.get("needed"))}
        if kept:
            common["required"] = False
            self.fields[REMOVE + block.id] = forms.BooleanField(
                label=_("Take out: %(name)s") % {"name": kept.name}, required=False
            )
        self.fields[name] = MAKE[block.block_type](value, common)

    def clean(self):
        cleaned = super().clean()
        about = cleaned.get("about")
        if about == Application.About.OTHER and not cleaned.get("nominee") and "nominee" not in self.errors:
            self.add_error("nominee", _("Please say whom you nominate."))
        if self.application and self.data.get("seen", "") != version_of(self.application):
            self.data = self.data.copy()
            self.data["seen"] = version_of(self.application)
            raise forms.ValidationError(
                _("You have changed this in another window meanwhile. What you typed is kept: press the button again.")
            )
        return cleaned

    def answers(self) -> dict:
        """id of the question → text or ids, without files."""
        asked = [block for block in self.questions if block.block_type not in ("photo", "document")]
        return {block.id: self.cleaned_data[field_of(block)] for block in asked if self.cleaned_data.get(field_of(block))}

    def uploads(self) -> dict:
        """id of the question → Upload, or None where a file is to be taken away."""
        asked = [block for block in self.questions if block.block_type in ("photo", "document")]
        found = {}
        for block in asked:
            if upload := self.cleaned_data.get(field_of(block)):
                found[block.id] = upload
            elif self.cleaned_data.get(REMOVE + block.id):
                found[block.id] = None
        return found


def field_of(block) -> str:
    return f"q_{block.id}"


def initial_of(application: Application | None) -> dict:
    if application is None:
        return {}
    names = ("about", "category", "nominee", "title", "text", "name", "email", "phone")
    known = {name: getattr(application, name) for name in names}
    known |= {f"q_{key}": value for key, value in application.answers.items()}
    return known | {"naming": application.naming_id is not None, "seen": version_of(application)}


def version_of(application: Application) -> str:
    return application.changed_at.isoformat()


def options(value) -> list[tuple[str, str]]:
    return [(child.id, child.value) for child in value["options"].bound_blocks]


def line_question(value, common):
    return line(most=200, **common)


def text_question(value, common):
    return words(most=LONGEST, rows=5, **common)


def single_question(value, common):
    return forms.ChoiceField(widget=forms.RadioSelect, choices=options(value), **common)


def multiple_question(value, common):
    return forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, choices=options(value), **common)


def photo_question(value, common):
    return PhotoField(**common)


def document_question(value, common):
    return DocumentField(**common)


MAKE = {
    "line": line_question,
    "text": text_question,
    "single": single_question,
    "multiple": multiple_question,
    "photo": photo_question,
    "document": document_question,
}
