"""A single article never ends on a sheet that is nearly empty, if a smaller picture spares it."""

from pathlib import Path

import pytest
from weasyprint import HTML

from cms.renditions.layout.single_sheets import spare_a_sheet

HOUSE = Path("cms/static/css/print/single.css").read_text()
PAGE = """<meta charset="utf-8"><style>:root {{ --content: 184mm; --columns: 3 }} {house}
@page {{ size: 210mm 297mm; margin: 23mm 13mm 46mm }} .pic {{ margin: 0; --ratio: .5625 }} p {{ margin: 0 }} {more}</style>
<article class="single"><figure class="pic"><div class="frame"></div></figure><div class="text">{text}</div></article>"""
SENTENCE = "Am Bahndamm holen alle ihr Wasser am selben Hahn, und sonntags gibt es dort Kuchen. "


def sheets(sentences, *, more=""):
    html = HTML(string=PAGE.format(house=HOUSE, text=f"<p>{SENTENCE * sentences}</p>", more=more))
    usual = html.render()
    document = spare_a_sheet(html.etree_element, usual, html.render)
    style = next(html.etree_element.iter("article")).get("style")
    return len(usual.pages), len(document.pages), style


@pytest.fixture(scope="module")
def full_sheet():
    """So many sentences fill one sheet, and four more do not."""
    number = 24
    while sheets(number + 4)[0] == 1:
        number += 4
    return number


def test_the_picture_gives_way_as_little_as_it_must_to_spare_a_sheet(full_sheet):
    assert sheets(full_sheet) == (1, 1, None)
    before, after, style = sheets(full_sheet + 4)
    assert (before, after, style) == (2, 1, "--picture:66mm")
    before, after, style = sheets(full_sheet + 10)
    assert (before, after) == (2, 1) and "52mm" in style


def test_a_text_that_needs_two_sheets_keeps_its_picture():
    assert sheets(60) == (2, 2, None)
