"""The blocks of a flyer: its cover, its panels, and what stands in a panel."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError
from wagtail.images.blocks import ImageBlock

from cms.core.blocks import ContentBlock, ContentStreamBlock
from cms.core.blocks.base import AddressBlock, NameBlock, choice
from cms.core.blocks.media import PictureBlock
from cms.core.blocks.people import ContactCardBlock, PersonCardBlock
from cms.core.blocks.text import (
    DividerBlock,
    FactBoxBlock,
    HeadingBlock,
    ListItemsBlock,
    ParagraphBlock,
    PullQuoteBlock,
    TimetableBlock,
)
from cms.directory.blocks import ContactPointsBlock, GreetingBlock, PartnersBlock, PeopleRowsBlock

# Where a panel lies when the flyer is folded. The cover is always the title.
PLACES = [
    ("flap", _("Flap, folded in")),
    ("flap-2", _("Second flap, folded in")),
    ("back", _("Back panel")),
    ("inside-1", _("Inside 1")),
    ("inside-2", _("Inside 2")),
    ("inside-3", _("Inside 3")),
    ("inside-4", _("Inside 4")),
]
PLACE_NAMES = dict(PLACES) | {"title": _("Title")}
GROUNDS = [
    ("paper", _("White")),
    ("sand", _("Sand")),
    ("sun", _("Sun yellow")),
    ("petrol", _("Main colour")),
    ("poppy", _("Accent colour")),
    ("leaf", _("Leaf green")),
    ("plum", _("Plum")),
    ("sky", _("Sky blue")),
]
SHAPES = [
    ("none", _("None")),
    ("spot", _("Small circle in the corner")),
    ("pair", _("Two circles at the head")),
    ("rise", _("Large circle at the foot")),
]


class GoalBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Goal"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), rows=2, required=False, max_length=400)


class GoalsBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    start = blocks.IntegerBlock(
        label=_("Number of the first"), default=1, min_value=1, max_value=99, help_text=_("A list may go on from panel to panel.")
    )
    goals = blocks.ListBlock(GoalBlock(), label=_("Goals"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Numbered goals")
        description = _("Goals or steps with large numbers and a short text each.")
        settings_fields = ["start"]
        template = "collateral/blocks/goals.html"


class PointsBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Line above"), required=False, max_length=80)
    points = blocks.ListBlock(blocks.CharBlock(label=_("Question or point"), max_length=160), label=_("Points"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Large points")
        description = _("Guiding questions or key points, set large.")
        template = "collateral/blocks/points.html"


class CodeBlock(ContentBlock):
    words = blocks.TextBlock(
        label=_("Words beside the code"), rows=2, max_length=160, help_text=_("What happens: “Scan, type your name, done.”")
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(
        label=_("or web address"), required=False, help_text=_("If both are empty, the code opens the web page of this flyer.")
    )

    class Meta:
        icon = "link"
        label = _("QR code")
        description = _("A code with words beside it and the address below.")
        template = "collateral/blocks/code.html"

    def problems_with(self, value):
        if value.get("page") and value.get("url"):
            return {"url": _("Choose a page or write a web address, not both.")}
        return {}


class LegalNoticeBlock(ContentBlock):
    publisher = blocks.TextBlock(
        label=_("Publisher"), rows=2, required=False, max_length=300, help_text=_("If empty, the council's own.")
    )
    responsible = NameBlock(
        label=_("Responsible for content (V.i.S.d.P.)"),
        required=False,
        max_length=200,
        help_text=_("If empty, the council's own."),
    )
    design = NameBlock(label=_("Design"), required=False, max_length=160)
    pictures = NameBlock(label=_("Pictures"), required=False, max_length=160)
    printer = NameBlock(label=_("Printed by"), required=False, max_length=200, help_text=_("If empty, the council's printer."))
    print_run = blocks.IntegerBlock(label=_("Print run"), required=False, min_value=1, max_value=10_000_000)
    note = blocks.TextBlock(
        label=_("Note"), rows=2, required=False, max_length=400, help_text=_("Who funds it, what paper, as of when.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Legal notice")
        description = _("Publisher, responsible person, design, pictures, printer. It stands at the foot of its panel.")
        template = "collateral/blocks/legal_notice.html"


class PanelBodyBlock(ContentStreamBlock):
    """What stands in one panel."""

    heading = HeadingBlock(group=_("Text"))
    paragraph = ParagraphBlock(group=_("Text"))
    list = ListItemsBlock(group=_("Text"))
    points = PointsBlock(group=_("Text"))
    goals = GoalsBlock(group=_("Text"))
    pull_quote = PullQuoteBlock(group=_("Text"))
    fact_box = FactBoxBlock(group=_("Text"))
    timetable = TimetableBlock(group=_("Text"))
    divider = DividerBlock(group=_("Text"))
    image = PictureBlock(group=_("Pictures"))
    greeting = GreetingBlock(group=_("People"))
    people = PeopleRowsBlock(group=_("People"))
    person_card = PersonCardBlock(group=_("People"))
    contacts = ContactPointsBlock(group=_("People"))
    contact_card = ContactCardBlock(group=_("People"))
    partners = PartnersBlock(group=_("Foot"))
    code = CodeBlock(group=_("Foot"))
    legal_notice = LegalNoticeBlock(group=_("Foot"))

    class Meta:
        template = "blocks/body.html"


class CoverBlock(ContentBlock):
    """The title panel. `place` is fixed, so that every panel can be asked for it."""

    claim = blocks.TextBlock(
        label=_("Claim"),
        rows=3,
        help_text=_("What people read first. Press Enter where a line should break; long claims are set smaller."),
    )
    subtitle = blocks.TextBlock(label=_("What it is about"), rows=2, required=False, max_length=240)
    facts = blocks.TextBlock(
        label=_("When and where"), rows=2, required=False, max_length=200, help_text=_("For example: Samstag, 17. April 2027")
    )
    image = ImageBlock(label=_("Picture"), required=False)
    picture_kind = choice(
        _("Kind of picture"),
        [("photo", _("Photograph or drawing with a background")), ("figure", _("Cut-out figure without a background"))],
        "photo",
    )
    sender = blocks.CharBlock(
        label=_("Sender"), required=False, max_length=120, help_text=_("Stands at the foot. If empty, the council's name.")
    )
    ground = choice(_("Colour"), [item for item in GROUNDS if item[0] not in ("paper", "sand")], "petrol")

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Title panel")
        description = _("Claim, picture and the council's name: what people see in the rack.")
        settings_fields = ["picture_kind", "ground", "sender"]
        template = "collateral/blocks/cover.html"


class PanelBlock(ContentBlock):
    """One panel of the folded sheet."""

    place = choice(_("Where it lies"), PLACES, "inside-1")
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    subtitle = blocks.CharBlock(label=_("Line below"), required=False, max_length=160)
    content = PanelBodyBlock(label=_("Content"), required=False)
    ground = choice(_("Colour"), GROUNDS, "paper")
    shape = choice(_("Shape"), SHAPES, "none")

    class Meta:
        icon = "doc-empty"
        label = _("Panel")
        description = _("One page of the folded flyer.")
        settings_fields = ["ground", "shape"]
        template = "collateral/blocks/panel.html"


class PanelsBlock(ContentStreamBlock):
    """All panels of a flyer, each place at most once."""

    cover = CoverBlock()
    panel = PanelBlock()

    class Meta:
        template = "collateral/blocks/panels.html"
        block_counts = {"cover": {"min_num": 1, "max_num": 1}}

    def clean(self, value, **kwargs):
        cleaned = super().clean(value, **kwargs)
        if not self.is_deferred_validation and (errors := taken_twice(cleaned)):
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned

    @cached_property
    def place_names(self) -> dict:
        return PLACE_NAMES


def place_of(child) -> str:
    """Where a block of PanelsBlock lies."""
    return "title" if child.block_type == "cover" else child.value.get("place") or "inside-1"


def taken_twice(stream) -> dict:
    """Errors for panels that lie where another one lies already."""
    errors, taken = {}, set()
    for position, child in enumerate(stream):
        place = place_of(child)
        if place in taken:
            text = _("There is already a panel at “%(place)s”. Choose another place.")
            errors[position] = ValidationError(text, params={"place": PLACE_NAMES[place]})
        taken.add(place)
    return errors


class LetterBodyBlock(ContentStreamBlock):
    """The text of a letter."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    list = ListItemsBlock()
    code = CodeBlock()

    class Meta:
        template = "blocks/body.html"
