"""Blocks with pictures and films."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .base import AddressBlock, ContentBlock, NameBlock, choice

CROPS = [("original", _("As it is")), ("wide", _("Wide 16:9")), ("square", _("Square")), ("portrait", _("Portrait 4:5"))]


class PictureBlock(ContentBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)
    crop = choice(_("Crop around the focal point"), CROPS, "original")
    print_size = choice(
        _("Size in print"),
        [("column", _("One column")), ("two", _("Two columns")), ("full", _("Full width")), ("bleed", _("To the paper's edge"))],
        "two",
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"


class GalleryItemBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)


class GalleryBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    images = blocks.ListBlock(GalleryItemBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"


class VideoBlock(ContentBlock):
    """A film elsewhere. Nothing is fetched from there before the reader presses play."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    url = AddressBlock(label=_("Address of the film"))
    poster = ImageBlock(label=_("Still picture"))
    duration = NameBlock(label=_("Duration"), required=False, max_length=20, help_text=_("For example 3:20"))
    transcript = blocks.RichTextBlock(label=_("Transcript"), features=["bold", "ul"], required=False)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
