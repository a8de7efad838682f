"""The planner and the columns by themselves: stories are only measures here."""

from math import isfinite
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from cms.renditions.layout.filling import Filling
from cms.renditions.layout.flatplan import Flatplan
from cms.renditions.layout.levelling import airs
from cms.renditions.layout.measure import find, split_element
from cms.renditions.layout.picture_widths import ask_for
from cms.renditions.layout.pour import Atom, Piece, balanced, column_height, pieces_of, pour, run
from cms.renditions.layout.stories import Story
from cms.renditions.layout.story_measures import keep_endings
from cms.renditions.layout.story_text import cut_out, offset_of


def paragraphs(flow, *, lines=8):
    count = max(1, round(flow / lines))
    return pieces_of([Atom((number,), lines, lines=lines, marks=tuple(range(38, 38 * lines + 1, 38))) for number in range(count)])


def story(flow=60, *, ratio=0.66, head=5, side=8, classes="story"):
    element = Element("article", {"class": classes})
    return Story(element, head=head, head_small=head, side=side, text=paragraphs(flow), caption=1, ratio=ratio)


@pytest.fixture
def plan():
    return Flatplan(columns=3, lines=57, column_mm=58.33)


@pytest.mark.parametrize("count", [1, 4, 6, 9, 14, 30])
def test_every_story_is_planned_once_and_in_order(plan, count):
    stories = [story(flow=40 + 7 * (number % 5)) for number in range(count)]
    groups = plan.plan(stories, other_pages=2)
    assert [item for group in groups for item in group.stories] == stories


@pytest.mark.parametrize("count", [4, 6, 9, 14, 30])
def test_quotes_fill_the_paper_up_to_a_multiple_of_four(plan, count):
    stories = [story(flow=40 + 7 * (number % 5)) for number in range(count)]
    for item in stories:
        item.element.append(fromstring('<blockquote class="pull"><p class="said">Vier geht auch.</p></blockquote>'))
    groups = plan.plan(stories, other_pages=2)
    pages = sum(group.pages for group in groups) + 2
    fillers = Filling([group.elements for group in groups]).pages(-pages % 4)
    assert (pages + sum(map(len, fillers.values()))) % 4 == 0


def test_a_page_limit_is_kept_by_denser_shapes(plan):
    stories = [story(flow=60, side=4, classes="story prominent") for _number in range(8)]
    free = sum(group.pages for group in plan.plan(stories, other_pages=2, multiple=1))
    limited = sum(group.pages for group in plan.plan(stories, other_pages=2, multiple=1, limit=8))
    assert limited == 6 < free


def test_what_cannot_fit_is_named_with_its_lines(plan):
    stories = [story(flow=60), story(flow=300), story(flow=60)]
    late = plan.excess(stories, pages=2)
    assert set(late) == {1} and late[1] > 100
    groups = plan.plan(stories, other_pages=2, limit=4)
    assert sum(group.pages for group in groups) > 2  # nothing is cut


def test_only_letter_and_dates_may_have_a_page_to_themselves(plan):
    letter, ad = (Story(Element("article", {"class": f"story {name}"}), fixed=14) for name in ("letter", "online-list"))
    assert plan.group([letter]).cost < plan.group([ad]).cost


def test_a_column_that_reaches_a_hair_below_its_page_wastes_nothing(plan):
    brim = Story(Element("article", {"class": "story online-list"}), fixed=57.44)  # 57.02 below the rule that falls away
    group = plan.place([brim, story(flow=300)], (plan.shapes_of(brim)[0], plan.shapes_of(story(flow=300))[0]))
    assert isinstance(group.cost, float) and isfinite(group.cost)


measured_stories = some.builds(
    lambda lines, lengths, ratio, head, side, fixed: Story(
        Element("article", {"class": "story"}),
        head=head,
        head_small=head,
        side=side,
        text=pieces_of([Atom((number,), length * lines, lines=length, line=lines) for number, length in enumerate(lengths)]),
        caption=1,
        ratio=ratio,
        fixed=fixed,
    ),
    lines=some.sampled_from([1.0, 1.02, 1.27]),
    lengths=some.lists(some.integers(1, 30), min_size=1, max_size=14),
    ratio=some.one_of(some.just(0.0), some.floats(0.3, 2.0)),
    head=some.floats(0, 14),
    side=some.floats(0, 30),
    fixed=some.one_of(some.just(0.0), some.floats(0.5, 80.0)),
)


