"""Writing the chain of what happened to a release, and checking it."""

from django.db import transaction

from .models import ReleaseEvent

Kind = ReleaseEvent.Kind
PERSON, CLOCK = "person", "clock"


def record(subject, kind: ReleaseEvent.Kind, *, user=None, by: str = "", **details) -> ReleaseEvent:
    """Append one event to the chain of this testimonial. `by`: PERSON or CLOCK; else the user, if there is one."""
    with transaction.atomic():
        last = ReleaseEvent.objects.select_for_update().filter(subject=subject).order_by("-sequence").first()
        return ReleaseEvent.objects.create(
            subject=subject,
            sequence=last.sequence + 1 if last else 1,
            kind=kind,
            by=by or (f"user:{user.pk}" if user else ""),
            details=details,
            previous=last.seal if last else "",
        )


def chain(subject) -> list[ReleaseEvent]:
    """Everything that happened to one release, oldest first."""
    return list(ReleaseEvent.objects.filter(subject=subject).order_by("sequence"))


def is_intact(events: list[ReleaseEvent]) -> bool:
    """False if a row was changed, removed between others or slipped in afterwards."""
    previous = ""
    for number, event in enumerate(events, start=1):
        if event.sequence != number or event.previous != previous or event.seal != event.expected_seal():
            return False
        previous = event.seal
    return True
