"""Blocks with pictures and films."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .base import AddressBlock, ContentBlock, GoesWithPictureMixin, NameBlock, choice

CROPS = [("original", _("As it is")), ("wide", _("Wide 16:9")), ("square", _("Square")), ("portrait", _("Portrait 4:5"))]


class PictureBlock(GoesWithPictureMixin, ContentBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=300, help_text=_("Tell what the picture does not show by itself.")
    )
    crop = choice(_("Crop around the focal point"), CROPS, "original")
    print_size = choice(
        _("Size in print"),
        [("column", _("One column")), ("two", _("Two columns")), ("full", _("Full width")), ("bleed", _("To the paper's edge"))],
        "two",
        help_text=_("In the paper."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture with caption; its credit is added by itself.")
        settings_fields = ["crop", "print_size"]
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
        description = _("Two or more pictures together.")
        template = "blocks/gallery.html"


class VideoBlock(ContentBlock):
    """A film elsewhere. Nothing is fetched from there before the reader presses play."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    url = AddressBlock(label=_("Address of the film"), help_text=_("Opens only when the reader presses play."))
    poster = ImageBlock(label=_("Still picture"), help_text=_("Shown on the page, on paper and in the mail."))
    duration = NameBlock(label=_("Duration"), required=False, max_length=20, help_text=_("For example 3:20"))
    transcript = blocks.RichTextBlock(
        label=_("Transcript"),
        features=["bold", "ul"],
        required=False,
        help_text=_("What is said, for people who cannot hear it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A film elsewhere. On paper a QR code, in the mail a picture that leads there.")
        template = "blocks/video.html"
