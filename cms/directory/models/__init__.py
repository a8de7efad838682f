"""People and organisations that pages name, the council's mandates and sessions, the document library: one module each."""

from .corrections import Correction
from .council_page import CouncilPage
from .directory_page import DirectoryPage
from .documents import DocumentLink, DocumentSummary, DocumentTopic, DocumentVersion, LibraryDocument
from .entries import Visibility
from .imports import EntryImport
from .library_page import LibraryPage
from .mandates import Committee, Mandate, Seat, Term
from .needs import Need
from .organisations import Organisation
from .people import Person
from .sessions import Session

__all__ = [
    "Committee",
    "Correction",
    "CouncilPage",
    "DirectoryPage",
    "DocumentLink",
    "DocumentSummary",
    "DocumentTopic",
    "DocumentVersion",
    "EntryImport",
    "LibraryDocument",
    "LibraryPage",
    "Mandate",
    "Need",
    "Organisation",
    "Person",
    "Seat",
    "Session",
    "Term",
    "Visibility",
]
