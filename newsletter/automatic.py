"""Mailings that prepare themselves: something new is published, a date comes near, a month is over.

Every occasion makes one mailing, once. It is a draft that a person releases, unless the rule says that it may leave by itself.
"""

import datetime
import logging

from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, get_page_models

from cms.core.blocks import BodyBlock
from cms.core.medium import EDITORIAL_MEDIA
from cms.renditions.renderable import Renderable

from . import composing, mailing
from .models import AutomaticMailing, Mailing

logger = logging.getLogger(__name__)

LOOK_SECONDS = 300  # so often the pages are looked through
REST = datetime.timedelta(minutes=30)  # a page just published may still be mended, and its translations follow
DIGEST_DAYS = 31  # a digest looks so many days ahead; the next one comes not later
MOST_TEASERS = 12
Occasion = AutomaticMailing.Occasion


def prepare_due() -> int:
    """Make what the rules ask for now; returns how many mailings. Looks at the pages every few minutes only."""
    if not cache.add("newsletter.automatic", 1, LOOK_SECONDS):
        return 0
    return sum(prepare(rule) for rule in AutomaticMailing.objects.filter(is_on=True).select_related("site", "below"))


def prepare(rule: AutomaticMailing) -> int:
    makers = {Occasion.PUBLISHED: of_new_pages, Occasion.REMINDER: of_near_dates, Occasion.DIGEST: of_the_month}
    return sum(made is not None for made in makers[rule.occasion](rule))


def pages(rule: AutomaticMailing, *, kinds: list[type]):
    """Published pages of these types where the rule looks, in the source language."""
    top = rule.below or rule.site.root_page
    return (
        Page.objects.type(*kinds)
        .live()
        .descendant_of(top, inclusive=True)
        .filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    )


def told_when_new() -> list[type]:
    return [kind for kind in get_page_models() if getattr(kind, "announced", "") == "new"]


def with_dates() -> list[type]:
    return [
        kind
        for kind in get_page_models()
        if issubclass(kind, Renderable) and kind.reminder_dates is not Renderable.reminder_dates
    ]


def of_new_pages(rule: AutomaticMailing) -> list[Mailing | None]:
    """One mailing for each page published since the rule exists."""
    rested = timezone.now() - REST
    new = pages(rule, kinds=told_when_new()).filter(first_published_at__gt=rule.since, first_published_at__lte=rested)
    return [from_page(rule, page, occasion=f"new:{page.translation_key}") for page in new]


def of_near_dates(rule: AutomaticMailing) -> list[Mailing | None]:
    """One mailing for each date of each page, so many days before it."""
    today = timezone.localdate()
    made = []
    for page in pages(rule, kinds=with_dates()).specific():
        for moment in page.reminder_dates():
            day = timezone.localtime(moment).date()
            if 0 < (day - today).days <= rule.days_before:
                made.append(from_page(rule, page, occasion=f"date:{page.translation_key}:{day.isoformat()}"))
    return made


def of_the_month(rule: AutomaticMailing) -> list[Mailing | None]:
    """Once a month: what is new, and what is to come. None if there is nothing to tell."""
    today = timezone.localdate()
    due = today.replace(day=rule.day_of_month)
    if today < due or timezone.localtime(rule.since).date() > due:
        return []
    since = told_until(rule, due=due)
    new = list(
        pages(rule, kinds=told_when_new()).filter(first_published_at__gt=since).order_by("-first_published_at")[:MOST_TEASERS]
    )
    dates = near_pages(rule, days=DIGEST_DAYS)[:MOST_TEASERS]
    if not new and not dates:
        return []
    return [once(rule, occasion=f"month:{today:%Y-%m}", make=lambda fields: digest(rule, new=new, dates=dates, fields=fields))]


def told_until(rule: AutomaticMailing, *, due: datetime.date) -> datetime.datetime:
    """When the digest of the month before was made; if there was none, the beginning of the day on which it was due."""
    before = (due.replace(day=1) - datetime.timedelta(days=1)).replace(day=rule.day_of_month)
    made = rule.mailings.filter(occasion=f"month:{before:%Y-%m}").first()
    return made.created_at if made else midnight(before)


def midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def near_pages(rule: AutomaticMailing, *, days: int) -> list[Page]:
    """Pages with a date until the end of the last of the next days, the nearest first."""
    now = timezone.now()
    end = midnight(timezone.localdate() + datetime.timedelta(days=days + 1))
    found = []
    for page in pages(rule, kinds=with_dates()).specific():
        coming = [moment for moment in page.reminder_dates() if now < moment < end]
        if coming:
            found.append((min(coming), page.pk, page))
    return [page for _moment, _pk, page in sorted(found, key=lambda row: row[:2])]


def from_page(rule: AutomaticMailing, page: Page, *, occasion: str) -> Mailing | None:
    return once(rule, occasion=occasion, make=lambda fields: composing.create(page, user=None, **fields))


def digest(rule: AutomaticMailing, *, new: list[Page], dates: list[Page], fields: dict) -> Mailing:
    """A mailing of teasers, in every language in which at least one of the pages can be read."""
    keys = [page.translation_key for page in (*new, *dates)]
    found = Page.objects.live().filter(translation_key__in=keys, alias_of=None)
    there = set(found.values_list("locale__language_code", "translation_key"))
    languages = [code for code, _name in settings.LANGUAGES if any(code == language for language, _key in there)]
    month = timezone.localdate()
    made = composing.create_free(
        title=_("News of %s") % date_format(month, "F Y"), languages=languages, site=rule.site, user=None, **fields
    )
    for version in made.versions.all():
        with translation.override(version.language):
            version.subject = _("News of %s") % date_format(month, "F Y")
            groups = {_("New"): new, _("Next dates"): dates}
            version.body = teasers(
                {
                    heading: [page for page in members if (version.language, page.translation_key) in there]
                    for heading, members in groups.items()
                }
            )
        version.save(update_fields=["subject", "body"])
    return made


def teasers(groups: dict[str, list[Page]]):
    """A body with a heading above each group. The blocks find the page in the reader's language themselves."""
    everywhere = [code for code, _label in EDITORIAL_MEDIA]
    rows = []
    for heading, members in groups.items():
        if members:
            rows.append({"type": "heading", "value": {"text": heading, "level": "2", "show_in": everywhere}})
            rows += [{"type": "page_teaser", "value": {"page": page.pk, "text": "", "show_in": everywhere}} for page in members]
    return BodyBlock().to_python(rows)


def once(rule: AutomaticMailing, *, occasion: str, make) -> Mailing | None:
    """The mailing of this occasion; None if there is one already or it cannot be made."""
    if rule.mailings.filter(occasion=occasion).exists():
        return None
    try:
        with transaction.atomic():
            made = make({"automatic": rule, "occasion": occasion, "design": rule.design})
            made.topics.set(rule.topics.all())
            composing.freeze(made)
            log(instance=made, action="newsletter.prepare", data={"rule": rule.name})
    except IntegrityError:  # another worker was faster
        return None
    except mailing.MailingError as error:
        logger.warning("The rule “%s” could not prepare %s: %s", rule.name, occasion, error)
        return None
    if rule.mode == AutomaticMailing.Mode.AUTOMATIC:
        let_go(made)
    return made


def let_go(made: Mailing) -> None:
    """Sent by itself if nothing stands against it; otherwise it stays a draft that says why."""
    try:
        mailing.send(made, user=None)
    except mailing.MailingError as error:
        Mailing.objects.filter(pk=made.pk).update(trouble=str(error))
