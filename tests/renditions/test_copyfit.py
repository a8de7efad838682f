"""Copyfit: what may be done to text so that it fits, and when it is done. Stories are only measures here."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from weasyprint import CSS, HTML

from cms.renditions.colour import theme_css
from cms.renditions.fit_wording import copyfit_words, fit_words
from cms.renditions.layout.composition import Composition
from cms.renditions.layout.copyfit import MOST, PLAIN, Setting, scale_for
from cms.renditions.layout.flatplan import Flatplan
from cms.renditions.layout.levelling import Levelling, airs, white_lines
from cms.renditions.layout.pour import Atom, pieces_of
from cms.renditions.layout.stories import Story
from cms.renditions.layout.story_measures import Measurer
from cms.renditions.pdf import STATIC
from cms.renditions.processes.fetcher import ClosedFetcher
from cms.renditions.sheet import Sheet

PAPER = Sheet("a4", 210, 297, top=23, side=13, bottom=18, columns=6, gutter=4.5, page_multiple=1)
GERMAN = scale_for("de", right_to_left=False, easy=False)


@pytest.mark.parametrize("language", ["de", "en", "uk", "tr", "ar", "fa", "de-x-leicht"])
def test_neither_spacing_nor_size_ever_changes_by_more_than_two_percent(language):
    scale = scale_for(language, right_to_left=language in ("ar", "fa"), easy=language == "de-x-leicht")
    for setting in (*scale.closer, *scale.wider):
        assert max(abs(setting.spacing), abs(setting.size), abs(setting.leading)) <= MOST == 2.0
        assert setting.strength > 0


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_arabic_letters_are_never_moved_apart_or_together(language):
    scale = scale_for(language, right_to_left=True, easy=False)
    assert scale.closer and scale.wider
    assert not any(setting.spacing or setting.zone for setting in (*scale.closer, *scale.wider))


def test_leichte_sprache_is_never_set_closer_or_wider():
    scale = scale_for("de-x-leicht", right_to_left=False, easy=True)
    assert not scale.closer and not scale.wider


def test_words_are_divided_first_then_the_spacing_then_the_size_and_only_where_words_can_be_divided():
    first, *_more, last = GERMAN.closer
    assert first.zone and not first.spacing and not first.size
    assert last.size == -MOST
    sizes = [setting.size for setting in GERMAN.closer]
    assert all(setting.spacing < 0 for setting in GERMAN.closer if setting.size) and sizes == sorted(sizes, reverse=True)
    assert not any(setting.zone for setting in scale_for("tr", right_to_left=False, easy=False).closer)


@pytest.mark.parametrize("language", ["de", "tr", "ar"])
def test_the_gentlest_comes_first(language):
    scale = scale_for(language, right_to_left=language == "ar", easy=False)
    for settings in (scale.closer, scale.wider):
        assert [item.strength for item in settings] == sorted(item.strength for item in settings)


def paragraphs(lines: int):
    """Paragraphs of eight lines, and one of the rest."""
    sizes = [8] * (lines // 8) + ([lines % 8] if lines % 8 else [])
    return pieces_of(
        [
            Atom((n,), size, lines=size if size > 3 else 0, marks=tuple(range(38, 38 * size + 1, 38)))
            for n, size in enumerate(sizes)
        ]
    )


def story(lines: int, *, gains: float = 0.012, ratio: float = 0.0) -> Story:
    """A story that gets about 1.2 % shorter with each step closer, and longer with each step wider."""
    found = Story(
        Element("article", {"class": "story"}), head=5, head_small=5, side=4, side_wide=3, text=paragraphs(lines), caption=1
    )
    found.ratio = ratio
    for step, setting in enumerate(GERMAN.closer, 1):
        found.fitted[setting] = paragraphs(round(lines * (1 - gains * step)))
    for step, setting in enumerate(GERMAN.wider, 1):
        found.fitted[setting] = paragraphs(round(lines * (1 + 0.02 * step)))
    return found


@pytest.fixture
def levelling():
    made = Levelling()
    made.planner = Flatplan(columns=3, lines=57, column_mm=58.33)
    made.measurer = Measurer(None, folder=None, width=210)  # every setting is measured already
    made.scale, made.limit = GERMAN, 0
    made.sheet = PAPER
    return made


def longest_that_fits(planner: Flatplan) -> int:
    return max(lines for lines in range(90, 170) if planner.group([story(lines)]).pages == 1)


def test_a_story_that_fits_is_set_as_the_house_sets_text(levelling):
    (group,) = levelling._plan([story(longest_that_fits(levelling.planner))], others=2)
    assert group.pages == 1 and group.setting == PLAIN


@pytest.mark.parametrize("over", [1, 3, 5])
def test_a_story_a_few_lines_too_long_is_set_closer_as_gently_as_that_helps(levelling, over):
    long = story(longest_that_fits(levelling.planner) + over)
    assert levelling.planner.group([long]).pages == 2
    (group,) = levelling._plan([long], others=2)
    assert group.pages == 1 and group.setting in GERMAN.closer
    gentler = GERMAN.closer[: GERMAN.closer.index(group.setting)]
    assert all(levelling.planner.group([long], settings=(setting,)).pages == 2 for setting in gentler)


def test_a_story_much_too_long_runs_on_and_stays_as_it_is(levelling):
    (group,) = levelling._plan([story(longest_that_fits(levelling.planner) + 60)], others=2)
    assert group.pages == 2 and group.setting == PLAIN


def test_the_page_limit_is_kept_with_closer_text_where_a_few_lines_are_missing(levelling):
    fitting = longest_that_fits(levelling.planner)
    levelling.limit = 5
    groups = levelling._plan([story(fitting - 9), story(fitting + 4), story(fitting - 9)], others=2)
    assert sum(group.pages for group in groups) == 3
    assert [group.setting != PLAIN for group in groups] == [False, True, False]


def test_a_paper_one_page_above_a_multiple_of_four_is_set_closer_and_not_filled_up(levelling):
    levelling.sheet = replace(levelling.sheet, page_multiple=4)
    fitting = longest_that_fits(levelling.planner)
    groups = levelling._plan([story(fitting + 4), story(fitting)], others=2)
    assert sum(group.pages for group in groups) + 2 == 4


def test_a_white_foot_is_filled_with_wider_text_as_little_as_fills_it(levelling):
    short = story(100)
    group = levelling.planner.group([short])
    (wider,) = levelling._widened([group])
    assert wider.pages == 1 and wider.left < group.left
    assert wider.setting in GERMAN.wider and wider.left >= 0
    full = levelling.planner.group([story(longest_that_fits(levelling.planner))])
    assert levelling._widened([full]) == [full]


def test_air_is_shared_and_never_more_than_there_is(levelling):
    group = levelling.planner.group([story(30), story(30)])
    given = sum(air.lines for air in airs(group))
    assert 0 < given <= group.white() + 0.001
    assert airs(group)[0].gap == 0 < airs(group)[1].gap
    assert white_lines(group) <= group.white() - given


def test_what_was_done_is_said_with_sign_and_amount():
    words = copyfit_words(Setting(spacing=1.2, size=-2.0, zone=3.0).data())
    assert "1,2" in words and "+" in words and "−2" in words
    assert copyfit_words(PLAIN.data()) == ""
    assert "12" in fit_words({"lines_over": 12}) and "6" in fit_words({"lines_under": 6})


SENTENCE = "Am Hahn in der Kolonie stehen morgens vier Leute mit Kannen, und keiner weiß vom anderen mehr als den Vornamen. "
STORY = """<html lang='{lang}' dir='{dir}'><head><title>x</title>{links}</head>
<body class='print' data-flatplan><main class='stories'><article class='story c-leaf' id='story-1' data-title='Hahn'>
<header class='head'><h2 class='h-m'>Am Hahn</h2></header>
<div class='main'><div class='side'><p class='standfirst'>Kurz.</p></div>
<div class='text'>{text}</div></div></article></main></body></html>"""
LINKS = "".join(f"<link rel='stylesheet' href='static:css/print/{name}.css'>" for name in ("fonts", "type", "blocks", "paper"))


@pytest.fixture
def composed(tmp_path, tmp_path_factory):
    """A paper of one story with so many words, set by WeasyPrint. Its faces stay for the next test of this process."""
    measures = str(tmp_path_factory.getbasetemp() / "measures")

    def compose(words: int, *, lang="de", rtl=False) -> Composition:
        said = (SENTENCE * 80).split()[:words]
        text = "".join(f"<p>{' '.join(said[start : start + 47])}</p>" for start in range(0, words, 47))
        html = STORY.format(lang=lang, dir="rtl" if rtl else "ltr", links=LINKS, text=text)
        fetcher = ClosedFetcher(pictures={}, static=STATIC, condition=None, store=str(tmp_path))
        theme = theme_css(condition=None, main="#0b4f5c", accent="#f5b324")
        css = [CSS(string=theme + PAPER.css(bleed=0), url_fetcher=fetcher)]
        options = {"pdf_variant": "pdf/ua-1"}
        document = HTML(string=html, url_fetcher=fetcher)
        made = Composition(document, sheet=PAPER, easy=False, css=css, fetcher=fetcher, options=options, measures=measures)
        made.pages = len(made.compose().pages)
        return made

    return compose


def change(made: Composition) -> float:
    """Percent by which its text is set wider, or closer if negative."""
    done = made.fits[0].copyfit
    return done.get("spacing", 0) + done.get("size", 0) - (0.1 if "zone" in done else 0)


@pytest.mark.slow
def test_on_paper_the_longer_a_story_the_closer_its_text_until_it_runs_on_and_is_left_alone(composed):
    done = [composed(words) for words in (826, 868, 910, 931, 966)]
    one_page = [change(made) for made in done if made.pages == 1]
    assert one_page == sorted(one_page, reverse=True)
    assert one_page[0] > 0 > one_page[-1] and 0 in one_page
    assert [change(made) for made in done if made.pages > 1][-1:] == [0]


@pytest.mark.slow
def test_on_paper_arabic_is_fitted_by_size_and_line_height_alone(composed):
    done = [composed(words, lang="ar", rtl=True) for words in (640, 690, 729)]
    assert all(set(made.fits[0].copyfit) <= {"size", "leading"} for made in done)
    assert change(done[0]) > 0 == change(done[1]) > change(done[2])
