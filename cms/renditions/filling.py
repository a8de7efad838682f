"""Pages that fill up a paper to a multiple of four: a quote, or a picture, over a whole page. Runs in the render process.

They repeat what a story near them says; nothing is invented, and there are no pages for notes.
"""

from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from .measure import find, has_class


def filler_pages(groups: list[list[Element]], *, count: int) -> dict[int, list[Element]]:
    """Up to `count` pages, by the place of the group they follow; spread over the paper, quotes before pictures."""
    quotes = _offers(groups, kind="pull")
    plates = [offer for offer in _offers(groups, kind="pic") if offer[0] not in {place for place, *_rest in quotes}]
    chosen = _spread(quotes, count=count)
    chosen += _spread(plates, count=count - len(chosen))
    pages: dict[int, list[Element]] = {}
    for place, story, part in chosen:
        pages.setdefault(place, []).append(_quote_page(story, part) if has_class(part, "pull") else _plate(story, part))
    return pages


def _offers(groups: list[list[Element]], *, kind: str) -> list[tuple[int, Element, Element]]:
    found = [(place, story, find(story, kind)) for place, stories in enumerate(groups) for story in stories]
    return [(place, story, part) for place, story, part in found if part is not None]


def _spread(offers: list, *, count: int) -> list:
    if count <= 0 or not offers:
        return []
    count = min(count, len(offers))
    return [offers[(2 * number + 1) * len(offers) // (2 * count)] for number in range(count)]


def _page(story: Element, name: str) -> Element:
    colour = next((part for part in (story.get("class") or "").split() if part.startswith("c-")), "c-petrol")
    return Element("section", {"class": f"filler {name} {colour}"})


def _quote_page(story: Element, quote: Element) -> Element:
    page = _page(story, "quote-page")
    length = len("".join(quote.itertext()))
    words = SubElement(page, "blockquote", {"class": "large" if length < 110 else "long"})
    for part in quote:
        words.append(deepcopy(part))
    return page


def _plate(story: Element, picture: Element) -> Element:
    page = _page(story, "plate")
    page.append(deepcopy(picture))
    page[0].set("class", "plate-picture")
    return page


def strip(stories: list[Element], *, lines: float) -> Element | None:
    """A band at the foot of a page that has room for it: what someone on the page says."""
    story, quote = next(((story, part) for story in stories if (part := find(story, "pull")) is not None), (None, None))
    if quote is None:
        return None
    colour = next((part for part in (story.get("class") or "").split() if part.startswith("c-")), "c-petrol")
    band = Element("aside", {"class": f"strip {colour}", "style": f"--strip:{lines:.3f}"})
    words = SubElement(band, "blockquote")
    for part in quote:
        words.append(deepcopy(part))
    return band
