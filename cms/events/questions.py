"""What people are asked when they register: food, interpreter, childcare, and the editor's own questions.

Answers are kept under keys that are the same in every language, options as their number in the list: so the office reads in
German what was answered in Arabic.
"""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import choice
from cms.core.public_forms import LineField, WordsField

KINDS = [("text", _("Text")), ("yes", _("Yes or no")), ("options", _("Choice"))]


class QuestionBlock(blocks.StructBlock):
    """A question of the editor. The order of the options must stay once people have answered."""

    label = blocks.CharBlock(label=_("Question"), max_length=120)
    kind = choice(_("Kind of answer"), KINDS, "text")
    options = blocks.TextBlock(label=_("Options"), required=False, rows=3, help_text=_("For a choice: one per line."))
    required = blocks.BooleanBlock(label=_("Must be answered"), required=False)

    class Meta:
        icon = "help"
        label = _("Question")


@dataclass(frozen=True)
class Question:
    """One question in one language."""

    key: str
    label: str
    kind: str
    options: tuple[str, ...] = ()
    required: bool = False
    hint: str = ""

    def field(self) -> forms.Field:
        shared = {"label": self.label, "required": self.required, "help_text": self.hint}
        match self.kind:
            case "yes":
                return forms.BooleanField(**shared)
            case "options":
                choices = [(str(number), option) for number, option in enumerate(self.options)]
                return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **shared)
            case "number":
                return forms.IntegerField(
                    min_value=0, max_value=20, widget=forms.NumberInput(attrs={"inputmode": "numeric"}), **shared
                )
            case "line":
                return LineField(max_length=80, **shared)
        return WordsField(max_length=500, widget=forms.Textarea(attrs={"rows": 3}), **shared)

    def said(self, answers: dict) -> str:
        """The answer in this question's language; nothing for none."""
        value = answers.get(self.key)
        if value in (None, "", False, 0):
            return ""
        if self.kind == "yes":
            return str(_("yes"))
        if self.kind == "options":
            number = int(value)
            return self.options[number] if number < len(self.options) else ""
        return str(value)


def questions_of(settings) -> list[Question]:
    """All that is asked, in the language of these RegistrationSettings; the built-in ones in the active language."""
    if settings is None:
        return []
    asked = []
    if settings.ask_interpreter:
        hint = str(_("Write the language, or leave this empty."))
        asked.append(Question("interpreter", str(_("Do you need an interpreter? For which language?")), "line", hint=hint))
    if settings.ask_childcare:
        asked.append(Question("childcare", str(_("How many children do you bring who need looking after?")), "number"))
    if settings.ask_diet:
        hint = str(_("For example: vegan, no pork, no nuts."))
        asked.append(Question("diet", str(_("What should we know about your food?")), "line", hint=hint))
    return asked + [own_question(block) for block in settings.questions]


def own_question(block) -> Question:
    value = block.value
    options = tuple(line.strip() for line in (value["options"] or "").splitlines() if line.strip())
    kind = "text" if value["kind"] == "options" and not options else value["kind"]
    return Question(f"own-{block.id}", value["label"], kind, options=options, required=bool(value["required"]))


def short_labels() -> dict[str, str]:
    """Names of the built-in questions for narrow columns of lists."""
    return {"interpreter": str(_("Interpreter")), "childcare": str(_("Children")), "diet": str(_("Food"))}
