"""Subscribers between towns as JSON Lines: one person a line, with the whole chain of consent, checked where it arrives."""

import datetime

from django.utils import timezone

from .models import ConsentEvent, Subscriber
from .models.consent import seal, stamp

FORMAT = "vielfalt-subscriber-1"
CONSENT = {"confirmed", "enrolled"}
ENDING = {"withdrawn", "erased", "suppressed", "complained"}


class NotARecord(Exception):
    """The line is not one of these."""


def record_of(subscriber: Subscriber, *, topics: list[tuple[str, str]], events: list[ConsentEvent], blocked: bool) -> dict:
    """One person as JSON. `topics` are (slug, state), `events` the chain with its wordings, oldest first."""
    return {
        "format": FORMAT,
        "address": subscriber.address,
        "name": subscriber.name,
        "language": subscriber.language,
        "second_language": subscriber.second_language,
        "third_language": subscriber.third_language,
        "mail": subscriber.format,
        "state": "blocked" if blocked else subscriber.state,
        "topics": [{"topic": slug, "state": state} for slug, state in topics],
        "chain": [event_row(event) for event in events],
    }


def event_row(event: ConsentEvent) -> dict:
    """One entry of the chain, with everything its seal covers and nothing that names the person."""
    wording = event.wording
    return {
        "subject": event.subject,
        "sequence": event.sequence,
        "kind": event.kind,
        "at": stamp(event.at),
        "recorded_at": stamp(event.recorded_at),
        "language": event.language,
        "wording": wording.digest if wording else "",
        "text": wording.text if wording else "",
        "details": event.details,
        "previous": event.previous,
        "seal": event.seal,
    }


def cells_of(record: dict) -> tuple[dict[str, str], list | None]:
    """The fields of a row as judging.py reads them, and the chain if it is whole. Raises NotARecord."""
    if record.get("format") != FORMAT or not isinstance(record.get("address"), str):
        raise NotARecord
    topics = [row.get("topic", "") for row in record.get("topics", []) if isinstance(row, dict) and row.get("state") == "active"]
    cells = {name: str(record.get(name) or "") for name in ("address", "name", "language", "second_language", "third_language")}
    cells |= {"format": str(record.get("mail") or ""), "state": str(record.get("state") or ""), "topics": ",".join(topics)}
    if cells["state"] == Subscriber.State.ACTIVE and not topics:
        cells["state"] = Subscriber.State.LEFT
    chain = record.get("chain")
    given = consent_in(chain) if isinstance(chain, list) and is_whole(chain) else None
    if given is None:
        return cells, None
    return cells | {"consent_date": given.isoformat(), "consent_source": f"Vielfalt {chain[0]['subject'][:16]}"}, chain


def is_whole(chain: list) -> bool:
    """Do the entries follow each other, and fits every seal? Then nobody changed it on the way."""
    previous, subject = "", None
    for number, row in enumerate(chain, start=1):
        try:
            fits = row["seal"] == seal(
                subject=row["subject"],
                sequence=row["sequence"],
                kind=row["kind"],
                at=datetime.datetime.fromisoformat(row["at"]),
                recorded_at=datetime.datetime.fromisoformat(row["recorded_at"]),
                language=row["language"],
                wording=row["wording"],
                details=row["details"],
                previous=row["previous"],
            )
        except (KeyError, TypeError, ValueError):
            return False
        subject = subject or row["subject"]
        if not fits or row["sequence"] != number or row["previous"] != previous or row["subject"] != subject:
            return False
        previous = row["seal"]
    return bool(chain)


def consent_in(chain: list) -> datetime.date | None:
    """The day of the consent that still holds: given, and not withdrawn from everything or erased since."""
    given = None
    for row in chain:
        if row["kind"] in CONSENT:
            given = datetime.datetime.fromisoformat(row["at"]).astimezone(timezone.get_default_timezone()).date()
        elif row["kind"] in ENDING - {"withdrawn"}:
            given = None
    return given
