"""The blocks a body is made of. Every block has a template in each medium; a test fails for one that has not."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import ContentBlock, MediumTemplateMixin, NameBlock
from .layout import ButtonBlock, EventTeaserBlock, PageTeaserBlock, TableBlock
from .media import GalleryBlock, PictureBlock, VideoBlock
from .people import ContactCardBlock, InterviewBlock, PersonCardBlock
from .text import (
    ContinuesOnlineBlock,
    DividerBlock,
    FactBoxBlock,
    HeadingBlock,
    ListItemsBlock,
    ParagraphBlock,
    PullQuoteBlock,
    TimetableBlock,
)

__all__ = ["BodyBlock", "ContentBlock", "EventTeaserBlock", "EventsBlock", "NameBlock", "PersonCardBlock", "VoicesBlock"]


class ContentStreamBlock(MediumTemplateMixin, blocks.StreamBlock):
    """A stream that shows, in each medium, only the blocks meant for it."""


class BodyBlock(ContentStreamBlock):
    heading = HeadingBlock(group=_("Text"))
    paragraph = ParagraphBlock(group=_("Text"))
    list = ListItemsBlock(group=_("Text"))
    pull_quote = PullQuoteBlock(group=_("Text"))
    fact_box = FactBoxBlock(group=_("Text"))
    table = TableBlock(group=_("Text"))
    timetable = TimetableBlock(group=_("Text"))
    image = PictureBlock(group=_("Pictures"))
    gallery = GalleryBlock(group=_("Pictures"))
    video = VideoBlock(group=_("Pictures"))
    interview = InterviewBlock(group=_("People"))
    person_card = PersonCardBlock(group=_("People"))
    contact_card = ContactCardBlock(group=_("People"))
    event_teaser = EventTeaserBlock(group=_("Links"))
    page_teaser = PageTeaserBlock(group=_("Links"))
    button = ButtonBlock(group=_("Links"))
    continues_online = ContinuesOnlineBlock(group=_("Links"))
    divider = DividerBlock(group=_("Links"))

    class Meta:
        template = "blocks/body.html"


class EventsBlock(ContentStreamBlock):
    """Dates, in the order in which they happen."""

    event = EventTeaserBlock()

    class Meta:
        template = "blocks/events.html"


class VoicesBlock(ContentStreamBlock):
    """Faces with one sentence each."""

    person = PersonCardBlock()

    class Meta:
        template = "blocks/voices.html"
