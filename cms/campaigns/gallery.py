"""The gallery of a campaign on the web: a page of faces at a time, filtered, in a handful of queries however many there are."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from .models.releases import ReleaseMedium
from .models.testimonial import TestimonialPage, shown_in

PER_PAGE = 25  # one large tile and 24 of the usual size: whole rows on every screen
BETWEEN_LANGUAGES = re.compile(r"\s*[,;،/]\s*|\s+(?:und|and|ve|و|і|та)\s+")
MOST_OPTIONS = 40


@dataclass(frozen=True)
class Face:
    """What the filters look at, of somebody in the gallery."""

    pk: int
    district: str
    language: tuple[str, ...]
    topic: str

    def has(self, name: str, value: str) -> bool:
        own = getattr(self, name)
        return value in own if isinstance(own, tuple) else value == own


@dataclass
class Filter:
    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str = ""


@dataclass
class Gallery:
    """One page of faces. `link` is an address without the number of the page."""

    people: list[TestimonialPage]
    page: Page
    total: int
    filters: list[Filter] = field(default_factory=list)
    link: str = "?"

    @property
    def is_filtered(self) -> bool:
        return any(one.chosen for one in self.filters)

    @property
    def is_start(self) -> bool:
        return self.page.number == 1 and not self.is_filtered

    @property
    def cut_outs(self) -> list[TestimonialPage]:
        """For the head of the first page."""
        return [person for person in self.people if person.figure][:3] if self.is_start else []


def gallery_of(campaign, query) -> Gallery:
    """What the address asks for (`query`: a QueryDict). Unknown values choose nothing, unknown pages are the nearest."""
    faces = all_faces(campaign)
    filters = filters_of(faces, query)
    chosen = [one for one in filters if one.chosen]
    wanted = [face.pk for face in faces if all(face.has(one.name, one.chosen) for one in chosen)]
    page = Paginator(wanted, PER_PAGE).get_page(query.get("page"))
    link = "?" + "".join(f"{urlencode({one.name: one.chosen})}&" for one in chosen)
    return Gallery(people_by_pk(campaign, list(page.object_list)), page, len(wanted), filters, link)


def all_faces(campaign) -> list[Face]:
    found = shown_in(ReleaseMedium.WEB).child_of(campaign).order_by("path")
    rows = found.values_list("pk", "district", "languages", "topic")
    return [Face(pk, district.strip(), tuple(languages_in(languages)), topic) for pk, district, languages, topic in rows]


def languages_in(text: str) -> list[str]:
    """“Arabisch, Deutsch und Englisch” → each of them."""
    words = [word.strip() for word in BETWEEN_LANGUAGES.split(text) if word.strip()]
    return [word[:1].upper() + word[1:] for word in words]


def filters_of(faces: list[Face], query) -> list[Filter]:
    """Only what tells people apart: a filter with one value is none."""
    topics = dict(TestimonialPage.Topic.choices)
    values = {
        "district": sorted({face.district for face in faces if face.district}),
        "language": sorted({word for face in faces for word in face.language}),
        "topic": [value for value in topics if any(face.topic == value for face in faces)],
    }
    labels = {"district": _("District"), "language": _("Language"), "topic": _("Topic")}
    found = []
    for name, options in values.items():
        if len(options) > 1:
            shown = [(value, str(topics.get(value, value)) if name == "topic" else value) for value in options[:MOST_OPTIONS]]
            chosen = query.get(name, "")
            found.append(Filter(name, labels[name], shown, chosen if chosen in options else ""))
    return found


def people_by_pk(campaign, keys: list[int]) -> list[TestimonialPage]:
    """In the order of `keys`, with their pictures."""
    found = TestimonialPage.objects.filter(pk__in=keys).select_related("portrait", "figure", "locale")
    people = {person.pk: person for person in found.prefetch_related("portrait__renditions", "figure__renditions")}
    for person in people.values():
        person.campaign = campaign
    return [people[key] for key in keys if key in people]
