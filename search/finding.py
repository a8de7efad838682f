"""Full text over pages in one language and over the documents of the library, forgiving about umlauts.

What a query becomes for the database: cms/core/full_text.py.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import Case, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Locale, Page, Site

from cms.core.folding import fold
from cms.core.full_text import MOST_WORDS, WORDS, any_spelling, words_of
from cms.directory.library.finding import Found, Question, public_documents, shown, with_versions
from cms.directory.library.views import library_page
from cms.editions.models import ArticlePage

VOCABULARY_PAGES = 10_000
FIRST_DOCUMENTS = 3


def searchable_pages(request: HttpRequest) -> QuerySet:
    """What the reader may see in the current language on this site."""
    site = Site.find_for_request(request)
    locale = Locale.objects.filter(language_code=translation.get_language()).first()
    home = site and locale and site.root_page.get_translation_or_none(locale)
    if not home:
        return Page.objects.none()
    pages = Page.objects.descendant_of(home, inclusive=True).live().public().filter(locale=locale)
    # Aliases show another language's text. As a list, because the search index knows no field for them.
    stand_ins = list(Page.objects.filter(locale=locale, alias_of__isnull=False).values_list("pk", flat=True))
    return pages.exclude(pk__in=stand_ins) if stand_ins else pages


def find_pages(query: str, *, request: HttpRequest):
    """Pages with all words of `query` in any of their spellings: hits in the title first, then the newest."""
    words = words_of(query)[:MOST_WORDS]
    if not words:
        return Page.objects.none()
    pages = searchable_pages(request)
    in_title = Q()
    for word in words:
        in_title &= Q(title__icontains=word)
    ordered = pages.order_by(Case(When(in_title, then=Value(0)), default=Value(1)).asc(), "-first_published_at", "id")
    return ordered.autocomplete(any_spelling(words), order_by_relevance=False)


@dataclass
class FoundDocuments:
    """The first documents of the library that hold the words, how many there are, and where all of them are listed."""

    first: list[Found]
    count: int
    url: str


def find_documents(query: str, *, request: HttpRequest) -> FoundDocuments | None:
    """None where this site has no library in the reader's language."""
    question, page = Question.of({"q": query}), library_page(request)
    if page is None or not question.words:
        return None
    documents = public_documents(question)
    first = shown(with_versions(documents)[:FIRST_DOCUMENTS], question=question)
    url = page.get_url(request) + question.address()
    return FoundDocuments(first, documents.count() if len(first) == FIRST_DOCUMENTS else len(first), url)


def suggest(query: str, *, request: HttpRequest) -> str:
    """`query` with each unknown word replaced by the nearest known one, or "" if nothing is near."""
    vocabulary = known_words(request)
    better = []
    for word in words_of(query)[:MOST_WORDS]:
        folded = fold(word)
        near = [folded] if folded in vocabulary else get_close_matches(folded, vocabulary, n=1, cutoff=0.75)
        better.append(vocabulary[near[0]] if near else word)
    suggestion = " ".join(better)
    return suggestion if suggestion.lower() != query.lower() and suggestion else ""


def known_words(request: HttpRequest) -> dict[str, str]:
    """Words of titles and standfirsts by their folded form."""
    pages = searchable_pages(request)
    texts = list(pages.values_list("title", flat=True)[:VOCABULARY_PAGES])
    texts += ArticlePage.objects.filter(pk__in=pages.values("pk")).values_list("standfirst", flat=True)[:VOCABULARY_PAGES]
    vocabulary: dict[str, str] = {}
    for text in texts:
        for word in WORDS.findall(text):
            if len(word) > 2:
                vocabulary.setdefault(fold(word), word)
    return vocabulary
