"""The panel on the admin's first page: mailings that wait for a person, each with what to do."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from cms.core.lamps import Lamp

from .. import ledger
from ..models import Delivery, Mailing, Tally

State = Mailing.State
MOST = 8  # more than that nobody reads; the list has the rest


@dataclass(frozen=True)
class Waiting:
    """One line: the mailing, what it waits for, where that is done."""

    title: str
    what: str
    label: str
    url: str
    lamp: Lamp


class WaitingMailings(Component):
    name = "newsletter_waiting"
    order = 40
    template_name = "newsletter/admin/waiting.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context) -> dict[str, Any]:
        if not self.request.user.has_perm("newsletter.change_mailing"):
            return {"waiting": []}
        return {"waiting": [*troubled(), *prepared(), *unclear()][:MOST]}


def prepared() -> list[Waiting]:
    """Drafts the house has made by itself, oldest first: they go nowhere before somebody releases them."""
    drafts = Mailing.objects.filter(state=State.DRAFT, automatic__isnull=False).order_by("pk")[:MOST]
    return [
        Waiting(
            draft.title,
            _("Prepared by itself. It goes out only when you send it."),
            _("Check"),
            reverse("mailings:edit", args=[draft.pk]),
            Lamp.OLD,
        )
        for draft in drafts
    ]


def troubled() -> list[Waiting]:
    rows = Mailing.objects.filter(state__in=[State.PAUSED, State.WAITING]).order_by("pk")[:MOST]
    return [
        Waiting(row.title, row.trouble or _("Paused."), _("Look at it"), reverse("mailings:progress", args=[row.pk]), Lamp.NO)
        for row in rows
    ]


def unclear() -> list[Waiting]:
    """Mails of which nobody knows whether they arrived: a person decides."""
    somewhere = Tally.objects.filter(state=Delivery.State.UNCERTAIN).values("mailing")
    found = []
    for row in Mailing.objects.filter(state__in=[State.SENT, State.STOPPED], pk__in=somewhere).order_by("-pk")[:MOST]:
        number = ledger.numbers(row).get(Delivery.State.UNCERTAIN, 0)
        if number:
            words = _("Mails that may or may not have arrived: %(number)s.") % {"number": number}
            found.append(Waiting(row.title, words, _("Decide"), reverse("mailings:progress", args=[row.pk]), Lamp.OLD))
    return found
