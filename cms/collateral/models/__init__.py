"""Self-standing printed matter."""

from .calendar import CalendarPage
from .flyer import FlyerPage
from .letter import LetterPage, LetterRun
from .poster import PosterPage
from .welcome import WelcomeSignPage

__all__ = ["CalendarPage", "FlyerPage", "LetterPage", "LetterRun", "PosterPage", "WelcomeSignPage"]
