"""A new edition like the last one: the same sections and places, none of the texts."""

import datetime
import re

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from .models import ArticlePage, EditionPage, PublicationPage

# Content language, not interface language: what papers here print below their name.
SEASONS = {12: "Winter", 1: "Winter", 2: "Winter", 3: "Frühjahr", 4: "Frühjahr", 5: "Frühjahr"} | {
    **dict.fromkeys((6, 7, 8), "Sommer"),
    **dict.fromkeys((9, 10, 11), "Herbst"),
}
# Kept from the last edition: people and standing text. Everything else is news and starts empty.
KEPT = ("letter_name", "letter_role", "letter_image", "legal_note")


class NumberTaken(Exception):
    """The paper already has an edition with this number; the message is for editors."""


def season_of(date: datetime.date) -> str:
    """“Herbst 2026”. A winter that begins in December carries the new year's number with the old one's."""
    if date.month == 12:
        return f"Winter {date.year}/{(date.year + 1) % 100:02d}"
    return f"{SEASONS[date.month]} {date.year}"


def next_date(edition: EditionPage) -> datetime.date:
    """The last date plus the paper's rhythm; the day is kept where the month has it."""
    months = max(1, round(12 / max(1, edition.publication.editions_per_year)))
    year, month = divmod(edition.date.year * 12 + edition.date.month - 1 + months, 12)
    for day in range(edition.date.day, 27, -1):
        try:
            return datetime.date(year, month + 1, day)
        except ValueError:
            continue
    return datetime.date(year, month + 1, min(edition.date.day, 28))


def proposal(publication: PublicationPage) -> dict:
    """Number, season and dates for the form."""
    last = last_edition(publication)
    if last is None:
        return {"number": 1}
    date = next_date(last)
    shift = date - last.date
    return {
        "number": (EditionPage.objects.child_of(publication).order_by("-number").values_list("number", flat=True)[0]) + 1,
        "date": date,
        "season": season_of(date),
        "editorial_deadline": last.editorial_deadline and last.editorial_deadline + shift,
        "print_date": last.print_date and last.print_date + shift,
    }


def last_edition(publication: Page) -> EditionPage | None:
    return EditionPage.objects.child_of(publication).order_by("-date", "-number").first()


@transaction.atomic
def new_edition(
    last: EditionPage,
    *,
    number: int,
    season: str,
    date: datetime.date,
    editorial_deadline: datetime.date | None = None,
    print_date: datetime.date | None = None,
    user=None,
) -> EditionPage:
    """An unpublished edition with the sections and article places of `last`. Raises NumberTaken."""
    publication = last.get_parent().specific
    if EditionPage.objects.child_of(publication).filter(number=number).exists():
        raise NumberTaken(_("“%(paper)s” already has a number %(number)s.") % {"paper": publication.title, "number": number})
    edition = EditionPage(
        title=next_title(last, publication=publication, number=number),
        slug=free_slug(publication, next_slug(last, publication=publication, number=number)),
        locale=last.locale,
        number=number,
        season=season,
        date=date,
        editorial_deadline=editorial_deadline,
        print_date=print_date,
        live=False,
        owner=user,
        **{name: getattr(last, name) for name in KEPT},
    )
    publication.add_child(instance=edition)
    edition.save_revision(user=user)
    for article in ArticlePage.objects.child_of(last).select_related("section").order_by("path"):
        add_place(edition, like=article, user=user)
    log(instance=edition, action="editions.new_like_last", user=user, data={"last": {"id": last.pk, "title": last.title}})
    return edition


def add_place(edition: EditionPage, *, like: ArticlePage, user) -> ArticlePage:
    """An empty draft where the last edition had an article: same section, same place on page 1."""
    title = _("%(section)s: new article") % {"section": like.section.name} if like.section else _("New article")
    article = ArticlePage(
        title=title,
        slug=free_slug(edition, slugify(title, allow_unicode=False) or "beitrag"),
        locale=edition.locale,
        section=like.section,
        front=like.front,
        live=False,
        owner=user,
    )
    edition.add_child(instance=article)
    article.save_revision(user=user)
    log(instance=article, action="wagtail.create", user=user)
    return article


def next_title(last: EditionPage, *, publication: Page, number: int) -> str:
    """The last title with the new number in it, else “Paper Nr. 25”."""
    title, replaced = re.subn(rf"\b{last.number}\b", str(number), last.title)
    return title if replaced else f"{publication.title} Nr. {number}"


def next_slug(last: EditionPage, *, publication: Page, number: int) -> str:
    slug, replaced = re.subn(rf"(?<!\d){last.number}(?!\d)", str(number), last.slug)
    return slug if replaced else f"{publication.slug}-{number}"


def free_slug(parent: Page, wanted: str) -> str:
    taken = set(Page.objects.child_of(parent).values_list("slug", flat=True))
    slug, number = wanted[:240], 1
    while slug in taken:
        number += 1
        slug = f"{wanted[:240]}-{number}"
    return slug
