"""Who sits in the council and its committees, for which term, on which list, in which function."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from ..wording import Function, MandateKind
from .entries import SharedFacts, facts, here_all
from .people import Person


class Term(models.Model):
    """A term of the council, from election to election."""

    starts = models.DateField(_("begins"))
    ends = models.DateField(_("ends"))

    panels = [FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")])]

    class Meta:
        ordering = ["-starts"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def __str__(self) -> str:
        return f"{self.starts.year}–{self.ends.year}"

    def clean(self):
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("The term ends before it begins.")})

    @classmethod
    def current(cls) -> "Term | None":
        """The one of today, else the last one that began."""
        today = timezone.localdate()
        return cls.objects.filter(starts__lte=today).order_by("-starts").first() or cls.objects.first()


class Committee(SharedFacts):
    """A committee of the council: its name and what it sees to are translated."""

    name = models.CharField(_("name"), max_length=120)
    task = models.CharField(_("what it sees to"), max_length=240, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [FieldPanel("name"), FieldPanel("task"), FieldPanel("sort_order")]
    shared = ("sort_order",)
    override_translatable_fields = facts(*shared)

    class Meta(SharedFacts.Meta):
        ordering = ["sort_order", "name"]
        verbose_name = _("committee")
        verbose_name_plural = _("committees")

    def __str__(self) -> str:
        return self.name


class Mandate(index.Indexed, ClusterableModel):
    """One person's seat in the council for a term."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mandates", verbose_name=_("person"))
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("term"))
    kind = models.CharField(_("how"), max_length=10, choices=MandateKind.choices, default=MandateKind.ELECTED)
    list_name = models.CharField(
        _("list or body"), max_length=120, blank=True, help_text=_("The list of the election, or who sends this member.")
    )
    function = models.CharField(_("function"), max_length=10, choices=Function.choices, default=Function.MEMBER)
    starts = models.DateField(_("from"), null=True, blank=True, help_text=_("Only if not from the beginning of the term."))
    ends = models.DateField(_("until"), null=True, blank=True, help_text=_("Only if not until the end of the term."))
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("term")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("list_name")]),
        FieldRowPanel([FieldPanel("function"), FieldPanel("sort_order")]),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        InlinePanel("seats", heading=_("Committees"), label=_("Committee")),
    ]
    search_fields = [index.RelatedFields("person", [index.SearchField("name")]), index.SearchField("list_name")]

    class Meta:
        ordering = ["sort_order", "person__name"]
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        constraints = [models.UniqueConstraint(fields=["person", "term", "kind"], name="mandate_once")]

    def __str__(self) -> str:
        return f"{self.person} ({self.term})"

    def clean(self):
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("This ends before it begins.")})

    @property
    def function_shown(self) -> str:
        """The function, where it is more than being a member."""
        return "" if self.function == Function.MEMBER else self.get_function_display()


class Seat(Orderable):
    mandate = ParentalKey(Mandate, on_delete=models.CASCADE, related_name="seats")
    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="seats", verbose_name=_("committee"))
    function = models.CharField(_("function"), max_length=10, choices=Function.choices, default=Function.MEMBER)

    panels = [FieldRowPanel([FieldPanel("committee"), FieldPanel("function")])]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["mandate", "committee"], name="seat_once")]

    def __str__(self) -> str:
        return f"{self.mandate.person}: {self.committee}"


RANK = {Function.CHAIR: 0, Function.DEPUTY: 1, Function.TREASURER: 2, Function.SECRETARY: 2, Function.MEMBER: 3}


def members(term: Term, *, on: datetime.date | None = None) -> list[Mandate]:
    """Who sits in the council on a day, chairs first; each with its `.person` in the active language and its seats.

    People who are internal stay out: nobody sits in a council in secret, so that is a mistake of the office.
    """
    on = on or timezone.localdate()
    rows = (
        term.mandates.filter(Q(starts=None) | Q(starts__lte=on), Q(ends=None) | Q(ends__gte=on))
        .exclude(person__visibility="internal")
        .select_related("person__locale", "person__portrait")
        .prefetch_related("seats__committee__locale", "person__portrait__renditions")
    )
    found = sorted(rows, key=lambda mandate: (RANK[mandate.function], mandate.sort_order, mandate.person.name))
    portraits = [mandate.person.portrait for mandate in found]
    for mandate, person, portrait in zip(found, here_all([row.person for row in found]), portraits, strict=True):
        if person.portrait_id == (portrait and portrait.pk):
            person.portrait = portrait  # with its renditions, asked for already
        mandate.person = person
    _translate_committees(found)
    return found


def _translate_committees(mandates: list[Mandate]) -> None:
    seats = [seat for mandate in mandates for seat in mandate.seats.all()]
    committees = {seat.committee_id: seat.committee for seat in seats}
    here = dict(zip(committees, here_all(list(committees.values())), strict=True))
    for seat in seats:
        seat.committee_here = here[seat.committee_id]
