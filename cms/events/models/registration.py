"""Registration: what the editor sets on an event, the occasions people register for, and the registrations themselves.

An occasion is one date of one event in every language: translations have date rows of their own, people register once.
Rows change in cms/events/registration.py, waiting_list.py and occasions.py, nowhere else.
"""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from ..questions import QuestionBlock
from ..recurrence import last_day

# Numbers and times come from the German page whatever language people read; only words are translated.
SAME_EVERYWHERE = (
    "capacity",
    "group_max",
    "opens",
    "closes",
    "closes_hours",
    "waiting_list",
    "reminder_days",
    "ask_diet",
    "ask_interpreter",
    "ask_childcare",
)


class RegistrationSettings(TranslatableMixin, models.Model):
    """How people register for an event. Without it nobody can register on the website."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="registration_settings")
    capacity = models.PositiveSmallIntegerField(
        _("places"), null=True, blank=True, validators=[MinValueValidator(1)], help_text=_("For each date. Empty: no limit.")
    )
    group_max = models.PositiveSmallIntegerField(
        _("people in one registration, at most"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    opens = models.DateTimeField(_("opens"), null=True, blank=True, help_text=_("Empty: at once."))
    closes = models.DateTimeField(_("closes"), null=True, blank=True, help_text=_("Empty: when the event begins."))
    closes_hours = models.PositiveSmallIntegerField(
        _("closes so many hours before each date"), default=0, help_text=_("For events on several dates.")
    )
    waiting_list = models.BooleanField(
        _("waiting list"), default=True, help_text=_("When a place becomes free, the next person gets it and a mail.")
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("reminder so many days before"), default=2, validators=[MaxValueValidator(30)], help_text=_("0: no reminder.")
    )
    ask_diet = models.BooleanField(_("ask about food"), default=False)
    ask_interpreter = models.BooleanField(_("ask whether an interpreter is needed"), default=False)
    ask_childcare = models.BooleanField(_("ask about childcare"), default=False)
    questions = StreamField([("question", QuestionBlock())], verbose_name=_("own questions"), blank=True, max_num=8)
    note = models.TextField(
        _("what to know before coming"),
        max_length=600,
        blank=True,
        help_text=_("Stands in the confirmation and the reminder: what to bring, which door."),
    )

    panels = [
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("group_max"), FieldPanel("waiting_list")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes"), FieldPanel("closes_hours")]),
        FieldRowPanel([FieldPanel("ask_diet"), FieldPanel("ask_interpreter"), FieldPanel("ask_childcare")]),
        FieldPanel("questions"),
        MultiFieldPanel([FieldPanel("note"), FieldPanel("reminder_days")], heading=_("Mails")),
    ]
    override_translatable_fields = [SynchronizedField(name) for name in SAME_EVERYWHERE]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")

    def __str__(self) -> str:
        return str(_("Registration"))

    def clean(self):
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("This is before it opens.")})
        if self.capacity and self.group_max > self.capacity:
            raise ValidationError({"group_max": _("There are not that many places.")})


class Occasion(models.Model):
    """One date of one event. Title and place are kept for the day when the page is gone."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Takes place")
        CANCELLED = "cancelled", _("Cancelled")

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    event_key = models.UUIDField(db_index=True)  # the event page in every language
    date_key = models.CharField(max_length=60)  # EventDate.key: stays the same when the date is moved
    title = models.CharField(_("event"), max_length=255)
    start = models.DateTimeField(_("begins"))
    end = models.DateTimeField(_("ends"), null=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    sequence = models.PositiveIntegerField(default=0)  # of the calendar entry: higher replaces lower
    forgotten = models.PositiveIntegerField(default=0)  # people whose data were deleted when their time was over

    class Meta:
        ordering = ["start", "pk"]
        constraints = [models.UniqueConstraint(fields=["event_key", "date_key"], name="occasion_once")]
        verbose_name = _("date with registration")
        verbose_name_plural = _("dates with registration")

    def __str__(self) -> str:
        return f"{self.title}, {timezone.localtime(self.start):%d.%m.%Y %H:%M}"

    @property
    def local_start(self):
        return timezone.localtime(self.start)

    @property
    def local_end(self):
        return timezone.localtime(self.end) if self.end else None

    @property
    def one_day(self) -> bool:
        return last_day(self.start, self.end) == self.local_start.date()

    @property
    def has_begun(self) -> bool:
        return self.start <= timezone.now()

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED


class Registration(models.Model):
    """One person, perhaps with others, at one occasion. Nobody outside the office can ask whether it exists."""

    class State(models.TextChoices):
        REGISTERED = "registered", _("Registered")
        WAITING = "waiting", _("On the waiting list")
        HELD = "held", _("Asked a second time")  # keeps its place for a day: see registration.py
        CANCELLED = "cancelled", _("Cancelled")

    class Source(models.TextChoices):
        FORM = "form", _("Website")
        OFFICE = "office", _("Office")

    TAKING = (State.REGISTERED, State.HELD)  # nobody else can have these places
    ACTIVE = (State.REGISTERED, State.WAITING)

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="registrations", verbose_name=_("date"))
    slot = models.ForeignKey(
        "events.Slot", null=True, blank=True, on_delete=models.SET_NULL, related_name="bookings", verbose_name=_("appointment")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    source = models.CharField(_("came by"), max_length=6, choices=Source.choices, default=Source.FORM)
    once = models.CharField(max_length=32, unique=True, null=True, editable=False)  # of the form: posted twice counts once
    name = models.CharField(_("name"), max_length=120)
    address = models.EmailField(_("e-mail"), max_length=254, blank=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)  # of the address, however it is written
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=12)
    people = models.PositiveSmallIntegerField(_("people"), default=1, validators=[MinValueValidator(1)])
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    note = models.CharField(_("note of the office"), max_length=300, blank=True)
    registered_at = models.DateTimeField(_("registered on"), default=timezone.now)  # the order of the waiting list
    reminded_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["registered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "digest"],
                condition=Q(state__in=["registered", "waiting"]) & ~Q(digest=""),
                name="registration_once_per_address",
            ),
            models.UniqueConstraint(
                fields=["slot"], condition=Q(state__in=["registered", "held"]), name="registration_once_per_slot"
            ),
        ]
        indexes = [models.Index(fields=["occasion", "state"])]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"  # stands in logs that outlive the person's data

    @property
    def date(self):
        """When to come: the appointment, else the occasion."""
        return self.slot or self.occasion
