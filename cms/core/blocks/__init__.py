"""The blocks a body is made of. Every block has a template in each medium; a test fails for one that has not."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError

from .base import ContentBlock, MediumTemplateMixin, NameBlock
from .layout import ButtonBlock, EventTeaserBlock, NextDatesBlock, PageTeaserBlock, TableBlock
from .media import GalleryBlock, PictureBlock, VideoBlock
from .people import ContactCardBlock, InterviewBlock, PersonCardBlock, TestimonialTeaserBlock
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

__all__ = [
    "BodyBlock",
    "ContentBlock",
    "EventTeaserBlock",
    "EventsBlock",
    "NameBlock",
    "NextDatesBlock",
    "PersonCardBlock",
    "VoicesBlock",
]


class ContentStreamBlock(MediumTemplateMixin, blocks.StreamBlock):
    """A stream that shows, in each medium, only the blocks meant for it."""


def skipped_levels(stream) -> dict:
    """Subheadings before the first heading: they would skip a level for everyone who jumps from heading to heading."""
    errors = {}
    for position, child in enumerate(stream):
        if child.block_type == "heading":
            if child.value["level"] == "2":
                break
            errors[position] = ValidationError(_("A subheading needs a heading before it. Choose “Heading” as its level."))
    return errors


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
    testimonial_teaser = TestimonialTeaserBlock(group=_("People"))
    event_teaser = EventTeaserBlock(group=_("Links"))
    next_dates = NextDatesBlock(group=_("Links"))
    page_teaser = PageTeaserBlock(group=_("Links"))
    button = ButtonBlock(group=_("Links"))
    continues_online = ContinuesOnlineBlock(group=_("Links"))
    divider = DividerBlock(group=_("Links"))

    class Meta:
        template = "blocks/body.html"

    def clean(self, value, **kwargs):
        cleaned = super().clean(value, **kwargs)
        if not self.is_deferred_validation and (errors := skipped_levels(cleaned)):
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


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
