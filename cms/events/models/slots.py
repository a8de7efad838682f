"""Bookable slots: the pattern an editor sets on an event, and the appointments made from it for each occasion."""

import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.blocks import StructBlock, StructBlockValidationError, TimeBlock
from wagtail.fields import StreamField

from cms.core.blocks.base import NameBlock
from cms.directory.blocks import PersonChooserBlock

from .registration import Occasion


class MemberBlock(StructBlock):
    """A member of the council who is there, perhaps only part of the time."""

    person = PersonChooserBlock(label=_("Member"))
    begins = TimeBlock(label=_("from"), required=False, help_text=_("Empty: from the beginning."))
    ends = TimeBlock(label=_("until"), required=False, help_text=_("Empty: until the end."))
    room = NameBlock(label=_("Room"), required=False, max_length=60)

    class Meta:
        icon = "user"
        label = _("Member")

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("begins") and cleaned.get("ends") and cleaned["ends"] <= cleaned["begins"]:
            raise StructBlockValidationError({"ends": ValidationError(_("This is before it begins."))})
        return cleaned


class OpenSlots(models.Model):
    """Instead of places there are appointments: every member, every so many minutes, on every date of the event."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="open_slots")
    minutes = models.PositiveSmallIntegerField(
        _("minutes of one appointment"), default=20, validators=[MinValueValidator(5), MaxValueValidator(240)]
    )
    pause_minutes = models.PositiveSmallIntegerField(_("minutes between two"), default=0, validators=[MaxValueValidator(120)])
    members = StreamField([("member", MemberBlock())], verbose_name=_("members"), min_num=1)

    panels = [FieldRowPanel([FieldPanel("minutes"), FieldPanel("pause_minutes")]), FieldPanel("members")]

    class Meta:
        verbose_name = _("bookable appointments")
        verbose_name_plural = _("bookable appointments")

    def __str__(self) -> str:
        return str(_("Bookable appointments"))


class Slot(models.Model):
    """One appointment with one member. Name, languages and room are as they were when the event was published."""

    class State(models.TextChoices):
        OPEN = "open", _("Can be booked")
        CLOSED = "closed", _("Not offered any more")

    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="slots", verbose_name=_("date"))
    member_key = models.UUIDField()  # the person in every language
    member = models.CharField(_("member"), max_length=160)
    languages = models.JSONField(_("languages spoken"), default=list, blank=True)  # codes, see directory/spoken.py
    room = models.CharField(_("room"), max_length=60, blank=True)
    start = models.DateTimeField(_("begins"))
    end = models.DateTimeField(_("ends"))
    state = models.CharField(_("state"), max_length=6, choices=State.choices, default=State.OPEN)

    class Meta:
        ordering = ["start", "member", "pk"]
        constraints = [models.UniqueConstraint(fields=["occasion", "member_key", "start"], name="slot_once")]
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")

    def __str__(self) -> str:
        return f"{timezone.localtime(self.start):%d.%m.%Y %H:%M}, {self.member}"

    @property
    def local_start(self) -> datetime.datetime:
        return timezone.localtime(self.start)

    @property
    def local_end(self) -> datetime.datetime:
        return timezone.localtime(self.end)

    one_day = True
