"""What readers set for themselves: languages, topics, kind of mail, a pause, their name. Leaving is in optin.py."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from . import evidence
from .afterwards import follow_wishes
from .models import ConsentEvent, ConsentWording, Subscriber, Topic
from .optin import leave, put_on_list

LONGEST_PAUSE = datetime.timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How a reader wants it from now on. `name` None: not asked."""

    language: str
    topics: list[Topic]
    second_language: str = ""
    third_language: str = ""
    format: str = Subscriber.Format.HTML
    paused_until: datetime.date | None = None
    name: str | None = None

    def settings(self) -> dict:
        """The fields of the person, second languages without gaps and repetitions."""
        others = [code for code in (self.second_language, self.third_language) if code and code != self.language]
        second, third = (*dict.fromkeys(others), "", "")[:2]
        return {
            "language": self.language,
            "second_language": second,
            "third_language": third,
            "format": self.format,
            "paused_until": self.paused_until,
        } | ({} if self.name is None else {"name": self.name})


@transaction.atomic
def change(subscriber: Subscriber, wishes: Wishes, *, wording: ConsentWording | None, may_add: bool) -> None:
    """Take over the wishes. Topics are only added when `may_add`, i.e. when the reader proved to own the mailbox."""
    before = {topic.pk for topic in subscriber.current_topics()}
    added = [topic for topic in wishes.topics if topic.pk not in before] if may_add else []
    changed = {name: value for name, value in wishes.settings().items() if getattr(subscriber, name) != value}
    if changed or added:
        evidence.record(
            subscriber.address,
            kind=ConsentEvent.Kind.CHANGED,
            language=wishes.language,
            wording=wording if added else None,
            **details(changed),
            **({"added": [topic.slug for topic in added]} if added else {}),
        )
    if added:
        put_on_list(subscriber.address, language=wishes.language, topics=added)
        subscriber.refresh_from_db()
    if changed:
        for name, value in changed.items():
            setattr(subscriber, name, value)
        subscriber.save(update_fields=[*changed, "changed_at"])
        follow_wishes(subscriber)
    wanted = {topic.pk for topic in wishes.topics}
    gone = [topic for topic in subscriber.current_topics() if topic.pk not in wanted]
    if gone:
        leave(subscriber, topics=gone, way="preferences")


def details(changed: dict) -> dict:
    """What the chain keeps beside the language: the new values, but never a name, because the chain outlives an erasure."""
    kept = {name: str(value or "") for name, value in changed.items() if name not in ("name", "language")}
    return kept | ({"changed": ["name"]} if "name" in changed else {})
