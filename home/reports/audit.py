"""The publication audit: for every page and every language, what readers get and what is still missing.

One line is one page in one language. Counted for the pages of one screen at a time, in a fixed number of queries.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from cms.core.lamps import Lamp
from cms.core.progress import Progress
from cms.renditions.models import PrintFile
from cms.renditions.preflight.findings import Finding, Severity
from cms.renditions.preflight.sentences import GROUP_OF
from cms.renditions.printing import readers_files

from .readability import Readability, readability
from .texts import pictures_without_text, text_of


@dataclass(frozen=True)
class Mark:
    """One cell: a lamp, what it says in words, and where it is mended."""

    lamp: Lamp
    says: str = ""
    url: str = ""


@dataclass
class Line:
    page: Page  # in the site's own language
    locale: Locale
    here: Page | None  # in this language
    translated: Mark
    readability: Mark
    pictures: Mark
    pdf: Mark
    contrast: Mark

    @property
    def language(self) -> str:
        return dict(settings.LANGUAGES).get(self.locale.language_code, self.locale.language_code)

    @property
    def is_missing(self) -> bool:
        return self.here is None

    @property
    def needs_work(self) -> bool:
        return any(mark.lamp in (Lamp.NO, Lamp.OLD) for mark in self.cells)

    @property
    def cells(self) -> list[Mark]:
        return [self.translated, self.readability, self.pictures, self.pdf, self.contrast]

    # for the export
    @property
    def title(self) -> str:
        return (self.here or self.page).title

    @property
    def kind(self) -> str:
        return str(self.page.specific_class._meta.verbose_name if self.page.specific_class else "")

    @property
    def address(self) -> str:
        return (self.here.full_url or "") if self.here else ""


def pages_to_look_at() -> PageQuerySet:
    """Published pages in the site's own language, in the order of the tree."""
    own = Page.objects.filter(depth__gt=1, live=True, alias_of__isnull=True, locale__language_code=settings.LANGUAGE_CODE)
    return own.select_related("locale", "content_type").order_by("path")


def site_languages() -> list[Locale]:
    """Those in which the site has a home page at all, in the order of LANGUAGES."""
    order = [code for code, _name in settings.LANGUAGES]
    homes = Page.objects.filter(depth=2, alias_of__isnull=True).values("locale_id")
    return sorted(Locale.objects.filter(pk__in=homes, language_code__in=order), key=lambda one: order.index(one.language_code))


def lines_for(pages: list[Page], *, languages: list[Locale]) -> list[Line]:
    progress = Progress(keys=[page.translation_key for page in pages], languages=languages)
    wanted = {(page.translation_key, locale.pk) for page in pages for locale in languages}
    pks = [page.pk for key, page in progress.pages.items() if key in wanted and not page.alias_of_id]
    specific = {page.pk: page for page in Page.objects.filter(pk__in=pks).select_related("locale").specific()}
    files = readers_files(specific.values())
    lines = []
    for page in pages:
        for locale in languages:
            found = progress.pages.get((page.translation_key, locale.pk))
            here = specific.get(found.pk) if found and found.live else None
            lines.append(line_for(page, locale=locale, here=here, draft=found, progress=progress, files=files))
    return lines


def line_for(page: Page, *, locale: Locale, here: Page | None, draft: Page | None, progress: Progress, files: dict) -> Line:
    translated = translation_mark(page, locale=locale, here=here, draft=draft, progress=progress)
    nothing = Mark(Lamp.NA)
    if here is None:
        return Line(page, locale, None, translated, nothing, nothing, nothing, nothing)
    edit = reverse("wagtailadmin_pages:edit", args=[here.pk])
    text, file = readability(text_of(here), language=locale.language_code), files.get(here.pk)
    return Line(
        page,
        locale,
        here,
        translated,
        Mark(text.lamp, words_about(text), edit),
        pictures_mark(pictures_without_text(here), url=edit),
        pdf_mark(here, file),
        contrast_mark(file),
    )


def translation_mark(page: Page, *, locale: Locale, here: Page | None, draft: Page | None, progress: Progress) -> Mark:
    if locale.pk == page.locale_id:
        return Mark(Lamp.OK, _("original"))
    if draft is None or draft.alias_of_id:
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        return Mark(Lamp.NO, _("not translated"), url)
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    percent = progress.percent(page, locale)
    if here is None:
        return Mark(Lamp.WORK, _("draft") if percent is None else _("draft, %(percent)s %%") % {"percent": percent}, edit)
    if progress.missing(page, locale):
        return Mark(Lamp.OLD, _("%(percent)s %%") % {"percent": percent}, edit)
    if progress.is_outdated(page, locale):
        return Mark(Lamp.OLD, _("outdated: the original was changed later"), edit)
    return Mark(Lamp.OK, _("written in this language") if percent is None else _("%(percent)s %%") % {"percent": percent}, edit)


def words_about(found: Readability) -> str:
    if found.lamp is Lamp.NA:
        return _("too short to say")
    values = {"ease": found.ease, "mean": round(found.per_sentence), "longest": found.longest}
    if found.ease is not None:
        return _("Flesch %(ease)s of 100, %(mean)s words a sentence") % values
    return _("%(mean)s words a sentence, the longest %(longest)s") % values


def pictures_mark(missing: int, *, url: str) -> Mark:
    if not missing:
        return Mark(Lamp.OK)
    text = ngettext("%(count)s picture without text", "%(count)s pictures without text", missing)
    return Mark(Lamp.NO, text % {"count": missing}, url)


def findings_of(file: PrintFile) -> list[Finding]:
    return [Finding.of(item) for item in file.findings]


def pdf_mark(page: Page, file: PrintFile | None) -> Mark:
    """Made, not older than the text, and passed by the checks for readers' PDFs."""
    if not getattr(page, "products", list)():
        return Mark(Lamp.NA, _("is not printed"))
    url = reverse("renditions:page", args=[page.pk])
    if file is None:
        wanted = page in page.printed_on_publish()
        return Mark(Lamp.NO if wanted else Lamp.NA, _("no PDF yet"), url)
    failed = [one for one in findings_of(file) if GROUP_OF.get(one.code) == "accessibility" and one.severity == Severity.ERROR]
    if failed:
        text = ngettext("%(count)s error of accessibility", "%(count)s errors of accessibility", len(failed))
        return Mark(Lamp.NO, text % {"count": len(failed)}, url)
    if page.last_published_at and file.finished_at and file.finished_at < page.last_published_at:
        return Mark(Lamp.OLD, _("older than the text"), url)
    return Mark(Lamp.OK, _("made and passed"), url)


def contrast_mark(file: PrintFile | None) -> Mark:
    """The web's colours are kept readable by themselves (cms/core/colours.py); a PDF is measured."""
    weak = [one for one in findings_of(file) if one.code.startswith("contrast")] if file else []
    if not weak:
        return Mark(Lamp.OK)
    text = ngettext("%(count)s weak place in the PDF", "%(count)s weak places in the PDF", len(weak))
    return Mark(Lamp.OLD, text % {"count": len(weak)}, reverse("renditions:page", args=[file.page_id]))
