"""CouncilPage: who sits in the council, what it wants, when it meets. Its profile is printed as a flyer from the same facts."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.renditions.renderable import Product, Renderable

from ..composition import Composition
from .entries import here_all
from .mandates import Mandate, Term, members
from .sessions import Session

NEXT_SESSIONS, PAST_SESSIONS = 6, 6
PAST_DAYS = 400


class CouncilGoalBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Goal"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), rows=2, required=False, max_length=300)


class CouncilPage(Renderable, BasePage):
    """Members, committees and sessions come from the directory; the page brings the words."""

    standfirst = models.TextField(_("standfirst"), blank=True)
    claim = models.TextField(
        _("claim of the flyer"),
        max_length=90,
        blank=True,
        help_text=_("Press Enter where a line should break. If empty, the title."),
    )
    picture = models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    picture_alt = models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )
    about = RichTextField(_("who we are"), features=["bold", "link"], blank=True)
    term = models.ForeignKey(
        Term,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("term"),
        help_text=_("If empty, always the current one."),
    )
    agenda_note = models.TextField(
        _("where the agenda is found"),
        max_length=400,
        blank=True,
        help_text=_("For example: a week before, on this page and in the showcase of the town hall."),
    )
    goals = StreamField([("goal", CouncilGoalBlock(label=_("Goal"), icon="list-ol"))], verbose_name=_("goals"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("about"),
        FieldRowPanel([FieldPanel("term"), FieldPanel("agenda_note")]),
        FieldPanel("goals"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("claim"), FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Title of the flyer")),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("standfirst", "about", "goals", "body")),
        *(index.AutocompleteField(name) for name in ("standfirst", "about", "goals", "body")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("picture", "term")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "directory/council_page.html"

    class Meta:
        verbose_name = _("council page")
        verbose_name_plural = _("council pages")

    def clean(self):
        super().clean()
        if self.picture and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Please say what the picture shows: some readers hear it.")})

    def products(self) -> list[Product]:
        template = "directory/council_profile.print.html"
        return [Product("profile", _("Profile flyer"), "flyer-6-wrap", template, formats=("flyer-6-wrap", "flyer-6-zigzag"))]

    @cached_property
    def shown_term(self) -> Term | None:
        return self.term or Term.current()

    @cached_property
    def members(self) -> list[Mandate]:
        return members(self.shown_term) if self.shown_term else []

    @cached_property
    def composition(self) -> Composition:
        return Composition(self.members)

    @cached_property
    def next_sessions(self) -> list[Session]:
        today = datetime.datetime.combine(timezone.localdate(), datetime.time.min)
        return sessions(starts_at__gte=timezone.make_aware(today), order="starts_at")[:NEXT_SESSIONS]

    @cached_property
    def past_sessions(self) -> list[Session]:
        """Those of which there is something to read."""
        since = timezone.now() - datetime.timedelta(days=PAST_DAYS)
        today = timezone.make_aware(datetime.datetime.combine(timezone.localdate(), datetime.time.min))
        found = sessions(starts_at__gte=since, starts_at__lt=today, order="-starts_at")
        return [session for session in found if session.minutes_file or session.agenda][:PAST_SESSIONS]

    def content_context(self) -> dict:
        return {
            "members": self.members,
            "composition": self.composition,
            "sessions": self.next_sessions,
            "past_sessions": self.past_sessions,
        }

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


def sessions(*, order: str, **chosen) -> list[Session]:
    """Sessions in the active language, written in the source language or in this one."""
    from django.conf import settings

    rows = Session.objects.filter(locale__language_code=settings.LANGUAGE_CODE, **chosen).order_by(order)
    rows = rows.select_related("locale", "committee__locale", "agenda_file", "minutes_file")
    found = here_all(list(rows[:40]))
    committees = {session.committee_id: session.committee for session in rows if session.committee_id}
    named = dict(zip(committees, here_all(list(committees.values())), strict=True))
    for session in found:
        if session.committee_id in named:
            session.committee = named[session.committee_id]
    return found
