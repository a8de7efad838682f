"""Sessions of the council and its committees: when, where, and what is on the agenda, in public and behind closed doors."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField
from wagtail.search import index

from .entries import SharedFacts, facts
from .mandates import Committee


class AgendaItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Item"), max_length=200)
    text = blocks.TextBlock(label=_("What it is about"), rows=2, required=False, max_length=400)
    closed = blocks.BooleanBlock(
        label=_("Not public"), required=False, help_text=_("Readers see only how many items are not public, never their titles.")
    )

    class Meta:
        icon = "list-ol"
        label = _("Agenda item")


class Session(index.Indexed, SharedFacts):
    """One session. Its date, place and state are facts; the agenda is translated."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CANCELLED = "cancelled", _("Cancelled")

    starts_at = models.DateTimeField(_("begins"))
    place = models.CharField(_("place"), max_length=160, blank=True)
    committee = models.ForeignKey(
        Committee,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="sessions",
        verbose_name=_("committee"),
        help_text=_("If empty, the whole council meets."),
    )
    is_public = models.BooleanField(_("open to the public"), default=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    note = models.CharField(
        _("note"), max_length=240, blank=True, help_text=_("For example: sign language interpreting, childcare.")
    )
    agenda = StreamField([("item", AgendaItemBlock())], verbose_name=_("agenda"), blank=True)
    agenda_file = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invitation with agenda"),
    )
    minutes_file = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("minutes"),
    )

    panels = [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("place")]),
        FieldRowPanel([FieldPanel("committee"), FieldPanel("state")]),
        FieldPanel("is_public"),
        FieldPanel("note"),
        FieldPanel("agenda"),
        FieldRowPanel([FieldPanel("agenda_file"), FieldPanel("minutes_file")]),
    ]
    search_fields = [index.SearchField("place"), index.SearchField("agenda"), index.FilterField("locale_id")]
    shared = ("starts_at", "place", "committee", "is_public", "state", "agenda_file", "minutes_file")
    override_translatable_fields = facts(*shared)

    class Meta(SharedFacts.Meta):
        ordering = ["-starts_at"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        day = timezone.localtime(self.starts_at).strftime("%d.%m.%Y") if self.starts_at else ""
        return f"{self.committee or _('Council')}, {day}"

    @property
    def local_start(self) -> datetime.datetime:
        return timezone.localtime(self.starts_at)

    @property
    def anchor(self) -> str:
        return f"session-{self.local_start:%Y-%m-%d}-{self.translation_key.hex[:6]}"

    @property
    def public_items(self) -> list:
        return [child.value for child in self.agenda if not child.value.get("closed")]

    @property
    def closed_count(self) -> int:
        return sum(1 for child in self.agenda if child.value.get("closed"))

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED
