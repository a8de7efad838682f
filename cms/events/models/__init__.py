"""Events: what happens when and where, who speaks, and who can get in."""

from .dates import EventDate
from .pages import EventIndexPage, EventPage

__all__ = ["EventDate", "EventIndexPage", "EventPage"]