@given(
    stories=some.lists(measured_stories, min_size=1, max_size=7),
    limit=some.integers(0, 9),
    multiple=some.sampled_from([1, 2, 4]),
    strips=some.booleans(),
    easy=some.booleans(),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_stories_measure_each_is_planned_once_at_a_real_cost(stories, limit, multiple, strips, easy):
    planner = Flatplan(columns=2 if easy else 3, lines=57, column_mm=58.33, easy=easy, strips=strips)
    groups = planner.plan(stories, other_pages=2, multiple=multiple, limit=limit)
    assert [item for group in groups for item in group.stories] == stories
    for group in groups:
        assert isinstance(group.cost, float) and isfinite(group.cost) and group.cost >= 0
        assert all(height >= 0 for height in group.pictures(strip=group.strip))
        assert all(air.lines >= 0 for air in airs(group))
    assert all(over > 0 for over in planner.excess(stories, pages=max(1, limit - 2)).values())


def test_an_empty_paper_needs_no_inner_pages(plan):
    assert plan.plan([], other_pages=2) == []


def test_a_story_longer_than_a_page_gets_as_many_as_it_needs_and_all_its_lines(plan):
    (group,) = plan.plan([story(flow=2000)], other_pages=3)
    assert group.pages >= 12
    lines = sum(
        piece.height
        for placing in group.placings
        for part in placing.runs
        for segment in part.segments
        for column in segment.columns
        for piece in column
    )
    assert lines == pytest.approx(2000)


def test_pictures_take_what_is_left_of_the_page(plan):
    group = plan.group([story(flow=45)])
    (height,) = group.pictures()
    assert height > group.shapes[0].picture
    assert height <= group.shapes[0].picture + group.shapes[0].stretch


def test_a_story_of_page_one_stands_large_inside(plan):
    assert plan.group([story(classes="story prominent")]).shapes[0].name == "hero"


def test_easy_language_is_never_set_in_narrow_shapes():
    easy = Flatplan(columns=2, lines=57, column_mm=89.75, easy=True)
    assert {shape.name for shape in easy.shapes(story())} == {"hero", "linear"}  # two columns of 90 mm


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_balanced_columns_hold_everything_and_end_level(columns):
    pieces = paragraphs(97, lines=7)
    poured, height = balanced(pieces, columns)
    assert sum(piece.height for column in poured for piece in column) == pytest.approx(sum(piece.height for piece in pieces))
    assert height <= 98 / columns + 3
    assert max(map(column_height, poured)) == height


def test_no_column_ends_with_a_heading_a_divided_word_or_one_line():
    heading = Atom((1,), 2, gap=0, top=1, keep=True)
    text = Atom((2,), 8, lines=8, marks=tuple(range(30, 241, 30)), hyphens=(2,))
    pieces = (Piece(Atom((0,), 8, lines=8, marks=tuple(range(30, 241, 30)))), Piece(heading), Piece(text))
    for height in range(4, 20):
        (first, *_others), _rest = pour(pieces, 2, float(height))
        last = first[-1]
        assert not last.atom.keep
        assert last.end is None or (last.end >= 2 and last.atom.lines - last.end >= 2)
        assert last.end is None or last.end - 1 not in last.atom.hyphens


def test_what_stands_across_the_columns_divides_the_text_in_two():
    pieces = (*paragraphs(30), Piece(Atom((9,), 6, gap=1, span=True)), *paragraphs(30))
    whole = run(pieces, 3)
    assert [segment.span for segment in whole.segments] == [False, True, False]
    assert not whole.rest
    part = run(pieces, 3, room=12.0)
    assert part.height <= 12.1 and part.rest


def test_lines_are_cut_out_of_a_paragraph_with_their_markup():
    paragraph = fromstring("<p>Der erste Satz steht <b>vor dem Bild</b> auf Seite eins. Der zweite <i>auf Seite zwei</i>.</p>")
    raw = "".join(paragraph.itertext())
    ends = [
        len("".join(part.split())) for part in ("Der erste Satz steht vor", "Der erste Satz steht vor dem Bild auf Seite", raw)
    ]
    atom = Atom((0,), 3, lines=3, marks=tuple(ends))
    first, second = cut_out(paragraph, Piece(atom, 0, 1)), cut_out(paragraph, Piece(atom, 1, None))
    assert f"{''.join(first.itertext())} {''.join(second.itertext())}" == raw  # the space between the lines is nobody's
    assert first.find("b").text == "vor" and second.find("b").text == "dem Bild"
    assert raw[offset_of(raw, ends[0]) :].startswith("dem Bild")


@pytest.mark.parametrize("offset", range(27))
def test_no_letter_is_lost_wherever_a_paragraph_is_divided(offset):
    paragraph = fromstring("<p>Elf <b>Gärten <i>am</i> Damm</b> im Mai <a>hier</a>.</p>")
    whole = "".join(paragraph.itertext())
    first, second = split_element(paragraph, offset)
    assert "".join(first.itertext()) + "".join(second.itertext()) == whole
    assert "".join(first.itertext()) == whole[:offset]


def quoting(name: str, *, words: str = "Vier geht auch.") -> Element:
    quote = f'<blockquote class="pull"><p class="said">{words}</p><p class="who"><b>{name}</b></p></blockquote>'
    return fromstring(f'<article class="story c-leaf" id="story-{name}" data-title="{name}">{quote}</article>')


def test_a_strip_repeats_a_quote_of_another_page_once_and_says_where_it_stands():
    here, there = quoting("hier"), quoting("dort")
    filling = Filling([[here], [there]], labels=("Seite ", "im Netz"))
    band = filling.strip([here], lines=12)
    assert find(band, "page-link").get("href") == "#story-dort"
    assert filling.strip([here], lines=12) is None  # the only other quote is used


def test_a_quote_that_is_too_long_for_a_strip_is_not_cut():
    here, there = quoting("hier"), quoting("dort", words="Wir haben um Wasser gestritten. " * 12)
    assert Filling([[here], [there]]).strip([here], lines=9) is None


def test_a_page_of_a_quote_stands_away_from_its_story():
    pages = Filling([[quoting("eins")], [quoting("zwei")], [quoting("drei")]]).pages(1)
    ((place, (page,)),) = pages.items()
    assert "".join(find(page, "who").itertext()) not in ("eins", "zwei", "drei")[place]


def test_a_quote_moves_where_the_columns_end_level():
    quote = Atom((1,), 8, top=1, floats=True)
    text = [Piece(Atom((number,), 6, lines=6, marks=tuple(range(38, 229, 38)))) for number in (0, 2, 3, 4, 5)]
    stuck = Atom((1,), 8, top=1)
    _fixed, before = balanced((text[0], *text[1:3], Piece(stuck), *text[3:]), 3)
    poured, height = balanced((text[0], *text[1:3], Piece(quote), *text[3:]), 3)
    assert height <= before
    assert sum(piece.height for column in poured for piece in column) == 38
    assert poured[0][0].atom is not quote


def test_a_picture_is_asked_for_as_wide_as_a_tall_frame_enlarges_it():
    figure = fromstring('<figure data-ratio="0.5"><img src="media:180/images/hahn.jpg"/></figure>')
    ask_for(figure, width=120, height=100)
    assert figure[0].get("src") == "media:200/images/hahn.jpg"


def test_the_last_word_of_a_paragraph_is_never_divided():
    text = fromstring("<div><p>Das konnte <b>im Erdgeschoss</b> niemand anfangen.</p><p>Es war so.</p></div>")
    keep_endings(text)
    assert [span.text for span in text.iter("span")] == [" anfangen."]
    assert "".join(text.itertext()) == "Das konnte im Erdgeschoss niemand anfangen.Es war so."
