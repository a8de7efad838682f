"""Many PDFs at once: each becomes a document, named by what the file and its name say. The office looks at them afterwards."""

import datetime
import re
from dataclasses import dataclass, field
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.log_actions import log

from ..models.documents import DocumentVersion, LibraryDocument
from ..models.mandates import Committee
from .checking import DocumentError, look_at

MOST_FILES = 40
DATES = (
    re.compile(r"(?P<y>(?:19|20)\d\d)[-_.](?P<m>\d\d)[-_.](?P<d>\d\d)"),
    re.compile(r"(?P<d>\d\d)[._-](?P<m>\d\d)[._-](?P<y>(?:19|20)\d\d)"),
)
MADE_UP = re.compile(  # titles that programs write themselves
    r"^(microsoft (word|powerpoint|excel) -|untitled|unbenannt|dokument ?\d*$|.*\.(docx?|odt|pdf|indd)$)", re.IGNORECASE
)


@dataclass(frozen=True)
class Shared:
    """What all files of one upload have in common."""

    kind: str
    committee: Committee | None
    body: str
    language: str
    visibility: str
    date: datetime.date


@dataclass
class Gathered:
    """What became of one file."""

    name: str
    document: LibraryDocument | None = None
    problems: list[str] = field(default_factory=list)
    twin: LibraryDocument | None = None  # already in the library
    edit_url: str = ""

    @property
    def version(self) -> DocumentVersion | None:
        return self.document.version() if self.document else None


def gather(uploads, *, shared: Shared, user) -> list[Gathered]:
    return [gather_one(upload, shared=shared, user=user) for upload in uploads]


def gather_one(upload, *, shared: Shared, user) -> Gathered:
    """One file; what is wrong with it does not stop the others."""
    result = Gathered(upload.name)
    data = upload.read()
    try:
        found = look_at(data)
    except DocumentError as error:
        result.problems = error.messages
        return result
    known = DocumentVersion.objects.filter(checksum=found.checksum).select_related("document").first()
    if known:
        result.twin = known.document
        return result
    title = title_of(upload.name, said=found.facts["title"])
    with transaction.atomic():
        document = LibraryDocument(
            kind=shared.kind,
            committee=shared.committee,
            body=shared.body,
            date=date_in(upload.name) or shared.date,
            title=title,
            visibility=shared.visibility,
            owner=user,
        )
        document.versions = [DocumentVersion(language=shared.language, file=ContentFile(data, name="file.pdf"))]
        document.save()
        log(instance=document, action="wagtail.create", user=user)
    result.document = document
    return result


def date_in(name: str) -> datetime.date | None:
    """The day in a file's name: 2026-03-12 or 12.03.2026."""
    for pattern in DATES:
        if found := pattern.search(name):
            try:
                return datetime.date(*(int(found[part]) for part in ("y", "m", "d")))
            except ValueError:
                continue
    return None


def title_of(name: str, *, said: str) -> str:
    """The title that the PDF says, unless a program made it up; else the file's name in words."""
    if said and not MADE_UP.match(said):
        return said[:255]
    words = PurePath(name).stem
    for pattern in DATES:
        words = pattern.sub(" ", words)
    words = " ".join(re.sub(r"[_\-.]+", " ", words).split())
    return (words or said or PurePath(name).stem)[:255]
