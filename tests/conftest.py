"""Fixtures for everybody: locales, a council's site, an editor, and content built by the factories; and how the suite is run."""

import gc
import os
from collections import Counter

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.repeated import REPEATED

# Playwright's sync API runs inside an event loop; Django would refuse database access in the same thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# --- how the suite is run ------------------------------------------------------------------------------------------------
WITH_DEMO = (  # together on one worker: the demo is made once
    "tests/home/test_demo.py",
    "tests/test_brief.py",
    "tests/e2e/test_editors_day.py",
    "tests/e2e/test_newsletter_office.py",
)


class WholeFiles(LoadScopeScheduling):
    """Hands out tests file by file, in the order of the collection, so that fixtures of a module are built once."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return "demo" if path in WITH_DEMO else path


def pytest_xdist_make_scheduler(config, log):
    return WholeFiles(config, log)


@pytest.hookimpl(trylast=True)  # after pytest-django, which sorts too
def pytest_collection_modifyitems(config, items):
    """Slow files first, so that at the end no worker waits for another.

    The run on PostgreSQL leaves out what cannot come out differently there: see tests/repeated.py, and those marked `once`.
    """
    for item in items:
        # What asks for nothing but `migrated` or `demo` would, run alone, get the developer's own database.
        if uses_database(item) and not item.get_closest_marker("django_db") and "_django_db_helper" not in item.fixturenames:
            item.add_marker(pytest.mark.django_db(transaction=True))
        if item.path.parent.name == "e2e":  # a browser on a busy machine can miss a click; the report names every rerun
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError", "Error: Page", "AssertionError: Locator"]))
    slow = Counter(item.path for item in items if item.get_closest_marker("slow"))
    items.sort(key=lambda item: ("demo" not in item.fixturenames, -slow[item.path], str(item.path)))
    if "DATABASE_URL" in os.environ:
        left_out = [item for item in items if not repeated(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def pytest_collection_finish(session):
    """What has been imported stays anyway: looking through it again and again for garbage took a tenth of all CPU."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def repeated(item) -> bool:
    return item.location[0] in REPEATED and uses_database(item) and not item.get_closest_marker("once")


def uses_database(item) -> bool:
    return bool(item.get_closest_marker("django_db")) or "django_db_setup" in item.fixturenames


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings) -> bool:
    """Whether the migrated SQLite file of an earlier run could be laid out for this one: that saves a quarter of a minute."""
    from tests.snapshots import lay_out_kept_file

    return lay_out_kept_file()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database of this worker, as migrations made it. Tests that commit bring it back to that: see tests/snapshots.py."""
    from django.test import TransactionTestCase

    from tests.snapshots import Snapshot, keep_file

    with django_db_blocker.unblock():
        migrated = Snapshot()
        keep_file(migrated)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(lambda cls: None))
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: migrated.restore())
        yield migrated


@pytest.fixture(autouse=True)
def index_when_read(request):
    """See tests/indexing.py."""
    from django.db import connection

    from tests.indexing import before_reading, waiting

    if not uses_database(request.node):
        yield
        return
    waiting.clear()
    with connection.execute_wrapper(before_reading):
        yield
    waiting.clear()


@pytest.fixture(scope="session")
def migrated(django_db_setup):
    """The snapshot of the database without content. A module that builds committed content once goes back to it."""
    return django_db_setup


@pytest.fixture(scope="session")
def demo(migrated, django_db_blocker):
    """The demo of this worker: `demo.snapshot.restore()` puts it into the database."""
    from tests.demo import Demo, Snapshot, run_demo

    with django_db_blocker.unblock():
        said = run_demo()
        built = Demo(said=said, snapshot=Snapshot())
        migrated.restore()
    return built


# --- content -------------------------------------------------------------------------------------------------------------
@pytest.fixture
def locales(db):
    """All six locales by code, with the same keys in every test: see tests/kept.py."""
    from django.conf import settings
    from wagtail.models import Locale

    return {
        code: Locale.objects.get_or_create(language_code=code, defaults={"pk": pk})[0]
        for pk, (code, _name) in enumerate(settings.LANGUAGES, 100)
    }


@pytest.fixture
def home(locales):
    """The home page of a complete council, German, at http://localhost/de/."""
    from tests.factories import make_home
    from tests.kept import kept

    return kept("home", make_home)


@pytest.fixture
def edition(home):
    """One live edition with three articles in two sections."""
    from tests.factories import make_edition
    from tests.kept import kept

    return kept("edition", lambda: make_edition(home))


@pytest.fixture
def fresh_edition(home, settings, tmp_path):
    """Built anew for each test, in a state folder of its own: what the print room has set once it remembers."""
    from tests.factories import make_edition

    settings.VAR_DIR = tmp_path
    return make_edition(home)


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("redaktion", "redaktion@lindenau.example", "lindenau", pk=100)
