"""Print previews: the pages as pictures, made outside the web process."""

import re
import sys

import pytest
from django.test import RequestFactory

from cms.core.medium import Medium
from cms.renditions.preview import serve_rendition


@pytest.mark.slow
def test_the_print_preview_shows_every_page_and_the_second_look_costs_nothing(edition, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    loaded = "weasyprint" in sys.modules
    answer = serve_rendition(edition, medium=Medium.PRINT, request=RequestFactory().get("/"))
    pages = re.findall(r'<img src="data:image/jpeg;base64,[^"]{5000,}" width="900"', answer.content.decode())
    assert len(pages) >= 4
    assert ("weasyprint" in sys.modules) == loaded
    monkeypatch.setattr("cms.renditions.preview.make_page_pictures", lambda rendition: pytest.fail("rendered again"))
    again = serve_rendition(edition, medium=Medium.PRINT, request=RequestFactory().get("/"))
    assert again.content == answer.content


@pytest.mark.slow
def test_what_cannot_be_printed_says_why(edition, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    article = edition.articles[1]
    article.lead_image.file.storage.delete(article.lead_image.file.name)
    answer = serve_rendition(article, medium=Medium.PRINT, request=RequestFactory().get("/"))
    assert answer.status_code == 200
    assert article.title in answer.content.decode()
    assert "<img" not in answer.content.decode()


def test_other_media_are_shown_as_they_are(edition):
    text = serve_rendition(edition, medium=Medium.TEXT, request=RequestFactory().get("/"))
    assert text["Content-Type"].startswith("text/plain")
