"""Finding documents: what a reader asks for in an address, the documents that fit, and the passage that says so.

The same question serves the library's page, its feed and the search of the site. Only what is public is ever looked at.
"""

import re
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail.search.backends import get_search_backend

from cms.core.folding import fold
from cms.core.full_text import MOST_WORDS, any_spelling, spellings, words_of
from cms.core.passages import excerpt, mark

from ..models.documents import PAGE_BREAK, DocumentTopic, DocumentVersion, LibraryDocument, name_bodies
from ..models.entries import here_all
from ..models.mandates import Committee
from .wording import FLAGS, Kind

LONGEST_QUERY = 200
WINDOW = 600  # characters around the first match that are looked at closely


@dataclass(frozen=True)
class Question:
    """What the reader wants to see; what an address cannot mean is left out of it."""

    q: str = ""
    kind: str = ""
    body: str = ""  # translation key of a committee, or the name of another body
    year: int | None = None
    topic: str = ""  # translation key: the same in every language
    flag: str = ""
    language: str = ""

    @classmethod
    def of(cls, data) -> "Question":
        """From a query string, whatever it holds."""
        text = {name: " ".join(data.get(name, "").replace("\x00", " ").split()) for name in ("q", "body", "topic", "year")}
        year = int(text["year"]) if re.fullmatch(r"[12]\d{3}", text["year"], re.ASCII) else None
        topic = text["topic"] if is_key(text["topic"]) else ""
        kind, flag, language = (data.get(name, "") for name in ("kind", "flag", "language"))
        return cls(
            q=text["q"][:LONGEST_QUERY],
            kind=kind if kind in Kind.values else "",
            body=text["body"][:120],
            year=year,
            topic=topic,
            flag=flag if flag in FLAGS else "",
            language=language if language in dict(settings.LANGUAGES) else "",
        )

    @property
    def words(self) -> list[str]:
        return words_of(self.q)[:MOST_WORDS]

    def values(self) -> dict[str, str]:
        """Only what is asked for, as it stands in an address."""
        named = {name: getattr(self, name) for name in ("q", "kind", "body", "year", "topic", "flag", "language")}
        return {name: str(value) for name, value in named.items() if value}

    def address(self, *, without: str = "") -> str:
        """The query string, with its question mark; "?" alone if nothing is asked."""
        return "?" + urlencode({name: value for name, value in self.values().items() if name != without})


def public_documents(question: Question) -> QuerySet:
    """The documents that fit: those with the words in their title first, then the newest."""
    found = LibraryDocument.objects.public()
    body = "committee__translation_key" if is_key(question.body) else "body"
    plain = {"kind": question.kind, body: question.body, "date__year": question.year}
    found = found.filter(**{name: value for name, value in plain.items() if value})
    if question.topic:
        found = found.filter(Exists(DocumentTopic.documents.through.objects.filter(
            librarydocument_id=OuterRef("pk"), documenttopic__translation_key=question.topic
        )))  # fmt: skip
    if question.flag:
        found = found.filter(**{f"for_{question.flag}": True})
    versions = DocumentVersion.objects.filter(document_id=OuterRef("pk"))
    if question.language:
        found = found.filter(Exists(versions.filter(language=question.language)))
    if not question.q:
        return found.order_by("-date", "-pk")
    if not question.words:
        return found.none()
    in_title = Q()
    for word in question.words:
        in_title &= Q(title__icontains=word) | Q(number__icontains=word)
    found = found.filter(pk__in=matching(question.words).values("document_id"))
    return found.order_by(Case(When(in_title, then=Value(0)), default=Value(1)), "-date", "-pk")


def matching(words: list[str]) -> QuerySet:
    """Language versions that hold all the words, in the title, the number or anywhere in the PDF."""
    backend = get_search_backend()
    return backend.autocomplete(any_spelling(words), DocumentVersion.objects.all(), order_by_relevance=False).get_queryset()


@dataclass
class Found:
    """One document in a list: the version to show, its files, and the passage that fits the reader's words."""

    document: LibraryDocument
    words: list[str]
    hit: DocumentVersion | None = None  # the version that holds the words
    topics: list[str] = field(default_factory=list)

    @cached_property
    def version(self) -> DocumentVersion | None:
        return self.hit or self.document.version()

    @property
    def plain_title(self) -> str:
        return self.version.title if self.version and self.version.title else self.document.title

    @property
    def title(self) -> SafeString:
        return mark(self.plain_title, words=self.marked)

    @property
    def marked(self) -> list[str]:
        """The reader's words in every spelling that was searched for, folded as mark() wants them."""
        return list(dict.fromkeys(fold(other) for word in self.words for other in spellings(word)))

    @cached_property
    def place(self) -> tuple[int, str]:
        return passage(self.hit.text, words=self.words) if self.hit else (0, "")

    @property
    def page_number(self) -> int:
        """Where in the PDF the passage stands; 0 if it stands in the title only."""
        return self.place[0]

    @property
    def snippet(self) -> SafeString:
        return mark(excerpt(self.place[1] or self.document.about.text, words=self.marked), words=self.marked)


