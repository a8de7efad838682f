"""People and organisations that pages name, the council's mandates and sessions, the document library: one module each."""

from .entries import Visibility
from .organisations import Organisation
from .people import Person

__all__ = ["Organisation", "Person", "Visibility"]
