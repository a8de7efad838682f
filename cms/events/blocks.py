"""Parts of an event: when it is, how people get in, and what happens in which order."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from cms.core.blocks.base import NameBlock, choice
from cms.directory.blocks import PersonChooserBlock

from .recurrence import MOST_DATES, RHYTHMS, WEEKDAYS, State, days_of, lost_changes
from .tongues import tongue_choices

ACCESS = [
    ("step_free", _("Step-free")),
    ("sign_language", _("Sign language")),
    ("interpreting", _("Interpreting")),
    ("spoken", _("Languages spoken")),
    ("induction_loop", _("Induction loop")),
    ("childcare", _("Childcare")),
    ("easy_language", _("Easy language")),
    ("parking", _("Parking")),
]
KINDS = [
    ("talk", _("Talk")),
    ("discussion", _("Discussion")),
    ("workshop", _("Workshop")),
    ("music", _("Music")),
    ("arrival", _("Arrival")),
    ("break", _("Break")),
]


class AccessBlock(blocks.StructBlock):
    """One fact about access. What is missing is said as well: people plan with it."""

    kind = choice(_("What about"), ACCESS, "step_free")
    state = choice(_("Is it there?"), [("yes", _("Yes")), ("no", _("No, or hardly"))], "yes")
    title = blocks.CharBlock(
        label=_("In short"), max_length=60, help_text=_("For example “Ohne Stufen” or “Parkplätze: nur zwei”.")
    )
    text = blocks.CharBlock(label=_("What exactly"), required=False, max_length=200)
    languages = blocks.MultipleChoiceBlock(
        label=_("Languages"),
        choices=tongue_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "tongues"}),
        help_text=_("That are interpreted or spoken. People look for events in their language by these."),
    )

    class Meta:
        icon = "user"
        label = _("Access")


class SpeakerBlock(blocks.StructBlock):
    """Somebody of the directory, or a name."""

    person = PersonChooserBlock(required=False)
    name = NameBlock(label=_("or a name"), required=False, max_length=120)
    function = blocks.CharBlock(label=_("Function"), required=False, max_length=160)

    class Meta:
        icon = "user"
        label = _("Speaker")


class ProgrammeItemBlock(blocks.StructBlock):
    start = blocks.TimeBlock(label=_("Begins"))
    end = blocks.TimeBlock(label=_("Ends"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    kind = choice(_("Kind"), KINDS, "talk")
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2, max_length=300)
    speakers = blocks.ListBlock(SpeakerBlock(), label=_("Speakers"), default=[])

    class Meta:
        icon = "time"
        label = _("Programme item")


class DayBlock(blocks.StructBlock):
    date = blocks.DateBlock(label=_("Day"))
    start = blocks.TimeBlock(label=_("Begins"))
    end = blocks.TimeBlock(label=_("Ends"), required=False)
    last = blocks.DateBlock(label=_("Last day"), required=False, help_text=_("Only if it takes several days."))

    class Meta:
        icon = "date"
        label = _("One date")
        form_classname = "struct-block times-row"

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("last") and cleaned.get("date") and cleaned["last"] < cleaned["date"]:
            raise StructBlockValidationError(block_errors={"last": ValidationError(_("The last day lies before the first."))})
        return cleaned


class RegularlyBlock(blocks.StructBlock):
    """A rhythm in words; the rule behind it is made by recurrence.py."""

    rhythm = choice(_("How often"), RHYTHMS, "first")
    weekdays = blocks.MultipleChoiceBlock(
        label=_("on"),
        choices=WEEKDAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("For example “every first one of the month” on “Saturday”. Without a choice: the weekday of the first date."),
    )
    start = blocks.TimeBlock(label=_("Begins"))
    end = blocks.TimeBlock(label=_("Ends"), required=False)
    first = blocks.DateBlock(label=_("From"))
    until = blocks.DateBlock(label=_("Until"))
    without = blocks.ListBlock(
        blocks.DateBlock(label=_("Day")),
        label=_("Not on these days"),
        required=False,
        default=[],
        help_text=_("Holidays, for example. What was announced already is better cancelled: add “What has changed” below."),
    )

    class Meta:
        icon = "rotate"
        label = _("Regularly")
        form_classname = "struct-block times-row"

    def clean(self, value):
        cleaned = super().clean(value)
        if not (cleaned.get("first") and cleaned.get("until") and cleaned.get("rhythm")):
            return cleaned
        if cleaned["until"] < cleaned["first"]:
            raise StructBlockValidationError(block_errors={"until": ValidationError(_("This lies before the first day."))})
        days = days_of(cleaned)
        if not days:
            message = _("There is no such day between these two.")
            raise StructBlockValidationError(block_errors={"until": ValidationError(message)})
        if len(days) >= MOST_DATES:
            message = _("These are more than %(count)d dates. Choose an earlier last day.") % {"count": MOST_DATES}
            raise StructBlockValidationError(block_errors={"until": ValidationError(message)})
        return cleaned


class ChangeBlock(blocks.StructBlock):
    """One date of those above that is cancelled or moved. It stays visible, with words: people rely on what was announced."""

    date = blocks.DateBlock(label=_("Planned for"))
    what = choice(_("What happens"), [(State.CANCELLED, _("is cancelled")), (State.MOVED, _("is moved"))], State.CANCELLED)
    new_date = blocks.DateBlock(label=_("New day"), required=False)
    new_start = blocks.TimeBlock(label=_("Begins"), required=False)
    new_end = blocks.TimeBlock(label=_("Ends"), required=False)
    place = blocks.CharBlock(label=_("New place"), required=False, max_length=120)
    words = blocks.CharBlock(
        label=_("In words"), required=False, max_length=200, help_text=_("For example: because of ice, we make up for it.")
    )

    class Meta:
        icon = "warning"
        label = _("What has changed")
        form_classname = "struct-block times-row"

    def clean(self, value):
        cleaned = super().clean(value)
        new = [cleaned.get(name) for name in ("new_date", "new_start", "place")]
        if cleaned.get("what") == State.MOVED and not any(new):
            message = _("Say where to: a new day, a new time or a new place.")
            raise StructBlockValidationError(block_errors={"new_date": ValidationError(message)})
        return cleaned


class TimesBlock(blocks.StreamBlock):
    """When an event is."""

    day = DayBlock()
    regularly = RegularlyBlock()
    change = ChangeBlock()

    class Meta:
        icon = "date"

    def clean(self, value, **kwargs):
        cleaned = super().clean(value, **kwargs)
        errors = {
            place: ValidationError(_("Nothing was planned for %(day)s.") % {"day": date_format(day, "SHORT_DATE_FORMAT")})
            for place, day in lost_changes(cleaned).items()
        }
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned
