"""Parts of a paper: pages that are laid out together, the page each begins on, and the levels of their headings."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .flatplan import Group


@dataclass
class Part:
    """Pages that are laid out together."""

    elements: list[Element]
    pages: int = 1
    group: Group | None = None


def first_pages(parts: list[Part]) -> list[int]:
    """The page each part begins on."""
    starts, page = [], 1
    for part in parts:
        starts.append(page)
        page += part.pages
    return starts


def level_headings(body: Element, *, last: int = 0) -> None:
    """Close gaps between heading levels: PDF/UA (ISO 14289-1, 7.4.2) forbids them, and stories move."""
    for element in body.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            last = min(int(element.tag[1]), last + 1)
            element.tag = f"h{last}"


def level_parts(elements: list[Element], *, first: bool) -> None:
    """The same for pages inside a paper: below the nameplate, which is its only first heading."""
    for number, element in enumerate(elements):
        level_headings(element, last=0 if first and number == 0 else 1)
