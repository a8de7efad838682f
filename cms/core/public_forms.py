"""What every form for the public stands on. Works without JavaScript and without cookies; bots are told apart by trap and time.

Templates show one with includes/public_form.html. Views are csrf_exempt: nothing here depends on a session.
"""

import re
from uuid import uuid4

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from .addresses import normalise
from .uploads import UploadField

MINIMUM_SECONDS = 1  # nobody reads and fills a form faster
MAXIMUM_SECONDS = 24 * 3600
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # controls, also of direction

_stamps = signing.TimestampSigner(salt="public.form")


def stamp() -> str:
    return _stamps.sign(uuid4().hex)


class LineField(forms.CharField):
    """One line of text: blanks tidied, no control characters."""

    def to_python(self, value):
        return " ".join(UNFIT.sub(" ", super().to_python(value)).split())


class WordsField(forms.CharField):
    """Several lines of text without control characters. `max_length` counts what people typed, line ends as one."""

    widget = forms.Textarea

    def to_python(self, value):
        return UNFIT.sub(" ", super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")).strip()


class AddressField(forms.CharField):
    """An e-mail address as people read it. Nothing asks whether it exists."""

    widget = forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"})

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("E-mail address"))
        super().__init__(max_length=254, **kwargs)
        self.error_messages["required"] = _("Please write your e-mail address.")

    def clean(self, value):
        value = super().clean(value)
        return normalise(value) if value else ""


class PublicForm(forms.Form):
    """With a trap that people do not see and a signed stamp of when the form was shown."""

    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    started = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("started", stamp())

    @property
    def is_trapped(self) -> bool:
        """A bot filled the field that people do not see: answer as if all had gone well."""
        return bool(self.data.get("website"))

    @property
    def once(self) -> str:
        """32 hexadecimal digits: the same when one shown form is posted twice. Only of a valid form."""
        return _stamps.unsign(self.data["started"])

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """Those that people fill in, in their order."""
        return [field for field in self.visible_fields() if field.name != "website"]

    def clean(self):
        cleaned = super().clean()
        if not self.is_trapped and not self._took_human_time():
            self.data = self.data.copy()
            self.data["started"] = stamp()
            raise forms.ValidationError(
                _("That was very quick, or the page was open for a long time. Please press the button once more.")
            )
        return cleaned

    def full_clean(self):
        super().full_clean()
        if self.is_bound and self._errors and not self.is_trapped:
            self.keep_uploads()

    def keep_uploads(self) -> None:
        """Files that were all right are kept while something else is mended."""
        self.data, self.files = self.data.copy(), self.files.copy()
        for name, field in self.fields.items():
            if isinstance(field, UploadField) and self.cleaned_data.get(name):
                self.files.pop(self.add_prefix(name), None)
                self.data[field.widget.kept_name(self.add_prefix(name))] = self.cleaned_data[name].keep()

    def _took_human_time(self) -> bool:
        started = self.data.get("started", "")
        try:
            _stamps.unsign(started, max_age=MAXIMUM_SECONDS)
        except signing.BadSignature:
            return False
        try:
            _stamps.unsign(started, max_age=MINIMUM_SECONDS)
        except signing.SignatureExpired:
            return True
        return False
