"""Print previews: the pages as pictures, made outside the web process."""

import io
import re
import sys

import pytest
from django.test import RequestFactory
from PIL import Image

from cms.core.medium import Medium
from cms.renditions.preview import serve_rendition


@pytest.mark.slow
def test_the_print_preview_shows_every_page_and_the_second_look_costs_nothing(edition, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    loaded = "weasyprint" in sys.modules
    answer = serve_rendition(edition, medium=Medium.PRINT, request=RequestFactory().get("/"))
    pages = re.findall(r'<img src="/admin/print/preview/[0-9a-f]{64}/(\d+)\.jpg"', answer.content.decode())
    assert pages == [str(number) for number in range(1, len(pages) + 1)]
    assert len(pages) >= 4
    assert ("weasyprint" in sys.modules) == loaded
    monkeypatch.setattr("cms.renditions.preview.make_preview", lambda rendition: pytest.fail("laid out again"))
    again = serve_rendition(edition, medium=Medium.PRINT, request=RequestFactory().get("/"))
    assert again.content == answer.content


@pytest.mark.slow
def test_a_page_of_the_preview_is_drawn_when_it_is_asked_for_in_screen_and_in_printed_colours(
    edition, settings, tmp_path, admin_client
):
    settings.VAR_DIR = tmp_path
    shown = serve_rendition(edition.articles[0], medium=Medium.PRINT, request=RequestFactory().get("/")).content.decode()
    address = re.search(r'<img src="([^"]+)"', shown)[1]
    pictures = []
    for query in ("", "?colours=press", "?size=large"):
        answer = admin_client.get(address + query)
        assert answer["Content-Type"] == "image/jpeg"
        pictures.append(Image.open(io.BytesIO(b"".join(answer.streaming_content))).convert("RGB"))
    screen, printed, large = pictures
    assert (screen.width, large.width) == (900, 1800)
    bleed = 3 / 216  # the paper is shown with 3 mm around its 210
    assert abs(screen.height / screen.width - 303 / 216) < 0.01
    corner = (int(900 * (bleed + 0.001)), int(screen.height * 0.99))
    assert screen.getpixel(corner) == (255, 255, 255)
    assert printed.getpixel(corner) < (250, 250, 250)  # the proof shows the white of the paper
    assert admin_client.get(address.replace("/1.jpg", "/99.jpg")).status_code == 404
    assert admin_client.get("/admin/print/preview/previews/1.jpg").status_code == 404


@pytest.mark.slow
def test_the_format_last_chosen_in_this_browser_is_shown_and_an_unknown_one_is_not_an_error(edition, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    request = RequestFactory().get("/")
    request.COOKIES["print-sheet"] = "poster-a0|nonsense"
    answer = serve_rendition(edition.articles[0], medium=Medium.PRINT, request=request)
    assert answer.status_code == 200
    assert "<img" in answer.content.decode()


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
