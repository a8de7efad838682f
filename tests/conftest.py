"""Fixtures for everybody: locales, a council's site, an editor, and content built by the factories."""

import os

import pytest

# Playwright's sync API runs inside an event loop; Django would refuse database access in the same thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """What migrations put into the database comes back after every browser test.

    Playwright runs an event loop in this thread, and Django gives that a connection object of its own, which would not know
    the serialized contents: it would leave the database without Wagtail's roots and with content types numbered anew.
    """
    from django.db import connections

    default = connections["default"]
    if hasattr(default, "_test_serialized_contents"):  # only there when a test of this run needs it
        type(default)._test_serialized_contents = default._test_serialized_contents


@pytest.fixture
def locales(db):
    """All six locales by code."""
    from django.conf import settings
    from wagtail.models import Locale

    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


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
