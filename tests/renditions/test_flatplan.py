"""The planner by itself: stories are only measures here."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from cms.renditions.filling import filler_pages
from cms.renditions.flatplan import Flatplan, Story, picture_heights
from cms.renditions.measure import split_by_lines, split_element


def story(flow=60, *, ratio=0.66, head=5, side=8, classes="story"):
    return Story(Element("article", {"class": classes}), head=head, side=side, flow=flow, spans=0, caption=1, ratio=ratio)


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
    fillers = filler_pages([group.elements for group in groups], count=-pages % 4)
    assert (pages + sum(map(len, fillers.values()))) % 4 == 0


def test_an_empty_paper_needs_no_inner_pages(plan):
    assert plan.plan([], other_pages=2) == []


def test_a_story_longer_than_a_page_gets_as_many_as_it_needs(plan):
    (group,) = plan.plan([story(flow=2000)], other_pages=3)
    assert group.pages >= 12


def test_pictures_take_what_is_left_of_the_page(plan):
    group = plan.group([story(flow=45)])
    (height,) = picture_heights(group)
    assert height > group.shapes[0].picture
    assert height <= group.shapes[0].picture + group.shapes[0].stretch


def test_a_story_of_page_one_stands_large_inside(plan):
    assert plan.group([story(classes="story prominent")]).shapes[0].name == "hero"


def test_easy_language_is_never_set_in_narrow_shapes():
    easy = Flatplan(columns=2, lines=57, column_mm=89.75, easy=True)
    assert {shape.name for shape in easy.shapes(story())} <= {"linear", "columns"}


def test_a_paragraph_is_divided_at_the_end_of_a_sentence_and_keeps_its_markup():
    paragraph = fromstring(
        "<p>Der erste Satz ist lang genug und steht <b>vor dem Bild</b> auf Seite eins. "
        "Der zweite Satz steht <i>auf Seite zwei</i> und hat ebenfalls viele Wörter.</p>"
    )
    lines = ["Der erste Satz ist lang genug und steht", "vor dem Bild auf Seite eins. Der zweite", "Satz steht auf Seite zwei"]
    first, second = split_by_lines(paragraph, lines, keep=2)
    assert "".join(first.itertext()).strip().endswith("Seite eins.")
    assert "".join(second.itertext()).startswith("Der zweite Satz")
    assert first.find("b").text == "vor dem Bild" and second.find("i").text == "auf Seite zwei"


@pytest.mark.parametrize("offset", range(27))
def test_no_letter_is_lost_wherever_a_paragraph_is_divided(offset):
    paragraph = fromstring("<p>Elf <b>Gärten <i>am</i> Damm</b> im Mai <a>hier</a>.</p>")
    whole = "".join(paragraph.itertext())
    first, second = split_element(paragraph, offset)
    assert "".join(first.itertext()) + "".join(second.itertext()) == whole
    assert "".join(first.itertext()) == whole[:offset]
