"""What fills a paper: pages of a quote or a picture up to a multiple of four, bands at the foot of a page.

They repeat what a story elsewhere says and point there; nothing is invented, and there are no pages for notes.
Runs in the render process.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from math import ceil
from xml.etree.ElementTree import Element, SubElement

from ..sheet import LINE_MM
from .measure import find, has_class
from .picture_widths import ask_for

STRIP_AROUND_MM, STRIP_LINE_MM, STRIP_CHARACTERS = 15.5, 7.06, 36  # of a strip: around the quote, one line of it
STRIP_TALL = 1.45  # how much larger the quote is where there is room


@dataclass(frozen=True, eq=False)
class Offer:
    """A quote or a picture of a story; `place` is the group of pages the story stands in, None if it is only on the web."""

    place: int | None
    story: Element
    part: Element

    @property
    def quote(self) -> bool:
        return has_class(self.part, "pull")

    def distance(self, place: int) -> int:
        return 9 if self.place is None else min(9, abs(self.place - place))


@dataclass
class Filling:
    """What may be repeated in this paper, each once. `labels` are the words before a page number and for the web."""

    groups: list[list[Element]]
    online: list[Element] = field(default_factory=list)
    plates: list[Element] = field(default_factory=list)  # stories whose picture is fine enough for a page's width
    labels: tuple[str, str] = ("", "")
    width: float = 216.0  # of a page with its bleed, in mm
    used: list[Element] = field(default_factory=list)  # stories that something was taken from

    def __post_init__(self):
        places = [*((place, story) for place, stories in enumerate(self.groups) for story in stories)]
        places += [(None, story) for story in self.online]
        self.offers = [Offer(place, story, part) for place, story in places if (part := find(story, "pull")) is not None]
        self.offers += [
            Offer(place, story, part)
            for place, story in places
            if place is not None and story in self.plates and (part := find(story, "pic")) is not None
        ]

    def _take(self, offers: list[Offer], *, place: int) -> Offer | None:
        """The one farthest from where the reader meets it anyway; a story's other half only if there is nothing else."""
        if not offers:
            return None

        def rank(offer: Offer) -> tuple:
            return offer.distance(place) == 0, offer.story in self.used, not offer.quote, -offer.distance(place)

        chosen = min(offers, key=rank)
        self.offers.remove(chosen)
        self.used.append(chosen.story)
        return chosen

    def pages(self, count: int) -> dict[int, list[Element]]:
        """Up to `count` pages, by the place of the group they follow; spread over the paper."""
        found: dict[int, list[Element]] = {}
        for number in range(max(0, count) if self.groups else 0):
            place = (2 * number + 1) * len(self.groups) // (2 * count)
            offer = self._take([offer for offer in self.offers if offer.place is not None], place=place)
            if offer is not None:
                found.setdefault(place, []).append(self._quote_page(offer) if offer.quote else self._plate(offer))
        return found

    def strip(self, stories: list[Element], *, lines: float) -> Element | None:
        """A band at the foot of a page that has room for it: what someone says on another page, or on the web."""
        place = next((number for number, group in enumerate(self.groups) if stories[0] in group), 0)
        elsewhere = [offer for offer in self.offers if offer.quote and offer.story not in stories and strip_needs(offer) <= lines]
        offer = self._take(elsewhere, place=place)
        if offer is None:
            return None
        tall = " tall" if strip_needs(offer, size=STRIP_TALL) <= lines else ""
        band = Element("aside", {"class": f"strip {colour_of(offer.story)}{tall}", "style": f"--strip:{lines:.3f}"})
        self._say(SubElement(band, "blockquote"), offer)
        return band

    def _say(self, words: Element, offer: Offer) -> None:
        for part in offer.part:
            words.append(deepcopy(part))
        self._point(words, offer)

    def _point(self, parent: Element, offer: Offer) -> None:
        """Where the story stands."""
        page, web = self.labels
        if offer.place is None and web:
            SubElement(parent, "p", {"class": "who there"}).text = f"{offer.story.get('data-title') or ''} · {web}"
        elif offer.place is not None and page and offer.story.get("id"):
            line = SubElement(parent, "p", {"class": "who there"})
            line.text = f"{offer.story.get('data-title') or ''} · "
            SubElement(line, "a", {"class": "page-link", "href": f"#{offer.story.get('id')}"}).text = page

    def _quote_page(self, offer: Offer) -> Element:
        page = Element("section", {"class": f"filler quote-page {colour_of(offer.story)}"})
        length = len("".join(offer.part.itertext()))
        self._say(SubElement(page, "blockquote", {"class": "large" if length < 110 else "long"}), offer)
        return page

    def _plate(self, offer: Offer) -> Element:
        page = Element("section", {"class": f"filler plate {colour_of(offer.story)}"})
        figure = deepcopy(offer.part)
        figure.set("class", "plate-picture")
        ratio = figure.get("data-ratio") or 0.66
        figure.set("style", f"--ratio:{ratio}")
        ask_for(figure, width=self.width, height=self.width * float(ratio))
        if (caption := find(figure, "pic-caption")) is not None:
            credit = find(caption, "credit")
            if credit is not None:
                caption.remove(credit)
            self._point(caption, offer)
            caption.extend([credit] if credit is not None else [])
        page.append(figure)
        return page


def strip_needs(offer: Offer, *, size: float = 1.0) -> float:
    """Lines that a strip with this quote is high, as in paper.css; its distance to what is above it counts."""
    said = find(offer.part, "said")
    characters = len(" ".join("".join((said if said is not None else offer.part).itertext()).split()))
    return 1 + (STRIP_AROUND_MM + ceil(characters * size / STRIP_CHARACTERS) * STRIP_LINE_MM * size) / LINE_MM


def colour_of(story: Element) -> str:
    return next((part for part in (story.get("class") or "").split() if part.startswith("c-")), "c-petrol")
