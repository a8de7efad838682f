"""The list of what is repeated on PostgreSQL is complete and names nothing that is gone."""

import re

from django.conf import settings

from tests.repeated import REPEATED

OWN_SQL = re.compile(
    r"select_for_update|\.cursor\(|\.vendor\b|ignore_conflicts|update_conflicts|except IntegrityError|RawSQL|SearchQuery"
)


def with_own_sql() -> set[str]:
    """The modules that lock, that lean on a constraint, or that write SQL themselves."""
    sources = (path for room in ("cms", "home", "newsletter", "search") for path in (settings.BASE_DIR / room).rglob("*.py"))
    return {str(path.relative_to(settings.BASE_DIR)) for path in sources if OWN_SQL.search(path.read_text(encoding="utf-8"))}


def test_whatever_locks_or_writes_its_own_sql_is_tested_on_both_databases():
    assert with_own_sql() == {module for modules in REPEATED.values() for module in modules}


def test_every_file_of_the_list_is_there():
    assert [path for path in REPEATED if not (settings.BASE_DIR / path).exists()] == []
