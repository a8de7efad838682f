"""Addresses of the site that the newsletter points to."""

from django.conf import settings


def mailing_url(mailing, *, language: str) -> str:
    """Where a mailing without a page can be read on the web as soon as it has left."""
    from .archive import own_path

    return settings.BASE_URL + own_path(mailing, language=language)
