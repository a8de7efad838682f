"""The paper as a whole: what fits, what does not, what is remembered between two settings."""

import io

import pikepdf
import pytest
from weasyprint import HTML

from cms.renditions.layout.typesetter import Typesetter, joined, keep_figures, kept_figures
from cms.renditions.pdf import STATIC
from cms.renditions.processes.fetcher import ClosedFetcher
from tests.factories import make_edition, paragraph
from tests.renditions.papers import TEXT

BODY = "<html lang='de'><head><title>x</title></head><body>{}</body></html>"


@pytest.mark.slow
def test_every_article_says_how_it_fits_and_where_it_stands(paper, make):
    made = make(paper)
    fits = {fit["story"]: fit for fit in made.fits}
    for article in paper.articles:
        fit = fits[str(article.pk)]
        assert not fit["over"]
        assert 1 < fit["page"] <= made.pages
        assert {block.id for block in article.body} & set(made.places)


@pytest.mark.slow
def test_what_does_not_fit_into_the_page_limit_is_named_and_printed_all_the_same(home, make):
    edition = make_edition(home, articles=4)
    edition.page_limit = 4
    for number, article in enumerate(edition.articles):
        article.body = [paragraph(f"Absatz {place}. {TEXT}") for place in range(60 if number == 1 else 6)]
    made = make(edition)
    late = {fit["story"]: fit for fit in made.fits if fit["over"]}
    assert "too-many-pages" in made.problems
    assert str(edition.articles[1].pk) in late
    assert late[str(edition.articles[1].pk)]["lines_over"] > 50
    assert late[str(edition.articles[1].pk)]["characters_over"] > 1000
    assert made.pages > 4


@pytest.mark.slow
def test_links_between_pages_that_were_laid_out_apart_lead_somewhere(paper, make):
    with pikepdf.open(io.BytesIO(make(paper).data)) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        targets = [
            str(note.Dest)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if isinstance(note.get("/Dest"), pikepdf.String)
        ]
    assert any(target.startswith("story-") for target in targets)
    assert set(targets) <= names


@pytest.fixture
def typesetter(tmp_path, tmp_path_factory):
    faces = tmp_path_factory.getbasetemp()  # stays when the test is over: the process keeps its faces there

    def make_one(*texts):
        fetcher = ClosedFetcher(pictures={}, static=STATIC, condition=None, store=tmp_path)
        html = HTML(string=BODY.format("".join(f"<p>{text}</p>" for text in texts)), url_fetcher=fetcher)
        return Typesetter(html, css=[], look="test", fetcher=fetcher, options={"pdf_variant": "pdf/ua-1"}, folder=faces), list(
            html.etree_element[-1]
        )

    return make_one


def test_only_what_changed_is_laid_out_again(typesetter):
    setter, (first, second) = typesetter("Eins.", "Zwei.")
    before = [setter.part([first], first_page=1), setter.part([second], first_page=2)]
    setter, (first, second) = typesetter("Eins.", "Drei.")
    after = [setter.part([first], first_page=1), setter.part([second], first_page=2)]
    assert after[0] is before[0]
    assert after[1] is not before[1]
    assert setter.part([first], first_page=3) is not before[0]  # its page number is another
    assert len(joined(after).pages) == 2


def test_screen_and_press_share_measures_but_not_pages(tmp_path_factory, tmp_path):
    fetcher = ClosedFetcher(pictures={}, static=STATIC, condition=None, store=str(tmp_path))
    shared = {"css": [], "fetcher": fetcher, "options": {}, "geometry": "a4", "folder": tmp_path_factory.getbasetemp()}
    setters = [
        Typesetter(HTML(string=BODY.format("<p>Eins.</p>"), url_fetcher=fetcher), look=look, **shared) for look in ("rgb", "ink")
    ]
    assert setters[0].geometry == setters[1].geometry
    assert setters[0].signature != setters[1].signature


def test_measures_are_kept_between_processes_and_broken_files_are_measured_again(tmp_path):
    keep_figures(tmp_path / "measures", {"a": {"head": 3.5}, "b": {"head": 1.0}})
    (tmp_path / "measures" / "b.json").write_text("{")
    assert kept_figures(tmp_path / "measures", ["a", "b", "c"]) == {"a": {"head": 3.5}}
    assert kept_figures(None, ["a"]) == {}
