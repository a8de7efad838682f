"""What an edition still lacks before it can be printed, published and sent; each gap with the page that closes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from cms.core.images import print_size_cm
from cms.core.lamps import Lamp
from cms.core.translations import isolated

from .desk import Desk
from .models import ArticlePage

# A picture across two of the paper's six columns is this wide; smaller ones look soft in print.
LEAST_PRINT_CM = 8.5


@dataclass(frozen=True)
class Gap:
    """Something to do: what, why or how, where, and the word on the button."""

    lamp: Lamp
    text: str
    detail: str
    url: str
    action: str


def gaps(desk: Desk) -> list[Gap]:
    """The most urgent first: what blocks German, then what is outdated, then translations in progress."""
    found = [*edition_gaps(desk), *print_gaps(desk), *article_gaps(desk), *translation_gaps(desk)]
    order = [Lamp.NO, Lamp.OLD, Lamp.WORK]
    return sorted(found, key=lambda gap: order.index(gap.lamp))


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def print_url(page_id: int) -> str:
    return reverse("renditions:page", args=[page_id])


def edition_gaps(desk: Desk) -> Iterator[Gap]:
    edition, address = desk.edition, edit_url(desk.edition)
    if not desk.articles:
        add = reverse("wagtailadmin_pages:add", args=["editions", "articlepage", edition.pk])
        yield Gap(
            Lamp.NO, _("The edition has no articles"), _("It can be published once it has one."), add, _("Write an article")
        )
    elif not any(article.front == ArticlePage.Front.LEAD for article in desk.articles):
        listing = reverse("wagtailadmin_explore", args=[edition.pk])
        yield Gap(Lamp.WORK, _("No lead story chosen"), _("The first article opens page 1 until then."), listing, _("Choose"))
    wanted = [
        (edition.headline, _("The edition has no headline"), _("Say in one line what it is about.")),
        (edition.cover_image, _("The cover picture is missing"), _("Page 1, the web overview and the mail show it.")),
        (edition.letter, _("The letter to the readers is missing"), _("A few lines from the chair are enough.")),
        (len(edition.events), _("No dates entered"), _("The events column stays empty.")),
        (edition.print_date, _("No date for the printer"), _("The countdown needs it.")),
    ]
    for value, text, detail in wanted:
        if not value:
            yield Gap(Lamp.WORK if text == wanted[-1][1] else Lamp.NO, text, detail, address, _("Complete"))
    if edition.cover_image and not edition.cover_alt:
        yield Gap(Lamp.NO, _("The cover picture has no alternative text"), alt_reason(), address, _("Describe it"))


def alt_reason() -> str:
    return _("Some readers hear what the picture shows.")


def print_gaps(desk: Desk) -> Iterator[Gap]:
    without = [page for page in desk.editions if page.live and page.locale_id not in desk.printed.keys() | desk.print_failed]
    if without:
        names = ", ".join(isolated(dict(settings.LANGUAGES)[page.locale.language_code]) for page in without)
        text = _("%(language)s: no PDF of the paper yet") % {"language": names}
        yield Gap(Lamp.WORK, text, _("It is made after publishing; this takes a minute."), print_url(without[0].pk), _("Open"))
    for file in desk.print_failures:
        text = _("%(language)s: the paper could not be made") % {
            "language": isolated(dict(settings.LANGUAGES)[file.locale.language_code])
        }
        yield Gap(Lamp.NO, text, str(file.reason_text), print_url(file.page_id), _("Open"))


def article_gaps(desk: Desk) -> Iterator[Gap]:
    for article in desk.articles:
        address, name = edit_url(article), {"title": isolated(article.title)}
        if not article.live:
            yield Gap(Lamp.NO, _("“%(title)s” is still a draft") % name, draft_reason(article), address, _("Open"))
        elif article.has_unpublished_changes:
            yield Gap(
                Lamp.WORK, _("“%(title)s” has unpublished changes") % name, _("Readers see the older text."), address, _("Open")
            )
        if article.lead_image and not article.lead_alt:
            yield Gap(
                Lamp.NO, _("“%(title)s”: lead picture without alternative text") % name, alt_reason(), address, _("Describe it")
            )
        if article.lead_image and print_size_cm(article.lead_image.width, article.lead_image.height)[0] < LEAST_PRINT_CM:
            picture = reverse("wagtailimages:edit", args=[article.lead_image_id])
            yield Gap(
                Lamp.WORK,
                _("“%(title)s”: picture too small for paper") % name,
                article.lead_image.print_size,
                picture,
                _("Replace it"),
            )


def draft_reason(article: ArticlePage) -> str:
    if not len(article.body):
        return _("It has no text yet. Translations can begin when it is published.")
    return _("Translations can begin when it is published.")


def translation_gaps(desk: Desk) -> Iterator[Gap]:
    for locale in desk.languages:
        if locale.pk == desk.edition.locale_id:
            continue
        language = dict(settings.LANGUAGES)[locale.language_code]
        for page in [desk.edition, *desk.articles]:
            translated = desk.pages.get((page.translation_key, locale.pk))
            if translated is None or translated.alias_of_id:
                continue
            words = {"language": isolated(language), "title": isolated(page.title)}
            if desk.is_outdated(page, locale):
                source = desk.sources.get(page.translation_key)
                sync = reverse("wagtail_localize:update_translations", args=[source.pk]) if source else edit_url(translated)
                text = _("%(language)s: “%(title)s” is older than the original") % words
                yield Gap(Lamp.OLD, text, _("Take over the changes, then translate what is new."), sync, _("Take over"))
            elif missing := desk.missing(page, locale):
                detail = ngettext("%(count)s text is missing.", "%(count)s texts are missing.", missing) % {"count": missing}
                text = _("%(language)s: “%(title)s” is not translated completely") % words
                yield Gap(Lamp.OLD if translated.live else Lamp.WORK, text, detail, edit_url(translated), _("Translate"))
            elif not translated.live:
                text = _("%(language)s: “%(title)s” is translated but not published") % words
                yield Gap(Lamp.WORK, text, _("Check it and publish."), edit_url(translated), _("Open"))
