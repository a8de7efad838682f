"""Fixtures for everybody: locales, a council's site, an editor, and content built by the factories."""

import os

import pytest

# Playwright's sync API runs inside an event loop; Django would refuse database access in the same thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def restore_roots() -> None:
    """A browser test empties the database behind it; Wagtail's two roots come from migrations and would be missing."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Collection, Page

    ContentType.objects.clear_cache()  # their numbers change when the database is emptied and filled again
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", content_type=ContentType.objects.get_for_model(Page))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")


@pytest.fixture
def locales(db):
    """All six locales by code."""
    from django.conf import settings
    from wagtail.models import Locale

    found = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
    restore_roots()
    return found


@pytest.fixture
def home(locales):
    """The home page of a complete council, German, at http://localhost/de/."""
    from tests.factories import make_home

    return make_home()


@pytest.fixture
def edition(home):
    """One live edition with three articles in two sections."""
    from tests.factories import make_edition

    return make_edition(home)


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("redaktion", "redaktion@lindenau.example", "lindenau")
