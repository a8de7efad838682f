"""The jury: points of each member, who may see them when, the ranking, the decision, and telling everybody.

Until the points are closed each member sees only their own. Nobody scores what they have an interest in.
"""

from dataclasses import dataclass
from fractions import Fraction

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..models import Application, CallPage, Form, Jury, Verdict
from .applying import tell


class JudgingError(Exception):
    """What was asked for is not possible now; the text says why."""


@dataclass(frozen=True)
class Criterion:
    id: str
    name: str
    most: int
    weight: int


@dataclass(frozen=True)
class Rank:
    """One application's place. `share`: of all points that could be had, 0 to 1; None without any verdict."""

    application: Application
    place: int | None
    share: Fraction | None
    verdicts: int
    conflicts: int
    tied: bool = False

    @property
    def percent(self) -> str:
        return "–" if self.share is None else f"{float(self.share * 100):.1f}\xa0%".replace(".", ",")


def jury_of(form: Form) -> Jury:
    return Jury.objects.get_or_create(form=form)[0]


def criteria_of(page: CallPage) -> list[Criterion]:
    return [Criterion(b.id, b.value["name"], b.value["most"], b.value["weight"]) for b in page.criteria if b.id]


def is_juror(jury: Jury, user) -> bool:
    return jury.members.filter(pk=user.pk).exists()


@transaction.atomic
def set_members(jury: Jury, members, *, user) -> None:
    """Verdicts of whoever leaves are kept, but count no more. Raises JudgingError after the points were closed."""
    if jury.state != Jury.State.SCORING:
        raise JudgingError(_("The points are closed: the jury stays as it is."))
    jury.members.set(members)
    log(instance=jury.form, action="participation.jury", user=user, data={"deed": "members", "count": len(members)})


@transaction.atomic
def give_points(application: Application, *, juror, points: dict[str, int], comment: str = "", page: CallPage) -> Verdict:
    """Raises JudgingError for whoever is not in the jury, before the deadline, after closing, and for impossible points."""
    jury = _open_jury(application, juror)
    if page.is_open:
        raise JudgingError(_("People can still change their applications. Points are given after the deadline."))
    wanted = {criterion.id: criterion for criterion in criteria_of(page)}
    if set(points) != set(wanted) or not all(0 <= points[key] <= wanted[key].most for key in wanted):
        raise JudgingError(_("Give points for every criterion, from 0 to the most that is possible."))
    values = {"state": Verdict.State.GIVEN, "points": points, "comment": comment, "given_at": timezone.now()}
    verdict, _created = Verdict.objects.update_or_create(application=application, juror=juror, defaults=values)
    log(instance=jury.form, action="participation.jury", user=juror, data={"deed": "points", "number": application.number})
    return verdict


@transaction.atomic
def declare_conflict(application: Application, *, juror) -> Verdict:
    """The member knows these people too well; points given before are gone. Raises JudgingError."""
    jury = _open_jury(application, juror)
    values = {"state": Verdict.State.CONFLICT, "points": {}, "comment": "", "given_at": timezone.now()}
    verdict, _created = Verdict.objects.update_or_create(application=application, juror=juror, defaults=values)
    log(instance=jury.form, action="participation.jury", user=juror, data={"deed": "conflict", "number": application.number})
    return verdict


def _open_jury(application: Application, juror) -> Jury:
    jury = jury_of(application.form)
    if not is_juror(jury, juror):
        raise JudgingError(_("Only members of the jury give points."))
    if jury.state != Jury.State.SCORING:
        raise JudgingError(_("The points are closed."))
    return jury


def visible_verdicts(application: Application, user) -> list[Verdict]:
    """A member's own until the points are closed, then everybody's."""
    found = application.verdicts.select_related("juror")
    if jury_of(application.form).state == Jury.State.SCORING:
        found = found.filter(juror=user)
    return list(found)


def missing(jury: Jury) -> int:
    """How many verdicts are still to come."""
    members = set(jury.members.values_list("pk", flat=True))
    given = set(Verdict.objects.filter(application__form=jury.form, juror__in=members).values_list("application", "juror"))
    return Application.objects.filter(form=jury.form).count() * len(members) - len(given)


