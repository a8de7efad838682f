"""Template language of edition and article pages on the web."""

import re

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from cms.core.medium import Medium
from cms.core.templatetags.core_tags import absolute
from cms.renditions.printing import readers_files

from .. import reading, structured_data
from ..models import ArticlePage

register = template.Library()

TAG = re.compile(r"(<[^>]*>)")
# A full stop, question or exclamation mark before a new sentence; not the point of “14. März”.
SENTENCE_END = re.compile(r"(?<!\d)([.!?][“»]?) (?=[A-ZÄÖÜ„»])")
SOCIAL = "fill-1200x630|format-jpeg"


@register.filter
def reading_minutes(article) -> int:
    return reading.minutes(article)


@register.simple_tag
def add_languages(articles) -> str:
    """Give each article its `other_languages`. Shows nothing."""
    reading.add_languages(articles or [])
    return ""


@register.simple_tag
def front_page(edition) -> dict:
    """The articles of a web front page: lead, two seconds, a few links, the river with the rest."""
    articles = list(edition.articles)
    lead = edition.lead()
    rest = [article for article in articles if article != lead]
    marked = [article for article in rest if article.front == ArticlePage.Front.TEASER]
    seconds = (marked + [a for a in rest if a not in marked and a.lead_image])[:2]
    others = [article for article in rest if article not in seconds]
    also = [article for article in others if article in marked][:3]
    return {
        "lead": lead,
        "seconds": seconds,
        "also": also,
        "river": [a for a in others if a not in also][:6],
        "count": len(articles),
    }


@register.simple_tag
def neighbours(article, *, most: int = 3) -> dict:
    """The article before and after this one, and what to read next: the following ones, round to the beginning."""
    articles = list(article.edition.articles)
    if article not in articles:
        return {"previous": None, "next": None, "more": articles[:most]}
    place = articles.index(article)
    more = [other for other in articles[place + 1 :] + articles[:place] if other != article][:most]
    return {
        "previous": articles[place - 1] if place else None,
        "next": articles[place + 1] if place + 1 < len(articles) else None,
        "more": more,
    }


@register.filter
def upcoming(events):
    """Event blocks from today on, in order."""
    today = timezone.localdate()
    return sorted((e for e in events if e.value["date"] and e.value["date"] >= today), key=lambda e: e.value["date"])


@register.filter
def by_year(editions):
    """[(year, editions)], newest first."""
    years: dict = {}
    for edition in editions:
        years.setdefault(edition.date.year, []).append(edition)
    return sorted(years.items(), reverse=True)


@register.simple_tag
def easy_sections(stream):
    """A Leichte Sprache text in steps: each heading opens one, and its first picture stands beside it."""
    steps: list[dict] = [{"blocks": [], "picture": None}]
    for block in stream:
        if not block.block.is_shown_in(block.value, medium=Medium.WEB):
            continue
        if block.block_type == "heading" and block.value["level"] == "2" and steps[-1]["blocks"]:
            steps.append({"blocks": [], "picture": None})
        picture = block.value["image"] if block.block_type in ("image", "person_card") else None
        if picture and steps[-1]["picture"] is None and block.block_type == "image" and steps[-1]["blocks"]:
            steps[-1]["picture"] = block.value
        else:
            steps[-1]["blocks"].append(block)
    return [step for step in steps if step["blocks"]]


@register.simple_tag
def social_picture(image) -> str:
    """Absolute address of the picture for previews in messengers; "" if there is none, or if it is kept back."""
    if not image or not image.is_public:
        return ""
    try:
        return absolute(image.get_rendition(SOCIAL).url)
    except (SourceImageIOError, InvalidFilterSpecError):
        return ""


@register.simple_tag(takes_context=True)
def structured(context, page, picture_url=""):
    make = structured_data.article_data if isinstance(page, ArticlePage) else structured_data.edition_data
    data = make(page, council=context["council"], picture_url=picture_url, request=context.get("request"))
    return structured_data.as_script(data)


@register.simple_tag
def other_editions(edition, *, most: int = 5):
    """The newest editions of the same paper without this one."""
    return list(edition.publication.editions().exclude(pk=edition.pk)[:most])


@register.filter
def get(mapping, key):
    return (mapping or {}).get(key)


@register.filter
def grouped(number) -> str:
    """9 000: thousands apart by a narrow space, which every language of the site reads."""
    return f"{number:,}".replace(",", "\u202f")


@register.simple_tag
def print_download(page) -> dict | None:
    """The finished PDF of a page: url, pages and size in bytes; None if there is none."""
    return print_downloads([page]).get(page.pk) if page else None


@register.simple_tag
def print_downloads(*pages) -> dict:
    """Finished PDFs for readers by page id. Takes pages or lists of pages; one query for all."""
    by_pk = {page.pk: page for entry in pages for page in (entry if isinstance(entry, list) else [entry])}
    return {
        pk: {"url": reverse("public_pdf", args=[pk, by_pk[pk].slug]), "page_count": file.page_count, "size": file.size}
        for pk, file in readers_files(by_pk.values()).items()
    }


@register.filter(is_safe=True)
def sentence_lines(html) -> str:
    """One sentence per line, as Leichte Sprache asks. For escaped text and finished HTML; tags are left alone."""
    parts = TAG.split(conditional_escape(html))
    return mark_safe("".join(part if part.startswith("<") else SENTENCE_END.sub(r"\1<br>", part) for part in parts))
