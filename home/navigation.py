"""What stands around every page: languages, menu, footer, the current edition. Four queries, whatever the page.

Languages are offered only where something readable exists: never a German text behind an Arabic link.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import NoReverseMatch, translate_url
from django.utils import translation
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from cms.core.context import html_lang
from cms.editions.models import EditionPage, PublicationPage

STEP = Page.steplen


@dataclass(frozen=True)
class Language:
    """One entry of the language switcher; `name` is in the language's own script."""

    code: str
    name: str
    url: str
    current: bool
    exact: bool  # leads to this very page, not to the home page of that language

    @property
    def lang(self) -> str:
        return html_lang(self.code)

    @property
    def dir(self) -> str:
        return "rtl" if translation.get_language_info(self.code)["bidi"] else "ltr"


@dataclass
class MenuItem:
    page: Page
    url: str
    current: bool
    children: list["MenuItem"] = field(default_factory=list)


def published_here(pages):
    """Live pages with a text of their own: wagtail-localize fills gaps in a tree with aliases in the source language."""
    return pages.filter(live=True, alias_of__isnull=True)


def home_pages(request: HttpRequest | None, *, site: Site) -> dict[str, Page]:
    """The home page of each language that has one, by language code; asked once per request."""
    cached = getattr(request, "_home_pages", None)
    if cached is None:
        pages = published_here(Page.objects.filter(translation_key=site.root_page.translation_key)).select_related("locale")
        cached = {page.locale.language_code: page for page in pages}
        if request is not None:
            request._home_pages = cached
    return cached


class Frame:
    """Navigation for one request or, without a request, for one page."""

    def __init__(self, request: HttpRequest | None, *, page: Page | None = None, shown: EditionPage | None = None):
        """`shown`: the edition the page is about, which saves asking for its paper again."""
        self.request = request
        self.shown = shown
        self.page = page if page is not None and page.pk else None
        self.site = Site.find_for_request(request) if request is not None else (page.get_site() if page else None)
        self.code = page.locale.language_code if page else translation.get_language()

    @cached_property
    def homes(self) -> dict[str, Page]:
        return home_pages(self.request, site=self.site) if self.site else {}

    @cached_property
    def home(self) -> Page | None:
        return self.homes.get(self.code)

    @property
    def home_url(self) -> str:
        return self.home.get_url(self.request) if self.home else "/"

    @cached_property
    def languages(self) -> list[Language]:
        """In the order of LANGUAGES: this page where it is published, else the home page of that language."""
        exact = {}
        if self.page and self.page == self.home:
            exact = self.homes
        elif self.page:
            pages = published_here(Page.objects.filter(translation_key=self.page.translation_key)).select_related("locale")
            exact = {page.locale.language_code: page for page in pages}
        found = []
        for code, name in settings.LANGUAGES:
            url = exact[code].get_url(self.request) if code in exact else self._other_url(code)
            if url:
                found.append(Language(code, name, url, current=code == self.code, exact=code in exact))
        return found

    @property
    def current_language(self) -> Language | None:
        return next((language for language in self.languages if language.current), None)

    @property
    def translations(self) -> list[Language]:
        """Only the languages this very page is published in."""
        return [language for language in self.languages if language.exact]

    def _other_url(self, code: str) -> str:
        if code not in self.homes:
            return ""
        match = getattr(self.request, "resolver_match", None)
        if not self.page and match and match.url_name:
            try:
                return translate_url(self.request.get_full_path(), code)
            except NoReverseMatch:
                pass
        return self.homes[code].get_url(self.request)

    @cached_property
    def _listed(self) -> list[Page]:
        """Pages for menu and footer in one query, in the order of the tree."""
        if not self.home:
            return []
        pages = published_here(Page.objects.filter(path__startswith=self.home.path, depth__gt=self.home.depth))
        wanted = Q(show_in_menus=True) | Q(standardpage__in_footer=True)
        return list(pages.filter(wanted).annotate(in_footer=F("standardpage__in_footer")).order_by("path"))

    @cached_property
    def menu(self) -> list[MenuItem]:
        top: dict[str, MenuItem] = {}
        for page in self._listed:
            if not page.show_in_menus:
                continue
            here = bool(self.page and self.page.path.startswith(page.path))
            item = MenuItem(page=page, url=page.get_url(self.request), current=here)
            parent = top.get(page.path[:-STEP])
            if parent:
                parent.children.append(item)
            elif page.depth == self.home.depth + 1:
                top[page.path] = item
        return list(top.values())

    @cached_property
    def footer(self) -> list[MenuItem]:
        return [
            MenuItem(page=page, url=page.get_url(self.request), current=page == self.page)
            for page in self._listed
            if page.in_footer
        ]

    @cached_property
    def edition(self) -> EditionPage | None:
        """The current edition in this language."""
        if not self.home:
            return None
        if self.shown and self.page == self.home:
            return self.shown  # the home page has already looked for it
        found = published_here(EditionPage.objects.filter(path__startswith=self.home.path)).order_by("-date", "-number")
        edition = found.select_related("locale").first()
        if edition is not None:
            edition.publication = self.publication_of(edition)
        return edition

    def publication_of(self, edition: EditionPage) -> PublicationPage:
        for known in (self.page, getattr(self.shown, "publication", None)):
            if known and known.path == edition.path[:-STEP]:
                return known
        return edition.publication

    @property
    def publication(self) -> PublicationPage | None:
        return self.edition.publication if self.edition else None