@transaction.atomic
def close(jury: Jury, *, page: CallPage, user) -> None:
    """From now on everybody of the jury sees all points and nobody changes any. Raises JudgingError."""
    if page.is_open:
        raise JudgingError(_("People can still apply until the deadline."))
    _move(jury, Jury.State.SCORING, Jury.State.CLOSED, user=user, closed_at=timezone.now())


def reopen(jury: Jury, *, user) -> None:
    """Raises JudgingError."""
    _move(jury, Jury.State.CLOSED, Jury.State.SCORING, user=user, closed_at=None)


def _move(jury: Jury, before: Jury.State, after: Jury.State, *, user, **fields) -> None:
    if not Jury.objects.filter(pk=jury.pk, state=before).update(state=after, **fields):
        raise JudgingError(_("Somebody else was faster. Look at it again."))
    jury.refresh_from_db()
    log(instance=jury.form, action="participation.jury", user=user, data={"deed": "state", "from": str(before), "to": str(after)})


def ranking(page: CallPage, *, category: str = "") -> list[Rank]:
    """Best first; equal points share a place and the next place is left out (1, 2, 2, 4). Without verdicts at the end."""
    criteria, jury = criteria_of(page), jury_of(page.form)
    members = set(jury.members.values_list("pk", flat=True))
    rows = Application.objects.filter(form=page.form).prefetch_related("verdicts")
    if category:
        rows = rows.filter(category=category)
    judged = [_judged(row, criteria=criteria, members=members) for row in rows]
    judged.sort(key=lambda one: (one[1] is None, -(one[1] or 0), one[0].number))
    shares = [share for _row, share, _count, _conflicts in judged]
    return [
        Rank(row, None if share is None else shares.index(share) + 1, share, count, conflicts, shares.count(share) > 1)
        for row, share, count, conflicts in judged
    ]


def _judged(row: Application, *, criteria: list[Criterion], members: set[int]) -> tuple:
    """The mean of what the members gave, as an exact fraction: equal means stay equal."""
    mine = [verdict for verdict in row.verdicts.all() if verdict.juror_id in members]
    given = [verdict for verdict in mine if verdict.state == Verdict.State.GIVEN]
    best = sum(criterion.most * criterion.weight for criterion in criteria)
    share = None
    if given and best:
        total = sum(verdict.points.get(one.id, 0) * one.weight for verdict in given for one in criteria)
        share = Fraction(total, best * len(given))
    return row, share, len(given), len(mine) - len(given)


@transaction.atomic
def decide(application: Application, *, won: bool, prize: str = "", user) -> None:
    """Raises JudgingError before the points are closed and after everybody was told."""
    if jury_of(application.form).state != Jury.State.CLOSED:
        raise JudgingError(_("Decisions are made after the points are closed and before everybody is told."))
    application.state = Application.State.WON if won else Application.State.RECEIVED
    application.prize = prize if won else ""
    application.save(update_fields=["state", "prize"])
    data = {"deed": "decision", "number": application.number, "won": won}
    log(instance=application.form, action="participation.jury", user=user, data=data)


@transaction.atomic
def tell_everybody(jury: Jury, *, page: CallPage, user) -> int:
    """Each sender gets a mail in their language; then the winners are on the page. Returns how many. Raises JudgingError."""
    rows = list(Application.objects.filter(form=jury.form).select_related("form"))
    if not any(row.state == Application.State.WON for row in rows):
        raise JudgingError(_("Nobody has been chosen yet."))
    _move(jury, Jury.State.CLOSED, Jury.State.TOLD, user=user, told_at=timezone.now())
    for row in rows:
        if row.state != Application.State.WON:
            row.state = Application.State.DECLINED
            row.save(update_fields=["state"])
        template = "participation/mail/call_won" if row.state == Application.State.WON else "participation/mail/call_declined"
        tell(row, template, purpose="participation.decision", title=_title(page, row.language))
    return len(rows)


def _title(page: CallPage, language: str) -> str:
    translated = CallPage.objects.filter(translation_key=page.translation_key, locale__language_code=language).first()
    return (translated or page).title
