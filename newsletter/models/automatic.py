"""Mailings that prepare themselves when something happens. A person releases them, unless somebody has decided otherwise."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .topics import Topic


class AutomaticMailing(models.Model):
    """A rule: on which occasion, for whom, and whether it leaves without anybody looking at it. The deed: automatic.py."""

    class Occasion(models.TextChoices):
        PUBLISHED = "published", _("something new is published")
        REMINDER = "reminder", _("a date comes near")
        DIGEST = "digest", _("once a month")

    class Mode(models.TextChoices):
        DRAFT = "draft", _("prepare a draft, a person sends it")
        AUTOMATIC = "automatic", _("send by itself")

    name = models.CharField(_("name"), max_length=120)
    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("site"))
    occasion = models.CharField(_("occasion"), max_length=10, choices=Occasion.choices, default=Occasion.PUBLISHED)
    below = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("only pages below"),
        help_text=_("For example the paper or the calendar. Empty: the whole site."),
    )
    days_before = models.PositiveSmallIntegerField(
        _("days before the date"), default=3, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    day_of_month = models.PositiveSmallIntegerField(
        _("day of the month"), default=1, validators=[MinValueValidator(1), MaxValueValidator(28)]
    )
    topics = models.ManyToManyField(Topic, related_name="+", verbose_name=_("topics"))
    design = models.CharField(_("design"), max_length=20, blank=True)
    mode = models.CharField(_("what happens"), max_length=10, choices=Mode.choices, default=Mode.DRAFT)
    is_on = models.BooleanField(_("switched on"), default=True)
    since = models.DateTimeField(auto_now_add=True)  # what was published before is old news
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["name"]
        verbose_name = _("automatic mailing")
        verbose_name_plural = _("automatic mailings")

    def __str__(self) -> str:
        return self.name
