"""What people and organisations share: name, ways to reach them, languages, who may see them."""

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index

from cms.core.models import CouncilImage


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Only for the office")


def picture_field(label, **kwargs):
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


class Entry(index.Indexed, TranslatableMixin, models.Model):
    """Abstract. What people and organisations share; shown in the reader's language where it is translated."""

    name = models.CharField(_("name"), max_length=160)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    languages = models.CharField(
        _("languages spoken"), max_length=160, blank=True, help_text=_("For example: Deutsch, Türkisch, Arabisch")
    )
    district = models.CharField(_("district"), max_length=80, blank=True)
    visibility = models.CharField(_("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)

    synchronized = ("name", "phone", "email", "district", "visibility")

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def here(self):
        """This entry in the active language, else as it is."""
        code = translation.get_language() or settings.LANGUAGE_CODE
        if self.locale.language_code == code:
            return self
        kind = type(self)
        return kind.objects.filter(translation_key=self.translation_key, locale__language_code=code).first() or self
