"""The only way a delivery changes its state outside the sending loop, and the numbers of a mailing."""

from django.db.models import Count, QuerySet
from django.utils import timezone

from .models import Delivery, Mailing


def move(deliveries: QuerySet[Delivery], *, to: Delivery.State, reason: str = "", reply: str = "") -> int:
    """Returns how many moved."""
    return deliveries.update(state=to, reason=reason, reply=reply, settled_at=timezone.now(), claim="", claimed_at=None)


def numbers(mailing: Mailing) -> dict[str, int]:
    """How many deliveries are in which state; the sum is the audience."""
    counted = dict(mailing.deliveries.order_by().values_list("state").annotate(number=Count("pk")))
    return {state: counted.get(state, 0) for state in Delivery.State.values}
