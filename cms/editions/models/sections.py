"""Sections (Rubriken) of the paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin


class Section(TranslatableMixin, models.Model):
    """A section (Rubrik) of the paper: its name in every language and its colour in every medium."""

    class Colour(models.TextChoices):
        LEAF = "leaf", _("Leaf green")
        PLUM = "plum", _("Plum")
        SKY = "sky", _("Sky blue")
        POPPY = "poppy", _("Poppy red")
        PETROL = "petrol", _("Petrol")

    name = models.CharField(_("name"), max_length=40)
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.LEAF)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("name"), FieldPanel("colour"), FieldPanel("sort_order")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "name"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.name
