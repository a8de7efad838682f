"""Small lists of a campaign: the numbers that speak for it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import NameBlock


class NumberBlock(blocks.StructBlock):
    """A number that says something: 140 posters."""

    number = NameBlock(label=_("Number"), max_length=12)
    label = blocks.CharBlock(label=_("Of what"), max_length=60)

    class Meta:
        icon = "order"
        label = _("Number")
