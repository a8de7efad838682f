"""How many deliveries of a mailing are in which state: always exact, in the same time for a hundred readers or a million.

Rows in open claims are counted as they are; all others have been entered when their state changed.
"""

from collections import Counter

from django.db import connection, transaction
from django.utils import timezone

from ..models import Delivery, Mailing, Tally

LONG = 400  # entries; then they are drawn together

_NUMBERS = """
    SELECT language, state, SUM(number) FROM (
        SELECT language, state, number FROM newsletter_tally WHERE mailing_id = %s
        UNION ALL
        SELECT language, state, 1 FROM newsletter_delivery
        WHERE claim IN (SELECT id FROM newsletter_claim WHERE mailing_id = %s)
    ) AS entries GROUP BY language, state
"""


def numbers_by_language(mailing: Mailing) -> dict[str, dict[str, int]]:
    """{language: {state: how many}}, every state named."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [mailing.pk, mailing.pk])
        rows = cursor.fetchall()
    found = {language: dict.fromkeys(Delivery.State.values, 0) for language in sorted({row[0] for row in rows})}
    for language, state, number in rows:
        found[language][state] = int(number)
    return found


def numbers(mailing: Mailing) -> dict[str, int]:
    """How many deliveries are in which state; the sum is the audience."""
    totals = dict.fromkeys(Delivery.State.values, 0)
    for counted in numbers_by_language(mailing).values():
        for state, number in counted.items():
            totals[state] += number
    return totals


def is_due(mailing: Mailing) -> bool:
    """Something could be sent now."""
    rows = mailing.deliveries.order_by()
    return rows.filter(pile="queued").exists() or rows.filter(pile="retry", next_attempt__lte=timezone.now()).exists()


def has_open(mailing: Mailing) -> bool:
    """Something is in a worker's hands or waits for one, now or later."""
    rows = mailing.deliveries.order_by()
    return mailing.claims.exists() or rows.filter(pile="queued").exists() or rows.filter(pile="retry").exists()


def enter(mailing_id: int, changes: Counter) -> None:
    """Add {(language, state): more or fewer} to the book. Call it in the transaction of the change itself."""
    rows = [(mailing_id, language, state, number) for (language, state), number in sorted(changes.items()) if number]
    if rows:
        places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO newsletter_tally (mailing_id, language, state, number) VALUES {places}",  # noqa: S608 -- constants
                [value for row in rows for value in row],
            )


def start(mailing: Mailing, numbers: Counter) -> None:
    """The book of a mailing begins with its audience."""
    Tally.objects.filter(mailing=mailing).delete()
    enter(mailing.pk, numbers)


def draw_together(mailing: Mailing) -> None:
    """One entry per language and state instead of many. Two at the same time each take what the other leaves."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*), MAX(id) FROM newsletter_tally WHERE mailing_id = %s", [mailing.pk])
        number, last = cursor.fetchone()
        if number < LONG:
            return
        cursor.execute(
            "DELETE FROM newsletter_tally WHERE mailing_id = %s AND id <= %s RETURNING language, state, number",
            [mailing.pk, last],
        )
        changes = Counter()
        for language, state, change in cursor.fetchall():
            changes[language, state] += change
        enter(mailing.pk, changes)
