"""Frames of fixed size: what is too long is counted, what may shrink shrinks, and nothing is dropped unnoticed."""

import pytest
from weasyprint import HTML

from cms.renditions.layout.fitting import fit_frames
from cms.renditions.layout.frames import measure_places
from cms.renditions.templatetags.print_tags import mark_elements

PAGE = """<meta charset="utf-8"><style>@page {{ size: 100mm 100mm; margin: 0 }} body {{ margin: 0 }}
.frame {{ position: absolute; overflow: hidden; left: 10mm; top: {top}mm; width: 40mm; height: {height}mm }}
p {{ margin: 0; font: calc(10pt * var(--fit, 1))/1.3 Rubik, sans-serif }}</style><body>{body}</body>"""


def laid_out(body, *, top=5, height=30):
    html = HTML(string=PAGE.format(body=body, top=top, height=height))
    passes = []

    def render():
        passes.append(1)
        return html.render()

    document, fits = fit_frames(html.etree_element, render)
    return document, fits, len(passes), html.etree_element


def frame(text, more=""):
    return f'<div class="frame" data-fit="panel" {more}><p>{text}</p></div>'


def test_text_that_is_too_long_is_counted_in_lines_and_characters():
    _document, (fit,), passes, _tree = laid_out(frame("Wort und Satz " * 30))
    assert fit.over and fit.lines_over > 3 and 50 < fit.characters_over < 420
    assert fit.rect == pytest.approx([10, 5, 40, 30], abs=0.1) and fit.page == 1
    assert passes == 1


def test_text_that_fits_says_how_many_lines_are_free():
    _document, (fit,), _passes, _tree = laid_out(frame("Kurz."))
    assert not fit.over and fit.lines_under == 5


def test_a_frame_at_the_foot_of_the_page_that_loses_text_says_so():
    _document, (fit,), _passes, _tree = laid_out(frame("Wort und Satz " * 30), top=60, height=40)
    assert fit.over and fit.characters_over > 30


def test_type_shrinks_as_little_as_it_must_and_in_few_passes():
    _document, (fit,), passes, _tree = laid_out(frame("Wort und Satz " * 14, 'data-fit-min="0.7"'))
    assert not fit.over and 0.7 <= fit.fit < 1
    assert passes <= 6
    larger = fit.fit + 0.04
    _document, (too_large,), _passes, _tree = laid_out(frame("Wort und Satz " * 14, f'style="--fit:{larger}"'))
    assert too_large.over


def side_by_side(*texts, most="1.5"):
    panel = '<div class="frame" style="left:{left}mm" data-fit="{left}" data-fit-most="{most}"><p>{text}</p></div>'
    return "".join(panel.format(left=number * 42, text=text, most=most) for number, text in enumerate(texts))


def test_short_texts_side_by_side_grow_to_one_size_until_the_longest_fills_its_frame():
    _document, fits, passes, _tree = laid_out(side_by_side("Wort und Satz " * 6, "Kurz."))
    assert [fit.over for fit in fits] == [False, False]
    assert fits[0].fit == fits[1].fit and 1.1 < fits[0].fit < 1.5
    assert passes <= 6
    larger = f'style="--fit:{fits[0].fit + 0.06}"'
    _document, (too_large,), _passes, _tree = laid_out(frame("Wort und Satz " * 6, larger))
    assert too_large.over


def test_type_grows_no_further_than_allowed_and_not_at_all_beside_a_full_frame():
    _document, fits, _passes, _tree = laid_out(side_by_side("Kurz.", "Kurz.", most="1.2"))
    assert [fit.fit for fit in fits] == [1.2, 1.2]
    _document, fits, passes, _tree = laid_out(side_by_side("Wort und Satz " * 10, "Kurz."))
    assert [fit.fit for fit in fits] == [1.0, 1.0] and passes == 1


def test_what_does_not_fit_at_the_smallest_size_is_reported():
    _document, (fit,), _passes, _tree = laid_out(frame("Wort und Satz " * 60, 'data-fit-min="0.7"'))
    assert fit.over and fit.fit == 0.7


def test_a_word_wider_than_its_frame_is_reported_in_millimetres():
    _document, (fit,), _passes, _tree = laid_out(frame("Donaudampfschifffahrtsgesellschaft" * 2))
    assert fit.mm_over > 10


def test_lines_beyond_the_last_column_are_too_many():
    body = '<div class="frame" data-fit="a"><div style="columns:2;height:30mm;column-fill:auto"><p>{}</p></div></div>'
    _document, (fit,), _passes, _tree = laid_out(body.format("ab cd ef " * 60))
    assert fit.lines_over and not fit.mm_over
    _document, (fit,), _passes, _tree = laid_out(body.format("ab cd ef " * 8))
    assert not fit.over


def test_blocks_are_found_where_they_stand():
    document, _fits, _passes, tree = laid_out('<div class="frame" data-block="b1"><p>Hier.</p></div>')
    assert measure_places(document, tree) == {"b1": [1, pytest.approx(10, abs=0.1), pytest.approx(5, abs=0.1), 40, 30]}


def test_every_outermost_element_of_a_block_is_marked():
    html = '<p title="a > b">Eins<br>zwei</p> <p>drei <b>vier</b></p><img src="x"><section><p>fünf</p></section>'
    marked = mark_elements(html, attribute="data-block", value="7")
    assert marked.count("data-block") == 4
    assert marked.startswith('<p data-block="7" title="a > b">') and '<section data-block="7"><p>' in marked


def test_a_word_too_long_is_noticed_where_its_line_ends():
    for direction in ("ltr", "rtl"):
        _document, (fit,), _passes, _tree = laid_out(frame("W" * 60, more=f'dir="{direction}" style="direction:{direction}"'))
        assert fit.over and fit.mm_over > 5, direction


def test_a_grid_that_grows_with_its_text_is_measured_as_it_was_drawn():
    body = (
        '<div class="frame" data-fit="panel" style="display:grid;grid-template-rows:auto 1fr"><p>'
        + "Wort und Satz " * 18
        + "</p><p>Fuß</p></div>"
    )
    _document, (fit,), _passes, _tree = laid_out(body)
    assert fit.over


def test_what_is_hidden_is_not_missed():
    _document, (fit,), _passes, _tree = laid_out(frame("Kurz. <b hidden>Was auf kleinen Anzeigen nicht steht.</b>"))
    assert not fit.over
