"""Sheets for the copier, measured in the PDF: where each page lies, how large, in which order."""

import io

import pikepdf
import pytest

from cms.renditions.imposition import booklet, booklet_order, grid_for, n_up, tiles

POINTS = 72 / 25.4
WORDS = {"plan": "Plan", "sheet": "Blatt {name} – {number} von {count}", "glue": "Hier {name} ankleben"}


def pages_of(count: int, *, width: float, height: float) -> bytes:
    pdf = pikepdf.new()
    for _number in range(count):
        page = pdf.add_blank_page(page_size=(width * POINTS, height * POINTS))
        page.TrimBox = page.MediaBox
        page.Contents = pdf.make_stream(b"0.5 g 0 0 50 50 re f")
    data = io.BytesIO()
    pdf.save(data)
    return data.getvalue()


def drawn(page) -> list[tuple[int, float, float, float]]:
    """(page number, x and y of its lower left corner in mm, scale) of everything on a sheet."""
    found, matrix = [], None
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "cm":
            matrix = [float(value) for value in instruction.operands]
        if str(instruction.operator) == "Do":
            number = int(str(instruction.operands[0])[2:])
            found.append((number, round(matrix[4] / POINTS, 2), round(matrix[5] / POINTS, 2), round(matrix[0], 3)))
    return found


def size(page) -> tuple[float, float]:
    return tuple(round(float(value) / POINTS, 1) for value in list(page.MediaBox)[2:])


def test_eight_pages_fold_into_a_booklet_that_reads_in_order():
    assert booklet_order(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert booklet_order(8, rtl=True) == [(0, 7), (6, 1), (2, 5), (4, 3)]


def test_blank_pages_come_before_the_last_so_that_the_back_stays_the_back():
    assert booklet_order(6) == [(5, 0), (1, None), (None, 2), (3, 4)]
    assert booklet_order(1) == [(0, None), (None, None)]


@pytest.mark.parametrize("count", [1, 4, 5, 16, 24])
def test_every_page_is_in_a_booklet_exactly_once(count):
    places = [page for side in booklet_order(count) for page in side if page is not None]
    assert sorted(places) == list(range(count))


def test_a4_pages_lie_side_by_side_on_a3_and_inner_ones_move_to_the_spine():
    made = booklet(pages_of(12, width=210, height=297))
    sheets = list(made.pdf.pages)
    assert len(sheets) == 6
    assert size(sheets[0]) == (420, 297)
    assert drawn(sheets[0]) == [(11, 0, 0, 1), (0, 210, 0, 1)]
    assert drawn(sheets[5]) == [(5, 0.2, 0, 1), (6, 209.8, 0, 1)]
    assert str(made.pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"


def test_a5_takes_a4_and_a_tabloid_is_made_smaller():
    small = booklet(pages_of(4, width=148, height=210))
    assert size(small.pdf.pages[0]) == (297, 210)
    made = booklet(pages_of(4, width=285, height=400))
    (_number, x, _y, scale), _right = drawn(made.pdf.pages[0])
    assert scale == pytest.approx(210 / 285, abs=0.01)
    assert x == pytest.approx(210 - 285 * scale, abs=0.2)


def test_a_poster_is_divided_into_the_fewest_sheets():
    assert (grid_for(420, 594).columns, grid_for(420, 594).rows) == (2, 4)
    assert grid_for(180, 260).columns == grid_for(180, 260).rows == 1


def test_the_sheets_of_a_poster_overlap_by_a_centimetre_and_cover_it_all():
    made = tiles(pages_of(1, width=420, height=594), words=WORDS)
    grid = grid_for(420, 594)
    plan, *sheets = made.pdf.pages
    assert len(sheets) == grid.columns * grid.rows == 8
    assert drawn(plan)[0][3] < 0.4
    (_n, first_x, first_y, scale), second, below = (drawn(sheets[number])[0] for number in (0, 1, 2))
    assert scale == 1
    window_w, window_h = grid.window
    assert first_x - second[1] == pytest.approx(window_w - 10)
    assert below[2] - first_y == pytest.approx(window_h - 10)
    assert grid.columns * (window_w - 10) + 10 >= 420
    assert grid.rows * (window_h - 10) + 10 >= 594


def test_every_sheet_of_a_poster_says_where_it_belongs_and_what_is_glued_to_it():
    made = tiles(pages_of(1, width=420, height=594), words=WORDS)
    texts = {page: [label.text for label in made.labels if label.page == page] for page in range(9)}
    assert "Plan" in texts[0]
    assert {"A1", "D2"} <= set(texts[0])
    assert texts[1] == ["Hier A2 ankleben", "Hier B1 ankleben", "Blatt A1 – 1 von 8"]
    assert texts[8] == ["Blatt D2 – 8 von 8"]


@pytest.mark.parametrize(
    ("width", "height", "copies", "paper"),
    [
        (105, 148, 4, (210, 297)),
        (99, 210, 3, (297, 210)),
        (297, 210, 2, (297, 420)),
        (210, 297, 2, (420, 297)),
        (90, 50, 12, (297, 210)),
    ],
)
def test_as_many_copies_as_fit_lie_on_a_sheet_in_full_size(width, height, copies, paper):
    made = n_up(pages_of(2, width=width, height=height))
    front, back = made.pdf.pages
    assert size(front) == paper
    for side, number in ((front, 0), (back, 1)):
        placed = drawn(side)
        assert len(placed) == copies
        assert {entry[0] for entry in placed} == {number}
        assert {entry[3] for entry in placed} == {1}
        for _number, x, y, _scale in placed:
            assert x >= -0.3
            assert y >= -0.3
            assert x + width <= paper[0] + 0.6
            assert y + height <= paper[1] + 0.6
    assert [entry[1:] for entry in drawn(front)] == [entry[1:] for entry in drawn(back)]


def test_cut_marks_lie_on_the_cuts():
    made = n_up(pages_of(1, width=90, height=50))
    (page,) = made.pdf.pages
    lines = [values for values in pikepdf.parse_content_stream(page) if str(values.operator) in ("m", "l")]
    assert lines
    across = {round(float(line.operands[0]) / POINTS, 1) for line in lines}
    assert {13.5, 103.5, 193.5, 283.5} <= across  # 3 × 90 mm in the middle of 297 mm


def test_what_is_larger_than_any_paper_stays_as_it_is():
    made = n_up(pages_of(1, width=420, height=594))
    assert size(made.pdf.pages[0]) == (420, 594)
    assert drawn(made.pdf.pages[0]) == [(0, 0, 0, 1)]
