"""All applications of a call as a table."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.log_actions import log

from cms.core.spreadsheets import KINDS, table_response

from ...models import CallPage, Jury
from .. import judging
from .rights import may_manage, seen_call
from .views import answers_of


def export(request, pk: int, kind: str):
    """Everything the office knows; points only when they are closed. Saving it is written to the log."""
    form, page, jury = seen_call(request, pk)
    if kind not in KINDS:
        raise Http404
    if not may_manage(request.user, form):
        raise PermissionDenied
    closed = jury.state != Jury.State.SCORING
    ranks = judging.ranking(page)
    log(instance=form, action="participation.export", user=request.user, data={"kind": kind, "rows": len(ranks)})
    heads = [
        _("Number"),
        pgettext("ranking", "Place"),
        _("Share of points"),
        _("State"),
        _("Prize"),
        _("Category"),
        _("Who"),
        _("Title"),
        _("Text"),
    ]
    heads += [_("Sender"), _("E-mail"), _("Phone"), _("Language"), _("May be named")]
    heads += [block.value["question"] for block in page.questions]
    rows = (export_row(rank, page, closed=closed) for rank in ranks)
    name = f"{page.slug}-{timezone.localdate():%Y-%m-%d}"
    return table_response(heads, rows, kind=kind, name=name, title=page.title)


def export_row(rank, page: CallPage, *, closed: bool) -> list:
    row = rank.application
    place = [rank.place or "", rank.percent] if closed else ["", ""]
    answers = [one["file"].name if one["file"] else one["value"] for one in answers_of(row, page)]
    about = [row.get_state_display(), row.prize, page.category_names.get(row.category, ""), row.who, row.title, row.text]
    sender = [row.name, row.email, row.phone, row.get_language_display(), _("yes") if row.naming_id else _("no")]
    return [row.number, *place, *about, *sender, *answers]
