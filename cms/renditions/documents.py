"""Somebody else's PDF, looked at before it is kept: can it be opened, what does it say, who can read it?"""

from dataclasses import dataclass

from .processes import confined
from .processes.confined import Died, Limits, TooSlow

SECONDS = 40
LIMITS = Limits(memory_mb=1200, cpu_seconds=SECONDS)


class Unreadable(Exception):
    """The file cannot be used; `code`: encrypted, damaged, large."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class DocumentFacts:
    """What a PDF says about itself; `texts` are its pages. Empty pages are those without any text: mostly scans."""

    texts: tuple[str, ...]
    empty_pages: int
    tagged: bool
    language: str
    title: str
    figures: int  # pictures without an alternative text
    headings: int
    standard: bool  # says that it follows PDF/UA
    readable_aloud: bool  # screen readers are not locked out
    active: bool  # starts a script when opened

    @property
    def page_count(self) -> int:
        return len(self.texts)


def look_at_document(data: bytes) -> DocumentFacts:
    """Raises Unreadable."""
    try:
        answer = confined.ask("cms.renditions.processes.document_process", {}, data=data, limits=LIMITS, timeout=SECONDS * 2)
    except TooSlow:
        raise Unreadable("large") from None
    except Died as end:
        raise Unreadable("large" if end.out_of_memory else "damaged") from None
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    texts = tuple(answer.pop("pages"))
    return DocumentFacts(texts=texts, **answer)
