"""Parts of an event: how people get in, and what happens in which order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import NameBlock, choice
from cms.directory.blocks import PersonChooserBlock

ACCESS = [
    ("step_free", _("Step-free")),
    ("sign_language", _("Sign language")),
    ("interpreting", _("Interpreting")),
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
