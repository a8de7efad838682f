"""schema.org descriptions of articles and editions for search engines."""

from cms.core.models import CouncilSettings
from cms.core.structured import address, as_script, iso, organisation, without_empty

from .models import ArticlePage, EditionPage

__all__ = ["article_data", "as_script", "edition_data"]


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
