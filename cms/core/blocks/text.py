"""Blocks made of words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import samples
from .base import ContentBlock, NameBlock, choice

# Simple on purpose: translators see every tag, and each one must work on paper and in mail.
INLINE = ["bold", "italic", "link", "document-link"]


class HeadingBlock(ContentBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    level = choice(_("Level"), [("2", _("Heading")), ("3", _("Subheading"))], "2")

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides a long text.")
        settings_fields = ["level"]
        preview_value = samples.HEADING
        template = "blocks/heading.html"


class ParagraphBlock(ContentBlock):
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Running text, one or several paragraphs.")
        preview_value = samples.PARAGRAPH
        template = "blocks/paragraph.html"


class ListItemsBlock(ContentBlock):
    style = choice(_("Style"), [("bullet", _("Bullets")), ("number", _("Numbers"))], "bullet")
    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE, label=_("Item")), label=_("Items"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("Short points, with bullets or numbers.")
        settings_fields = ["style"]
        preview_value = samples.LIST
        template = "blocks/list.html"


class PullQuoteBlock(ContentBlock):
    text = blocks.TextBlock(
        label=_("Quote"), rows=2, max_length=300, help_text=_("Without quotation marks; they are added in every language.")
    )
    who = NameBlock(label=_("Who"), required=False, max_length=80)
    role = blocks.CharBlock(label=_("Who that is"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        description = _("A sentence from the text, set large.")
        preview_value = samples.PULL_QUOTE
        template = "blocks/pull_quote.html"


class FactBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Term"), max_length=80)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE)


class FactBoxBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=[*INLINE, "ul"], required=False)
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), default=[], required=False)

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        description = _("Background beside the story: a short text, or terms with explanations.")
        preview_value = samples.FACT_BOX
        template = "blocks/fact_box.html"

    def problems_with(self, value):
        if not str(value.get("text") or "").strip() and not value.get("facts"):
            return {"text": _("Write a text or add at least one fact.")}
        return {}


class TimetableRowBlock(blocks.StructBlock):
    time = NameBlock(label=_("Time"), max_length=40, help_text=_("For example 18 Uhr or 9.30–10.15 Uhr"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    speaker = NameBlock(label=_("Speaker"), required=False, max_length=120)
    function = blocks.CharBlock(label=_("Function"), required=False, max_length=160)


class TimetableBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    rows = blocks.ListBlock(TimetableRowBlock(), label=_("Rows"), min_num=1)

    class Meta:
        icon = "time"
        label = _("Timetable")
        description = _("What happens when, and who speaks.")
        preview_value = samples.TIMETABLE
        template = "blocks/timetable.html"


class DividerBlock(ContentBlock):
    style = choice(_("Style"), [("rule", _("Line")), ("space", _("White space"))], "rule")

    class Meta:
        icon = "horizontalrule"
        label = _("Divider")
        description = _("A line or white space between two parts.")
        preview_value = samples.DIVIDER
        template = "blocks/divider.html"


class ContinuesOnlineBlock(ContentBlock):
    """On paper: a short link and QR code to the page itself. Elsewhere the reader is already there."""

    text = blocks.CharBlock(
        label=_("Text"),
        max_length=160,
        help_text=_("What awaits the reader there, for example “All fourteen greetings to listen to”."),
    )

    class Meta:
        icon = "arrow-right"
        label = _("Continues online")
        description = _("On paper: a QR code to this page. Invisible elsewhere, unless you choose otherwise.")
        template = "blocks/continues_online.html"
