"""Where offers and invoices lie: a private collection of documents that only people of the budget may open."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Collection, CollectionViewRestriction

VAULT = "Haushaltsbelege"
PERMISSION = "budget.view_item"


@transaction.atomic
def vault() -> Collection:
    """Made when the first document comes in. Its restriction names no group: nobody gets in by it, see `guard`."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=VAULT).first() or root.add_child(name=VAULT)
    if not found.view_restrictions.exists():
        CollectionViewRestriction.objects.create(collection=found, restriction_type=CollectionViewRestriction.GROUPS)
    return found


def guard(document, request) -> None:
    """Also for a voucher's document that somebody moved to another collection. Raises PermissionDenied."""
    if document.vouchers.exists() and not request.user.has_perm(PERMISSION):
        raise PermissionDenied
