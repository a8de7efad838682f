"""Every interface text is translated: all of them into German, what the public sees into every language of the site."""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import to_locale

ROOT = Path(settings.BASE_DIR)
SOURCES = ["cms", "home", "newsletter", "search", "templates", "manage.py"]
# Where texts for the public stand; the rest is for editors, who work in German or English.
PUBLIC = ("templates/", "newsletter/forms.py", "newsletter/optin.py", "newsletter/views/public", "search/", "home/views.py")
EDITORIAL = (
    "templates/wagtailadmin/",
    "templates/renditions/",
    "templates/mailbox/",
    "templates/newsletter/admin/",
    "templates/core/",
    "templates/editions/admin/",
)
# English is the source language: a text without a translation is right as it stands.
PUBLIC_LOCALES = ["tr", "ar", "uk", "de_X-leicht"]


@cache
def extracted() -> tuple[polib.POEntry, ...]:
    """Every text marked for translation, found by makemessages in a copy of the source."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in SOURCES:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "fonts", "*.po", "*.mo"))
            else:
                shutil.copy(source, copy / name)
        (copy / "cms" / "locale").mkdir(exist_ok=True)
        command = [sys.executable, "manage.py", "makemessages", "--locale", "de", "--extension", "html,mjml,txt,py"]
        subprocess.run(command, cwd=copy, check=True, capture_output=True, env={**os.environ, "VIELFALT_VAR": folder})
        return tuple(polib.pofile(str(copy / "cms/locale/de/LC_MESSAGES/django.po")))


def is_public(entry: polib.POEntry) -> bool:
    return any(place.startswith(PUBLIC) and not place.startswith(EDITORIAL) for place, _line in entry.occurrences)


def missing_in(locale: str, entries) -> list[str]:
    path = ROOT / "cms" / "locale" / locale / "LC_MESSAGES" / "django.po"
    done = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path)).translated_entries()}
    return [entry.msgid for entry in entries if (entry.msgctxt, entry.msgid) not in done]


@pytest.mark.slow
def test_german_is_complete():
    assert missing_in("de", extracted()) == []


@pytest.mark.slow
@pytest.mark.parametrize("locale", PUBLIC_LOCALES)
def test_what_the_public_sees_is_complete(locale):
    public = [entry for entry in extracted() if is_public(entry)]
    assert len(public) > 50
    assert missing_in(locale, public) == []


def test_every_language_of_the_site_has_a_catalogue():
    for code, _name in settings.LANGUAGES:
        assert code == "en" or (ROOT / "cms/locale" / to_locale(code) / "LC_MESSAGES/django.po").exists(), code
