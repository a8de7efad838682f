"""Finding contact points: “I look for …” × language × district × words.

Two light queries, whatever is asked; then one page of entries.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.utils import translation

from cms.core.folding import fold

from . import spoken
from .models import Organisation, Person
from .models.entries import Entry, Visibility
from .models.needs import need_names

PER_PAGE = 24
MOST_WORDS = 80  # characters of what people type


@dataclass(frozen=True)
class Wish:
    """What somebody looks for; what is empty does not matter."""

    need: str = ""
    language: str = ""
    district: str = ""
    words: str = ""

    @classmethod
    def of(cls, query) -> "Wish":
        """From the query of a request; nothing in it can go wrong."""
        words = " ".join(query.get("q", "")[:MOST_WORDS].replace("\0", "").split())
        return cls(
            need=query.get("need", "")[:40],
            language=query.get("language", "")[:8],
            district=query.get("district", "")[:80],
            words=words,
        )

    def __bool__(self) -> bool:
        return bool(self.need or self.language or self.district or self.words)

    @property
    def query(self) -> str:
        """As it stands in an address, without the page."""
        pairs = {"need": self.need, "language": self.language, "district": self.district, "q": self.words}
        return urlencode({name: value for name, value in pairs.items() if value})


@dataclass(frozen=True)
class Row:
    """One entry before it is loaded, in the language it will be shown in."""

    kind: type[Entry]
    pk: int
    key: str
    name: str
    helps_with: str
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    district: str

    def fits(self, wish: Wish, *, need_words: dict[str, str]) -> bool:
        if wish.need and wish.need not in self.needs:
            return False
        if wish.language and wish.language not in self.languages:
            return False
        if wish.district and wish.district != self.district:
            return False
        if not wish.words:
            return True
        named = " ".join(need_words.get(need, "") for need in self.needs)
        text = fold(f"{self.name} {self.helps_with} {named} {self.district} {' '.join(spoken.names(self.languages))}")
        return all(word in text for word in fold(wish.words).split())


@dataclass
class Directory:
    """All entries of the directory in the active language. `internal`: those of the office as well."""

    internal: bool = False
    rows: list[Row] = field(default_factory=list)
    needs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.needs = need_names()
        for kind in (Organisation, Person):
            self.rows += light_rows(kind, internal=self.internal)
        self.rows.sort(key=lambda row: (fold(row.name), row.pk))

    def find(self, wish: Wish) -> list[Row]:
        return [row for row in self.rows if row.fits(wish, need_words=self.needs)]

    def page(self, wish: Wish, *, number: str | int = 1):
        """A page of Django's paginator whose objects are the entries themselves."""
        page = Paginator(self.find(wish), PER_PAGE).get_page(number)
        page.object_list = load(page.object_list)
        return page

    @property
    def need_choices(self) -> list[tuple[str, str]]:
        """Only what somebody here helps with."""
        there = {need for row in self.rows for need in row.needs}
        return [(key, name) for key, name in self.needs.items() if key in there]

    @property
    def language_choices(self) -> list[tuple[str, str]]:
        there = {code for row in self.rows for code in row.languages}
        return [(code, name) for code, name in spoken.choices() if code in there]

    @property
    def districts(self) -> list[str]:
        return sorted({row.district for row in self.rows if row.district}, key=fold)

    def by_need(self) -> list[tuple[str, list[Entry]]]:
        """(need, entries): each entry once, under the first of its needs in the office's order."""
        order = list(self.needs)
        groups: dict[str, list[Entry]] = {}
        for row, entry in zip(self.rows, load(self.rows), strict=True):
            mine = [need for need in order if need in row.needs]
            if mine:
                groups.setdefault(mine[0], []).append(entry)
        return [(self.needs[need], groups[need]) for need in order if need in groups]


def light_rows(kind: type[Entry], *, internal: bool = False) -> list[Row]:
    """Entries in the active language where they are translated, else in the source language."""
    code = translation.get_language() or settings.LANGUAGE_CODE
    rows = kind.objects.filter(locale__language_code__in=(settings.LANGUAGE_CODE, code))
    if not internal:
        rows = rows.filter(visibility=Visibility.PUBLIC).exclude(needs="")
    names = ("pk", "translation_key", "name", "helps_with", "needs", "languages", "district", "locale__language_code")
    found: dict[str, Row] = {}
    for pk, key, name, helps_with, needs, languages, district, language in rows.order_by("pk").values_list(*names):
        if key not in found or language == code:
            found[key] = Row(kind, pk, key, name, helps_with, needs, languages, district)
    return list(found.values())


def load(rows: list[Row]) -> list[Entry]:
    """The entries themselves, in the order of the rows: one query for each kind."""
    found = {}
    for kind in (Organisation, Person):
        keys = [row.pk for row in rows if row.kind is kind]
        if keys:
            entries = kind.objects.filter(pk__in=keys).select_related("locale")
            if kind is Person:
                entries = entries.select_related("organisation", "portrait").prefetch_related("portrait__renditions")
            found |= {(kind, entry.pk): entry for entry in entries}
    return [found[row.kind, row.pk] for row in rows if (row.kind, row.pk) in found]
