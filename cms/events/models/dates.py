"""EventDate: one time at which an event happens. Rows of their own, so that a calendar can ask the database."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class EventDate(models.Model):
    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="dates")
    start = models.DateTimeField(_("begins"))
    end = models.DateTimeField(_("ends"), null=True, blank=True)

    panels = [FieldRowPanel([FieldPanel("start"), FieldPanel("end")])]

    class Meta:
        ordering = ["start"]
        indexes = [models.Index(fields=["start"])]
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self) -> str:
        return timezone.localtime(self.start).strftime("%d.%m.%Y %H:%M")

    def clean(self):
        super().clean()
        if self.start and self.end and self.end <= self.start:
            raise ValidationError({"end": _("This is before the event begins.")})

    @property
    def local_start(self):
        """In the council's time zone: what stands on posters."""
        return timezone.localtime(self.start)

    @property
    def local_end(self):
        return timezone.localtime(self.end) if self.end else None

    @property
    def one_day(self) -> bool:
        return self.end is None or self.local_end.date() == self.local_start.date()

    @property
    def is_over(self) -> bool:
        return (self.end or self.start) < timezone.now()
