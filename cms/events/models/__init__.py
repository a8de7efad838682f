"""Events: what happens when and where, who speaks, who can get in, who takes part."""

from .dates import EventDate
from .index import EventIndexPage
from .pages import EventPage
from .registration import Occasion, Registration, RegistrationSettings
from .series import EventSeriesPage, Stop
from .slots import OpenSlots, Slot

__all__ = [
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "EventSeriesPage",
    "Occasion",
    "OpenSlots",
    "Registration",
    "RegistrationSettings",
    "Slot",
    "Stop",
]
