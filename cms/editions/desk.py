"""The editors' desk: which edition is current, how far every article is in every language and medium, and what is missing.

Reads only. What an editor can do about it is in copying.py and wagtail_hooks.py.
"""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from cms.core.lamps import Lamp
from cms.core.medium import EDITORIAL_MEDIA, Medium
from cms.core.progress import Progress

from .models import ArticlePage, EditionPage
from .printing import failed_files, printed_at


@dataclass(frozen=True)
class Cell:
    lamp: Lamp
    language: str
    medium: str
    page_id: int | None


@dataclass(frozen=True)
class Row:
    article: ArticlePage
    cells: list[Cell]


@dataclass(frozen=True)
class Milestone:
    name: str
    date: datetime.date
    state: str  # done, now or next


def current_edition() -> EditionPage | None:
    """The newest edition in the source language, published or not: the one people are working on."""
    return (
        EditionPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        .order_by("-date", "-number")
        .select_related("cover_image", "locale")
        .first()
    )


def languages_of(edition: EditionPage) -> list[Locale]:
    """The source language and every language the edition has a place in, in the order of LANGUAGES."""
    order = [code for code, _name in settings.LANGUAGES]
    found = Locale.objects.filter(
        pk__in=Page.objects.filter(translation_key=edition.translation_key).values("locale_id"), language_code__in=order
    )
    return sorted(found, key=lambda locale: order.index(locale.language_code))


class Desk(Progress):
    """Everything the dashboard shows about one edition, in a fixed number of queries."""

    def __init__(self, edition: EditionPage):
        self.edition = edition

    @cached_property
    def articles(self) -> list[ArticlePage]:
        """Published and unpublished, in the paper's order."""
        return list(ArticlePage.objects.child_of(self.edition).select_related("section", "lead_image").order_by("path"))

    @cached_property
    def languages(self) -> list[Locale]:
        return languages_of(self.edition)

    @cached_property
    def keys(self) -> list:
        return [article.translation_key for article in self.articles] + [self.edition.translation_key]

    def lamp(self, page: Page, locale: Locale, medium: Medium) -> Lamp:
        text = self.text_lamp(page, locale)
        if medium is not Medium.PRINT or text is not Lamp.OK:
            return text
        printed = self.printed.get(locale.pk)
        if printed is None:
            return Lamp.NO if locale.pk in self.print_failed else Lamp.WORK
        here = self.pages.get((page.translation_key, locale.pk), page)
        return Lamp.OLD if here.last_published_at and here.last_published_at > printed else Lamp.OK

    @cached_property
    def editions(self) -> list[Page]:
        """The edition in every language it has a place in."""
        found = (self.pages.get((self.edition.translation_key, locale.pk)) for locale in self.languages)
        return [page for page in found if page]

    @cached_property
    def printed(self) -> dict:
        """Language → when the paper was last rendered; without a finished file the language is not in it."""
        moments = printed_at(self.editions)
        return {page.locale_id: moments[page.pk] for page in self.editions if page.pk in moments}

    @cached_property
    def print_failures(self) -> list:
        return failed_files(self.editions)

    @cached_property
    def print_failed(self) -> set:
        return {file.locale_id for file in self.print_failures}

    def rows(self) -> list[Row]:
        media = [(Medium(code), label) for code, label in EDITORIAL_MEDIA]
        rows = []
        for article in self.articles:
            cells = []
            for locale in self.languages:
                page = self.pages.get((article.translation_key, locale.pk))
                name = dict(settings.LANGUAGES)[locale.language_code]
                cells += [
                    Cell(self.lamp(article, locale, medium), name, label, page.pk if page else None) for medium, label in media
                ]
            rows.append(Row(article, cells))
        return rows

    def milestones(self, *, today: datetime.date) -> list[Milestone]:
        dates = [
            (_("Editorial deadline"), self.edition.editorial_deadline),
            (_("To the printer"), self.edition.print_date),
            (_("Publication"), self.edition.date),
        ]
        known = [(name, date) for name, date in dates if date]
        following = next((position for position, (_name, date) in enumerate(known) if date >= today), len(known))
        states = {following: "now"} | dict.fromkeys(range(following), "done")
        return [Milestone(name, date, states.get(at, "next")) for at, (name, date) in enumerate(known)]

    def next_milestone(self, *, today: datetime.date) -> tuple[Milestone, int] | None:
        """The next date that matters and the days until then; None when the edition is out."""
        upcoming = [milestone for milestone in self.milestones(today=today) if milestone.state == "now"]
        return (upcoming[0], (upcoming[0].date - today).days) if upcoming else None
