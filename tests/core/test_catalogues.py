"""Every interface text is translated: all of them into German, what the public sees into every language of the site."""

import os
import re
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
PUBLIC = (
    "templates/",
    "cms/campaigns/approval",
    "cms/campaigns/gallery.py",
    "cms/campaigns/photos.py",
    "cms/campaigns/public_",
    "cms/campaigns/wording.py",
    "cms/core/addresses.py",
    "cms/core/calendar.py",
    "cms/core/images.py",
    "cms/core/public_forms.py",
    "cms/core/uploads.py",
    "cms/directory/check_views.py",
    "cms/directory/library/feeds.py",
    "cms/directory/library/wording.py",
    "cms/directory/wording.py",
    "cms/directory/public_",
    "cms/editions/feeds.py",
    "cms/events/feeds.py",
    "cms/events/public_",
    "cms/events/wording.py",
    "cms/participation/calls/public_",
    "cms/participation/public_",
    "cms/participation/surveys/answering.py",
    "home/navigation.py",
    "home/views.py",
    "newsletter/confirmation.py",
    "newsletter/forms.py",
    "newsletter/optin.py",
    "newsletter/pages.py",
    "newsletter/privacy.py",
    "newsletter/views/",
    "search/",
)
EDITORIAL = (
    "templates/budget/",
    "templates/budget/",
    "templates/campaigns/admin/",
    "templates/collateral/admin/",
    "templates/core/",
    "templates/directory/admin/",
    "templates/editions/admin/",
    "templates/events/admin/",
    "templates/home/admin/",
    "templates/mailbox/",
    "templates/newsletter/admin/",
    "templates/notices/admin/",
    "templates/participation/admin/",
    "templates/renditions/",
    "templates/wagtail",
)
# Choices of a model that readers see all the same: the licence beside the picture, the kind of mail they get.
SHOWN_CHOICES = {
    "CC0 or public domain",
    "with pictures",
    "text only",
    "I apply myself",
    "I nominate somebody else",
    "for one year",
    "for three years",
    "for five years",
    "until I take it back",
    "for this campaign",
    "Posters, boards and postcards",
    "Newspaper advertisements",
    "The council's paper",
    "Social media",
}
# … and what became of an idea.
SHOWN_CHOICES |= {"We are looking at it", "On the council’s agenda", "We are doing it", "Done", "Not possible"}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?\w+>")
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
        environment = os.environ | {"VIELFALT_VAR": folder, "DJANGO_SETTINGS_MODULE": "cms.settings.development"}
        subprocess.run(command, cwd=copy, check=True, capture_output=True, env=environment)
        return tuple(polib.pofile(str(copy / "cms/locale/de/LC_MESSAGES/django.po")))


def is_public(entry: polib.POEntry) -> bool:
    places = [place for place, _line in entry.occurrences]
    return entry.msgid in SHOWN_CHOICES or any(p.startswith(PUBLIC) and not p.startswith(EDITORIAL) for p in places)


def catalogue(locale: str) -> polib.POFile:
    return polib.pofile(str(ROOT / "cms" / "locale" / locale / "LC_MESSAGES" / "django.po"))


def missing_in(locale: str, entries) -> list[str]:
    done = {(entry.msgctxt, entry.msgid) for entry in catalogue(locale).translated_entries()}
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


@pytest.mark.parametrize("locale", ["de", *PUBLIC_LOCALES])
def test_translations_keep_every_placeholder_and_have_every_plural_form(locale):
    po = catalogue(locale)
    forms = int(re.search(r"nplurals=(\d)", po.metadata["Plural-Forms"])[1])
    for entry in po:
        assert not entry.fuzzy, entry.msgid
        expected = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        translations = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        assert len(translations) == (forms if entry.msgid_plural else 1), entry.msgid
        # “eine Minute” and the Arabic dual need no number: the form itself says it.
        assert all(set(PLACEHOLDER.findall(text)) <= expected for text in translations), entry.msgid
        assert set(PLACEHOLDER.findall(translations[-1])) == expected, entry.msgid


def test_every_language_of_the_site_has_a_catalogue():
    for code, _name in settings.LANGUAGES:
        assert code == "en" or (ROOT / "cms/locale" / to_locale(code) / "LC_MESSAGES/django.po").exists(), code
