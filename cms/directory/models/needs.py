"""What people look for in the directory: the office's own list, translated, in its own order."""

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class Need(TranslatableMixin, models.Model):
    """“I look for …”. Entries name needs by their key, which is the same in every language and never changes."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("Completes the sentence “I look for …”: help with papers, a German course, a flat.")
    )
    key = models.SlugField(_("key"), max_length=40, blank=True, editable=False)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [FieldPanel("name"), FieldPanel("sort_order")]
    override_translatable_fields = [SynchronizedField("sort_order", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "name"]
        verbose_name = _("need")
        verbose_name_plural = _("needs")

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.key = self.key or self._free_key()
        super().save(*args, **kwargs)

    def _free_key(self) -> str:
        base = slugify(self.name)[:34] or "need"
        others = Need.objects.filter(key__startswith=base).exclude(translation_key=self.translation_key)
        taken = set(others.values_list("key", flat=True))
        return next(key for key in (base, *(f"{base}-{number}" for number in range(2, 99))) if key not in taken)


def need_names() -> dict[str, str]:
    """Key → name in the active language, else in the source language; in the office's order."""
    code = translation.get_language() or settings.LANGUAGE_CODE
    names: dict[str, str] = {}
    rows = Need.objects.filter(locale__language_code__in=(settings.LANGUAGE_CODE, code))
    for key, name, language in rows.order_by("sort_order", "key").values_list("key", "name", "locale__language_code"):
        if key not in names or language == code:
            names[key] = name
    return names


def need_choices() -> list[tuple[str, str]]:
    return list(need_names().items())
