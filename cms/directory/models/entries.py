"""What people and organisations share: name, ways to reach them, what they help with, who may see them.

Texts are translated; facts (phone, hours, languages …) are the same in every language: corrected once, in the source language.
"""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.models import CouncilImage
from cms.core.typography import listed

from .. import opening, spoken
from ..fields import CodesField, WeekField
from ..wording import Access
from .needs import need_choices


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Public")
    NAMED = "named", _("Only where a page names it")
    INTERNAL = "internal", _("Only for the office")


def picture_field(label, **kwargs):
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


def facts(*names: str) -> list[SynchronizedField]:
    """For `override_translatable_fields`: what translators neither see nor change."""
    return [SynchronizedField(name, overridable=False) for name in names]


class SharedFacts(TranslatableMixin, models.Model):
    """Abstract. Fields named in `shared` are always those of the entry in the source language."""

    shared: tuple[str, ...] = ()

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def save(self, *args, **kwargs):
        others = type(self).objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        source = None
        if self.locale.language_code != settings.LANGUAGE_CODE:
            source = others.filter(locale__language_code=settings.LANGUAGE_CODE).first()
        if source:
            self._take_facts(source)
        super().save(*args, **kwargs)
        if self.locale.language_code == settings.LANGUAGE_CODE:
            for other in others:
                other._take_facts(self)
                models.Model.save(other)

    def _take_facts(self, source) -> None:
        for name in self.shared:
            attname = self._meta.get_field(name).attname
            setattr(self, attname, getattr(source, attname))

    @property
    def here(self):
        """This entry in the active language, else as it is."""
        code = translation.get_language() or settings.LANGUAGE_CODE
        if self.locale.language_code == code:
            return self
        kind = type(self)
        return kind.objects.filter(translation_key=self.translation_key, locale__language_code=code).first() or self


def here_all(entries: list) -> list:
    """As `.here` of each, with one query for each kind of entry."""
    code = translation.get_language() or settings.LANGUAGE_CODE
    found = {}
    for kind in {type(entry) for entry in entries if entry.locale.language_code != code}:
        keys = [entry.translation_key for entry in entries if type(entry) is kind]
        rows = kind.objects.filter(translation_key__in=keys, locale__language_code=code).select_related("locale")
        found |= {(kind, row.translation_key): row for row in rows}
    return [found.get((type(entry), entry.translation_key), entry) for entry in entries]


class Entry(index.Indexed, SharedFacts):
    """Abstract: a person or an organisation."""

    name = models.CharField(_("name"), max_length=160)
    helps_with = models.CharField(
        _("helps with"), max_length=200, blank=True, help_text=_("What people come for: papers, German courses, a flat …")
    )
    needs = CodesField(
        _("found under “I look for …”"), options=need_choices, help_text=_("Without a need the entry is not in the directory.")
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=80, blank=True)
    languages = CodesField(_("languages spoken"), options=spoken.choices)
    week = WeekField(_("opening hours"), help_text=_("For each day, for example “9–12, 14–16.30”. Empty: closed."))
    hours = models.CharField(
        _("about the opening hours"),
        max_length=160,
        blank=True,
        help_text=_("For example: by appointment; not in school holidays."),
    )
    access = CodesField(_("accessibility"), options=lambda: Access.choices)
    access_note = models.CharField(_("about accessibility"), max_length=200, blank=True)
    visibility = models.CharField(_("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)

    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    check_months = models.PositiveSmallIntegerField(
        _("check every … months"),
        default=6,
        help_text=_("Then the contact is asked by mail whether all is still right. 0: never."),
    )
    checker_email = models.EmailField(
        _("who is asked"), blank=True, help_text=_("If empty, the e-mail address above. Never shown.")
    )
    asked_on = models.DateField(_("asked on"), null=True, blank=True, editable=False)
    asked_times = models.PositiveSmallIntegerField(default=0, editable=False)

    shared = (
        *("name", "needs", "phone", "email", "address", "district", "languages", "week", "access", "visibility"),
        *("checked_on", "check_months", "checker_email", "asked_on", "asked_times"),
    )

    class Meta(SharedFacts.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def languages_text(self) -> str:
        """Named in the active language."""
        return listed(spoken.names(self.languages))

    @property
    def hours_lines(self) -> list[tuple[str, str]]:
        return opening.lines(self.week)

    @property
    def hours_text(self) -> str:
        """Times and what is said about them, in one line."""
        return " · ".join(part for part in (opening.in_words(self.week), self.hours) if part)

    @property
    def access_labels(self) -> list[str]:
        return [str(Access(code).label) for code in self.access if code in Access.values]

    @property
    def asks(self) -> str:
        """The address that is asked whether all is still right; empty if nobody is."""
        return (self.checker_email or self.email) if self.check_months else ""

    @property
    def check_due(self) -> datetime.date | None:
        """The day on which somebody has to look at it again; None if never."""
        if not self.check_months:
            return None
        return months_after(self.checked_on, self.check_months) if self.checked_on else timezone.localdate()


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later, the 28th at the latest."""
    month = day.month - 1 + months
    return datetime.date(day.year + month // 12, month % 12 + 1, min(day.day, 28))


REACH_PANEL = MultiFieldPanel(
    [
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("district"),
        FieldPanel("week"),
        FieldPanel("hours"),
    ],
    heading=_("How to reach it"),
)
FOUND_PANEL = MultiFieldPanel(
    [FieldPanel("visibility"), FieldPanel("needs"), FieldPanel("languages"), FieldPanel("access"), FieldPanel("access_note")],
    heading=_("How it is found"),
)
CHECK_PANEL = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("checked_on"), FieldPanel("check_months")]), FieldPanel("checker_email")],
    heading=_("Is it still right?"),
)
SEARCHED = [
    index.SearchField("name"),
    index.AutocompleteField("name"),
    index.SearchField("helps_with"),
    index.FilterField("locale_id"),
]
