import pytest

from cms.renditions.formats import SHEETS, sheet
from cms.renditions.sheet import LINE_MM


def test_the_formats_have_the_sizes_of_their_norms():
    assert (sheet("a4").width, sheet("a4").height) == (210, 297)
    assert (sheet("a3").width, sheet("a3").height) == (297, 420)
    assert (sheet("a5").width, sheet("a5").height) == (148, 210)
    assert (sheet("tabloid").width, sheet("tabloid").height) == (285, 400)


def test_every_paper_has_three_millimetres_of_bleed_and_text_columns_one_can_read():
    for entry in [entry for entry in SHEETS.values() if entry.kind == "paper"]:
        assert entry.bleed == 3
        assert 50 <= entry.column_width() <= 70
        assert entry.top + entry.lines * LINE_MM + entry.bottom <= entry.height


def test_columns_and_gutters_fill_the_width():
    entry = sheet("a4")
    assert entry.column_width() * 3 + entry.gutter * 2 == pytest.approx(entry.content_width)


def test_easy_language_is_set_in_fewer_columns():
    assert sheet("a4").text_columns(easy=True) == 2
    assert sheet("a5").text_columns(easy=True) == 1


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(KeyError, match="tabloid"):
        sheet("berliner")
