"""Two kinds of field that the directory needs: several codes from a list, and the opening hours of a week."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from . import opening


class CodesField(models.CharField):
    """Several codes, kept as “,de,tr,”: every database can look for “,tr,” in it, and it is the same in every language.

    `options` gives the choices of the form; the database knows none.
    """

    def __init__(self, *args, options: Callable[[], list[tuple[str, str]]] = list, **kwargs):
        self.options = options
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs | {"default": ""}

    def to_python(self, value) -> tuple[str, ...]:
        parts = value.split(",") if isinstance(value, str) else value or ()
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def get_prep_value(self, value) -> str:
        codes = self.to_python(value)
        return f",{','.join(codes)}," if codes else ""

    def value_to_string(self, obj) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.options,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "code-boxes"}),
        )


class OwnTemplate:
    """Mixin for widgets with a template of this site: Django's renderer of forms looks for templates in packages only."""

    def _render(self, template_name, context, renderer=None):
        return render_to_string(template_name, context)


class WeekWidget(OwnTemplate, forms.MultiWidget):
    """Seven lines, one for each day."""

    template_name = "directory/admin/week.html"

    def __init__(self, attrs=None):
        super().__init__([forms.TextInput(attrs={"placeholder": "–"}) for _day in range(opening.DAYS)], attrs)

    def decompress(self, value):
        return [opening.as_text(spans) for spans in value] if opening.is_week(value) else [""] * opening.DAYS

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        days = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
        for day, part in zip(days, context["widget"]["subwidgets"], strict=True):
            part["day"] = day
        return context


class WeekFormField(forms.MultiValueField):
    widget = WeekWidget

    def __init__(self, **kwargs):
        super().__init__([forms.CharField(required=False) for _day in range(opening.DAYS)], require_all_fields=False, **kwargs)

    def prepare_value(self, value):
        """A kept week as text; what was typed comes as text already. Django asks the widget only for what is no list."""
        kept = isinstance(value, list) and any(isinstance(day, list) for day in value)
        return self.widget.decompress(value) if kept else value

    def compress(self, data_list):
        try:
            week = [opening.parse_day(text or "") for text in data_list] if data_list else opening.empty()
        except opening.OpeningError as error:
            raise ValidationError(str(error)) from error
        return week if any(week) else []

    def has_changed(self, initial, data):
        before = [opening.as_text(spans) for spans in initial] if opening.is_week(initial) else [""] * opening.DAYS
        return [text.strip() for text in data or []] != before


class WeekField(models.JSONField):
    """Opening hours, see opening.py; [] if nothing is said."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs):
        return WeekFormField(label=self.verbose_name, help_text=self.help_text, required=False)
