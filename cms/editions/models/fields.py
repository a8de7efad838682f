"""Fields that pages of the paper have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import CouncilImage


def picture_field(label, **kwargs):
    """A picture that is the same in every language; its alternative text is a field of its own, to be translated."""
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


def alt_field():
    return models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )
