"""Posters, welcome signs and calendars on the web, on paper, in mails and as text, in German and in Arabic."""

import re

import html5lib
import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale

from cms.core.medium import Medium
from cms.renditions.render import render
from tests.collateral.signs import WEEK, make_calendar, make_poster, make_sign
from tests.factories import make_home

pytestmark = pytest.mark.django_db
ARABIC = {
    "plakat": {"title": "ملصق", "claim": "أحضر ما تأكله", "text": "شاي وخبز", "when": "الأحد", "where": "السوق"},
    "schild": {"title": "لافتة", "greeting": "أهلًا وسهلًا", "place": "في البلدية", "text": "اسألونا"},
    "kalender": {"title": "تقويم", "standfirst": "أعياد ومواعيد"},
}
SEEN = {
    "plakat": {"de": ("Bring mit", "Alte Feuerwache", "Wann"), "ar": ("أحضر ما", "السوق", "متى")},
    "schild": {"de": ("Herzlich", "Hoş geldiniz"), "ar": ("وسهلًا", "Hoş geldiniz")},
    "kalender": {"de": ("Jahreskalender", "Sitzung des Integrationsrats"), "ar": ("تقويم", "نوروز")},
}


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        for code in ("de", "ar"):
            Locale.objects.get_or_create(language_code=code)
        home = make_home()
        german = [make_poster(home), make_sign(home, languages=["de", "en", "tr", "ka"]), make_calendar(home, **WEEK)]
        arabic = Locale.objects.get(language_code="ar")
        home.copy_for_translation(arabic).get_latest_revision().publish()
        found = {("de", page.slug): page for page in german}
        for page in german:
            copy = page.copy_for_translation(arabic)
            for name, value in ARABIC[page.slug].items():
                setattr(copy, name, value)
            copy.save_revision().publish()
            found["ar", page.slug] = type(page).objects.get(pk=copy.pk)
        yield found
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("slug", list(ARABIC))
def test_every_page_in_every_medium(pages, slug, medium, language):
    page = pages[language, slug]
    if medium is Medium.WEB:
        response = Client().get(page.url)
        assert response.status_code == 200
        out = response.content.decode()
    else:
        rendition = render(page, medium=medium)
        assert rendition.problems == []
        out = rendition.content
    words = out.replace("<br>", " ").replace("\u00a0", " ")
    for seen in SEEN[slug][language]:
        assert seen in words, seen
    assert not re.search(r"\{\{|\{%|%\}", out)
    if medium is Medium.TEXT:
        assert not re.search(r"</?[a-z][^>]*>|&(?:amp|lt|gt|quot|#\d+);", out)
        return
    root = re.search(r"<html\b[^>]*>", out).group()
    assert f'lang="{language}"' in root and f'dir="{"rtl" if language == "ar" else "ltr"}"' in root
    parser = html5lib.HTMLParser()
    parser.parse(out)
    accepted = {"unknown-doctype"} if medium is Medium.EMAIL else set()
    assert [code for _place, code, _data in parser.errors if code not in accepted] == []


@pytest.mark.parametrize("slug", list(ARABIC))
def test_every_design_of_every_product_can_be_rendered(pages, slug):
    page = pages["ar", slug]
    for product in page.products():
        for design in product.designs:
            for sheet in (name for name in product.formats if name != "ad"):
                rendition = render(page, medium=Medium.PRINT, product=product.chosen(sheet=sheet, design=design.key))
                assert 'dir="rtl"' in rendition.content, (product.key, design.key, sheet)
