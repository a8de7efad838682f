"""Forms of the office."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.core.context import html_lang

from ..ideas import Words
from ..models import Idea

LANGUAGES = dict(settings.LANGUAGES)


class NoteForm(forms.Form):
    text = forms.CharField(label=_("Note"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Answer"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text=_("Greeting and address of the council stand around it in the language of the person."),
    )


class DecisionForm(forms.Form):
    """Whether an idea is published, in which words, and what the council answers, language by language."""

    publication = forms.ChoiceField(label=_("Shown in public"), choices=Idea.Publication.choices)
    progress = forms.ChoiceField(label=_("What became of it"), choices=Idea.Progress.choices)
    tell = forms.BooleanField(label=_("Tell the person by e-mail"), required=False)

    def __init__(self, data=None, *, idea: Idea) -> None:
        self.idea = idea
        rows = {row.language: row for row in idea.wordings.all()}
        initial = {"publication": idea.publication, "progress": idea.progress}
        super().__init__(data, initial=initial)
        for code in LANGUAGES:
            row = rows.get(code)
            attrs = {"lang": html_lang(code), "dir": "rtl" if code == "ar" else "ltr"}
            own = code == idea.language and not rows
            known = (
                ("title", row.title if row else idea.title * own),
                ("text", row.text if row else idea.text * own),
                ("answer", row.answer if row else ""),
            )
            for name, value in known:
                widget = forms.TextInput(attrs) if name == "title" else forms.Textarea(attrs | {"rows": 4})
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=LABELS[name], required=False, initial=value, widget=widget, max_length=120 if name == "title" else 3000
                )
        if not idea.email:
            del self.fields["tell"]

    def by_language(self):
        """(code, language, its three fields, whether something is there): the original first, then German."""
        first = [self.idea.language, settings.LANGUAGE_CODE]
        for code in sorted(LANGUAGES, key=lambda code: (first + list(LANGUAGES)).index(code)):
            fields = [self[f"{name}_{code}"] for name in LABELS]
            yield code, LANGUAGES[code], fields, code in first or any(field.value() for field in fields)

    def clean(self):
        cleaned = super().clean()
        words = self.wordings()
        for code, one in words.items():
            if bool(one.title) != bool(one.text):
                missing = "text" if one.title else "title"
                self.add_error(f"{missing}_{code}", _("Title and text belong together."))
            elif one.answer and one.is_empty:
                self.add_error(f"title_{code}", _("An answer needs the idea it belongs to, in the same language."))
        if cleaned.get("publication") == Idea.Publication.PUBLISHED and all(one.is_empty for one in words.values()):
            self.add_error("publication", _("There is nothing to publish: write title and text in one language at least."))
        return cleaned

    def wordings(self) -> dict[str, Words]:
        data = self.cleaned_data
        return {code: Words(*(data.get(f"{name}_{code}", "").strip() for name in LABELS)) for code in LANGUAGES}


LABELS = {"title": _("Title"), "text": _("Text"), "answer": _("Answer of the council")}


class CodesForm(forms.Form):
    """New invitation codes."""

    group = forms.CharField(
        label=_("For whom"),
        max_length=80,
        help_text=_("For example “TSV 1904” or “Mittelschule, 9. Klasse”. Results can be looked at for each."),
    )
    number = forms.IntegerField(label=_("How many"), min_value=1, max_value=500, initial=20)
