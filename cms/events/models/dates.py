"""EventDate: one time at which an event happens, written from the event's stream `times`: calendars ask the database."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..recurrence import State, last_day, occurrences, over_at


class EventDate(models.Model):
    """Never edited by hand: see write_dates(). A moved date keeps its row, so what hangs on it moves along."""

    event = models.ForeignKey("events.EventPage", on_delete=models.CASCADE, related_name="dates")
    key = models.CharField(max_length=60)  # of the block and the planned day; the same in every language
    start = models.DateTimeField(_("begins"))
    end = models.DateTimeField(_("ends"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    place = models.CharField(_("place on this day"), max_length=120, blank=True)
    note = models.CharField(_("what has changed"), max_length=200, blank=True)
    was = models.DateTimeField(_("planned for"), null=True, blank=True)

    class Meta:
        ordering = ["start", "pk"]
        indexes = [models.Index(fields=["start"])]
        constraints = [models.UniqueConstraint(fields=["event", "key"], name="one_row_per_date")]
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self) -> str:
        return timezone.localtime(self.start).strftime("%d.%m.%Y %H:%M")

    @property
    def local_start(self) -> datetime.datetime:
        """In the council's time zone: what stands on posters."""
        return timezone.localtime(self.start)

    @property
    def local_end(self) -> datetime.datetime | None:
        return timezone.localtime(self.end) if self.end else None

    @property
    def local_was(self) -> datetime.datetime | None:
        return timezone.localtime(self.was) if self.was else None

    @property
    def last_day(self) -> datetime.date:
        return last_day(self.start, self.end)

    @property
    def one_day(self) -> bool:
        return self.last_day == self.local_start.date()

    @property
    def is_over(self) -> bool:
        return over_at(self.start, self.end) <= timezone.now()

    @property
    def is_cancelled(self) -> bool:
        return self.state == State.CANCELLED

    @property
    def is_moved(self) -> bool:
        return self.state == State.MOVED

    @property
    def where(self) -> str:
        return self.place or self.event.place

    @property
    def planned_start(self) -> datetime.datetime:
        """Where it stood first: what its name in the readers' calendars is made of."""
        return self.was or self.start


def dates_of(event) -> list[EventDate]:
    """The dates that the event's stream says, in order; not from the database, so drafts have theirs too."""
    return [EventDate(event=event, **vars(date)) for date in occurrences(event.times)]


def write_dates(event) -> None:
    """Makes the rows of a stored event those that its stream says. Rows of dates that stay are changed in place."""
    kept = {row.key: row for row in EventDate.objects.filter(event=event)}
    wanted = {date.key: date for date in dates_of(event)}
    EventDate.objects.filter(pk__in=[row.pk for key, row in kept.items() if key not in wanted]).delete()
    EventDate.objects.bulk_create([date for key, date in wanted.items() if key not in kept])
    for key, row in kept.items():
        if key in wanted and changed(row, wanted[key]):
            wanted[key].pk = row.pk
            wanted[key].save(force_update=True)


FIELDS = ("start", "end", "state", "place", "note", "was")


def changed(row: EventDate, date: EventDate) -> bool:
    return any(getattr(row, name) != getattr(date, name) for name in FIELDS)
