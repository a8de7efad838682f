"""Every change to a budget, with its line in the audit log: years, items, vouchers, and closing a year."""

from decimal import Decimal
from pathlib import PurePath

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.models import CouncilDocument

from .figures import figures_of
from .models import Budget, Item, Source, Voucher
from .vault import vault


class BudgetError(Exception):
    """What was asked for is not possible; the text says why."""


def refuse_closed(budget: Budget) -> None:
    if not budget.is_open:
        raise BudgetError(_("The budget of %(year)s is closed. Open it again to change something.") % {"year": budget.year})


@transaction.atomic
def save_budget(budget: Budget, *, user=None) -> Budget:
    """Its own fields; sources are saved by `save_source`. Raises BudgetError."""
    is_new = budget.pk is None
    if not is_new:
        refuse_closed(Budget.objects.get(pk=budget.pk))
    budget.save()
    data = {"carried_over": str(budget.carried_over), "warn_at": budget.warn_at}
    log(instance=budget, action="wagtail.create" if is_new else "wagtail.edit", user=user, data=data, content_changed=True)
    return budget


@transaction.atomic
def save_source(source: Source, *, user=None) -> Source:
    """Raises BudgetError."""
    refuse_closed(source.budget)
    source.save()
    log(instance=source.budget, action="budget.source", user=user, data={"name": source.name, "amount": str(source.amount)})
    return source


@transaction.atomic
def remove_source(source: Source, *, user=None) -> None:
    """Raises BudgetError."""
    refuse_closed(source.budget)
    log(instance=source.budget, action="budget.source", user=user, data={"name": source.name, "amount": "0", "removed": True})
    source.delete()


@transaction.atomic
def save_item(item: Item, *, user=None) -> Item:
    """The only way an item changes, its state included. Raises BudgetError."""
    refuse_closed(item.budget)
    before = Item.objects.filter(pk=item.pk).first() if item.pk else None
    item.save()
    data = {"planned": str(item.planned), "state": str(item.state)}
    if before:
        data |= {"planned_before": str(before.planned), "state_before": str(before.state)}
    log(instance=item, action="budget.item", user=user, data=data, content_changed=True)
    return item


@transaction.atomic
def remove_item(item: Item, *, user=None) -> None:
    """Raises BudgetError for one that has vouchers: those are evidence."""
    refuse_closed(item.budget)
    if item.vouchers.exists():
        raise BudgetError(_("It has offers or invoices and is kept. Set its state to “cancelled” instead."))
    log(instance=item, action="wagtail.delete", user=user, deleted=True)
    item.delete()


@transaction.atomic
def add_voucher(voucher: Voucher, *, file: File | None = None, user=None) -> Voucher:
    """Books it; `file` becomes a document in the vault. Raises BudgetError."""
    refuse_closed(voucher.item.budget)
    if file is not None:
        title = f"{voucher.item.budget.year} {voucher.get_kind_display()} {voucher.supplier} {voucher.number}".strip()
        file.name = PurePath(file.name or "document").name
        voucher.document = CouncilDocument(title=title[:255], file=file, collection=vault(), uploaded_by_user=user)
        voucher.document._set_document_file_metadata()
        voucher.document.save()
    voucher.created_by = user
    voucher.save()
    _log_voucher(voucher, deed="added", user=user)
    return voucher


@transaction.atomic
def decide_offer(voucher: Voucher, to: Voucher.State, *, user=None) -> None:
    """Accept or decline an offer. An accepted one makes its item ordered. Raises BudgetError."""
    refuse_closed(voucher.item.budget)
    if voucher.kind != Voucher.Kind.OFFER:
        raise BudgetError(_("Only an offer can be accepted or declined."))
    if not Voucher.objects.filter(pk=voucher.pk, state=voucher.state).update(state=to):
        raise BudgetError(_("Somebody else changed this offer just now. Look at it again."))
    voucher.state = to
    _log_voucher(voucher, deed=str(to), user=user)
    if to == Voucher.State.ACCEPTED and voucher.item.state == Item.State.PLANNED:
        voucher.item.state = Item.State.ORDERED
        save_item(voucher.item, user=user)


@transaction.atomic
def remove_voucher(voucher: Voucher, *, user=None) -> None:
    """For what was booked by mistake; the log keeps what it was. Its document goes too. Raises BudgetError."""
    refuse_closed(voucher.item.budget)
    _log_voucher(voucher, deed="removed", user=user)
    document = voucher.document
    voucher.delete()
    if document and not document.vouchers.exists():
        document.delete()


def _log_voucher(voucher: Voucher, *, deed: str, user) -> None:
    data = {"deed": deed, "kind": str(voucher.kind), "amount": str(voucher.amount), "number": voucher.number}
    log(instance=voucher.item, action="budget.voucher", user=user, data=data)


@transaction.atomic
def close(budget: Budget, *, user=None, plan_again: bool = False) -> Budget:
    """Ends the year and returns the next one, with what is left; `plan_again` takes the items over as its plan.

    What is ordered and not paid goes on in the new year with what is still open. Raises BudgetError.
    """
    refuse_closed(budget)
    figures = figures_of(budget)
    following, created = Budget.objects.get_or_create(year=budget.year + 1, defaults={"warn_at": budget.warn_at})
    refuse_closed(following)
    if not Budget.objects.filter(pk=budget.pk, state=Budget.State.OPEN).update(
        state=Budget.State.CLOSED, closed_at=timezone.now()
    ):
        raise BudgetError(_("Somebody else closed this year just now."))
    budget.refresh_from_db()
    following.carried_over = figures.available_after
    following.save(update_fields=["carried_over"])
    for entry in figures.items:
        _take_along(entry, following=following, plan_again=plan_again, user=user)
    data = {"to": "closed", "carried_over": str(following.carried_over), "into": following.year}
    log(instance=budget, action="budget.year", user=user, data=data)
    if created:
        log(instance=following, action="wagtail.create", user=user)
    return following


def _take_along(entry, *, following: Budget, plan_again: bool, user) -> None:
    item = entry.item
    same = {"budget": following, "title": item.title, "kind": item.kind}
    if item.state == Item.State.ORDERED and entry.open > 0:
        links = {"page": item.page, "package": item.package, "copies": item.copies, "state": Item.State.ORDERED}
        notes = _("From %(year)s: ordered then, not paid yet.") % {"year": item.budget.year}
        save_item(Item(**same, **links, planned=entry.open, notes=notes), user=user)
    if plan_again and item.state != Item.State.CANCELLED:
        save_item(Item(**same, planned=item.planned), user=user)


def reopen(budget: Budget, *, user=None) -> None:
    """For what was forgotten. The carry-over of the next year is not touched: closing again sets it. Raises BudgetError."""
    if not Budget.objects.filter(pk=budget.pk, state=Budget.State.CLOSED).update(state=Budget.State.OPEN, closed_at=None):
        raise BudgetError(_("This year is open already."))
    budget.refresh_from_db()
    log(instance=budget, action="budget.year", user=user, data={"to": "open"})


def new_budget(year: int, *, sources: list[tuple[str, Decimal]] = (), user=None) -> Budget:
    """A year with its sources."""
    budget = save_budget(Budget(year=year), user=user)
    for name, amount in sources:
        save_source(Source(budget=budget, name=name, amount=amount), user=user)
    return budget
