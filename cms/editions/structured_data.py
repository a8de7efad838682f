"""schema.org descriptions of pages for search engines, as JSON-LD. A data block, so a strict CSP needs no nonce for it."""

import json

from django.conf import settings
from django.utils.html import _json_script_escapes
from django.utils.safestring import SafeString, mark_safe

from cms.core.models import CouncilSettings

from .models import ArticlePage, EditionPage


def organisation(council: CouncilSettings) -> dict:
    return without_empty({"@type": "GovernmentOrganization", "name": council.council_name, "email": council.email})


def article_data(article: ArticlePage, *, council: CouncilSettings, picture_url: str = "", request=None) -> dict:
    section = article.section_here
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title[:110],
            "description": article.standfirst,
            "inLanguage": article.html_lang,
            "url": address(article, request),
            "image": [picture_url] if picture_url else [],
            "datePublished": iso(article.first_published_at),
            "dateModified": iso(article.last_published_at),
            "author": {"@type": "Person", "name": article.byline} if article.byline else None,
            "publisher": organisation(council),
            "articleSection": section.name if section else "",
            "isAccessibleForFree": True,
            "isPartOf": {
                "@type": "PublicationIssue",
                "issueNumber": article.edition.number,
                "datePublished": article.edition.date.isoformat(),
            },
        }
    )


def edition_data(edition: EditionPage, *, council: CouncilSettings, picture_url: str = "", request=None) -> dict:
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "PublicationIssue",
            "name": edition.title,
            "headline": edition.headline,
            "issueNumber": edition.number,
            "datePublished": edition.date.isoformat(),
            "inLanguage": edition.html_lang,
            "url": address(edition, request),
            "image": picture_url,
            "publisher": organisation(council),
            "isPartOf": {"@type": "Periodical", "name": edition.publication.title},
            "hasPart": [
                {"@type": "NewsArticle", "headline": article.title[:110], "url": address(article, request)}
                for article in edition.articles
            ],
        }
    )


def address(page, request) -> str:
    url = page.get_url(request) or ""
    return f"{settings.BASE_URL}{url}" if url.startswith("/") else url


def iso(moment) -> str:
    return moment.isoformat() if moment else ""


def without_empty(data: dict) -> dict:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def as_script(data: dict) -> SafeString:
    """The <script> element; what could end it early is escaped as in Django's json_script."""
    text = json.dumps(data, ensure_ascii=False).translate(_json_script_escapes)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
