"""What people can subscribe to. A topic has one name per language."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    """For example “Zeitung Vielfalt” or “Termine & Aktionen”. Subscriptions and mailings point here."""

    slug = models.SlugField(_("short name"), max_length=40, unique=True, help_text=_("For addresses and exports; never shown."))
    name = models.CharField(_("name"), max_length=80)
    description = models.CharField(_("what readers get"), max_length=200, blank=True)
    # {"tr": {"name": …, "description": …}}: every language but the source language
    translations = models.JSONField(default=dict, blank=True, editable=False)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)
    on_form = models.BooleanField(
        _("offered on the sign-up form"), default=True, help_text=_("Without the tick only the office can add people.")
    )

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.name_in(get_language())

    def name_in(self, language: str | None) -> str:
        return self._in(language, "name")

    def description_in(self, language: str | None) -> str:
        return self._in(language, "description")

    @property
    def local_name(self) -> str:
        return self.name_in(get_language())

    @property
    def local_description(self) -> str:
        return self.description_in(get_language())

    def _in(self, language: str | None, field: str) -> str:
        if language and language != settings.LANGUAGE_CODE:
            return self.translations.get(language, {}).get(field) or getattr(self, field)
        return getattr(self, field)