def shown(documents, *, question: Question) -> list[Found]:
    """Documents of one page of the list, with what it says of them, in a few queries. Texts are read for hits only."""
    documents = list(documents)
    name_bodies(documents)
    found = [Found(document, question.words) for document in documents]
    for item, names in zip(found, topics_of(documents), strict=True):
        item.topics = names
    if question.words:
        hits = DocumentVersion.objects.filter(pk__in=matching(question.words).values("pk"), document__in=documents)
        wanted = [question.language, translation.get_language(), settings.LANGUAGE_CODE]
        best: dict[int, DocumentVersion] = {}
        for version in sorted(hits, key=lambda hit: wanted.index(hit.language) if hit.language in wanted else len(wanted)):
            best.setdefault(version.document_id, version)
        for item in found:
            item.hit = best.get(item.document.pk)
    elif question.language:
        for item in found:
            item.__dict__["version"] = item.document.version(question.language)
    return found


def with_versions(documents: QuerySet) -> QuerySet:
    """The texts stay where they are: one of them can be as long as a book."""
    versions = DocumentVersion.objects.defer("text", "facts").order_by("sort_order", "pk")
    documents = documents.select_related("committee__locale")
    return documents.prefetch_related(Prefetch("versions", queryset=versions), "topics", "summaries")


def topics_of(documents: list[LibraryDocument]) -> list[list[str]]:
    """The names of the topics of each document, in the reader's language."""
    names = dict(topic_choices())
    return [[names.get(str(topic.translation_key), topic.name) for topic in document.topics.all()] for document in documents]


def topic_choices() -> list[tuple[str, str]]:
    """(key, name in the active language or else in the site's), by name."""
    code, names = translation.get_language(), {}
    topics = DocumentTopic.objects.filter(locale__language_code__in=(code, settings.LANGUAGE_CODE))
    for key, language, name in topics.values_list("translation_key", "locale__language_code", "name"):
        if language == code or str(key) not in names:
            names[str(key)] = name
    return sorted(names.items(), key=lambda item: fold(item[1]))


def passage(text: str, *, words: list[str]) -> tuple[int, str]:
    """(page, text around the first match) on the page that holds most of the words; (0, "") if none does."""
    patterns = [re.compile(r"\b(?:" + "|".join(map(re.escape, spellings(word))) + ")", re.IGNORECASE) for word in words]
    best, place = 0, (0, "")
    for number, page in enumerate(text.split(PAGE_BREAK), start=1):
        starts = [match.start() for pattern in patterns if (match := pattern.search(page))]
        if len(starts) > best:
            at = max(0, min(starts) - WINDOW // 4)
            at = page.find(" ", at) + 1 if at else 0
            best, place = len(starts), (number, page[at : at + WINDOW])
    return place


def choices() -> dict[str, list[tuple[str, str]]]:
    """What the filters offer: only what there is."""
    public = LibraryDocument.objects.public().order_by()
    kinds = set(public.values_list("kind", flat=True).distinct())
    years = [(str(day.year), str(day.year)) for day in public.dates("date", "year", order="DESC")]
    spoken = set(DocumentVersion.objects.filter(document__in=public).order_by().values_list("language", flat=True).distinct())
    used = DocumentTopic.documents.through.objects.filter(librarydocument__in=public)
    keys = {str(key) for key in used.values_list("documenttopic__translation_key", flat=True).distinct()}
    return {
        "kind": [(value, label) for value, label in Kind.choices if value in kinds],
        "body": body_choices(public),
        "year": years,
        "topic": [(key, name) for key, name in topic_choices() if key in keys],
        "flag": list(FLAGS.items()),
        "language": [(code, name) for code, name in settings.LANGUAGES if code in spoken],
    }


def is_key(text: str) -> bool:
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


def body_choices(public: QuerySet) -> list[tuple[str, str]]:
    """Bodies that were typed, by name; then committees in the reader's language, in their order."""
    typed = sorted(body for body in public.values_list("body", flat=True).distinct() if body)
    committees = here_all(list(Committee.objects.filter(documents__in=public).distinct().select_related("locale")))
    return [(body, body) for body in typed] + [(str(found.translation_key), found.name) for found in committees]
