"""Searching: what is found, how it is shown, and what may be typed."""

import html as html_module
import re

import pytest

from cms.core.folding import fold, fold_with_places
from cms.core.passages import excerpt, mark
from cms.editions.models import ArticlePage
from home.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(edition):
    return edition


def find(client, query, language="de", **more):
    return html_module.unescape(client.get(f"/{language}/search/", {"q": query, **more}).content.decode())


def titles(html):
    return [re.sub(r"<[^>]+>", "", title) for title in re.findall(r"<h3><a [^>]+>(.*?)</a></h3>", html, re.DOTALL)]


def test_words_are_found_in_title_and_text(client, articles):
    assert "Nachtschicht am Ofen" in titles(find(client, "Nachtschicht"))
    assert len(titles(find(client, "quietscht"))) == 3


def test_beginnings_of_words_are_found(client, articles):
    assert "Elf Gärten, ein Wasserhahn" in titles(find(client, "wasser"))


@pytest.mark.parametrize("query", ["Gärten", "gaerten", "GÄRTEN", "elf gaerten"])
def test_umlauts_may_be_typed_either_way(client, articles, query):
    assert titles(find(client, query))[0] == "Elf Gärten, ein Wasserhahn"


def test_hits_in_the_title_come_first(client, articles):
    article = ArticlePage.objects.get(slug="beitrag-3")
    article.standfirst = "Hier geht es um Gärten und Brot."
    article.save_revision().publish()
    found = titles(find(client, "Gärten"))
    assert found == ["Elf Gärten, ein Wasserhahn", "Nachtschicht am Ofen"]


def test_matches_are_marked_and_everything_else_is_escaped(client, articles):
    article = ArticlePage.objects.get(slug="beitrag-3")
    article.title = "Ofen <script>alert(1)</script>"
    article.save_revision().publish()
    raw = client.get("/de/search/", {"q": "ofen"}).content.decode()
    assert "<mark>Ofen</mark>" in raw
    assert "<script>alert" not in raw


def test_only_the_current_language_is_searched(client, articles, home, locales):
    page = StandardPage(title="Yalnız burada", slug="yalniz")
    turkish = home.copy_for_translation(locales["tr"])
    turkish.save_revision().publish()
    turkish.add_child(instance=page)
    page.save_revision().publish()
    assert titles(find(client, "Yalnız", language="tr")) == ["Yalnız burada"]
    assert titles(find(client, "Yalnız")) == []
    assert titles(find(client, "Nachtschicht", language="tr")) == []


def test_drafts_are_not_found(client, articles):
    ArticlePage.objects.get(slug="beitrag-3").unpublish()
    assert titles(find(client, "Nachtschicht")) == []


@pytest.mark.parametrize(("query", "suggestion"), [("Waserhan", "Wasserhahn"), ("Nachtschich Offen", "Nachtschicht Ofen")])
def test_a_typing_mistake_gets_a_suggestion(client, articles, query, suggestion):
    html = find(client, query)
    assert titles(html) == []
    assert f"<bdi>{suggestion}</bdi>" in html


@pytest.mark.parametrize(
    "query", ['"', "'", '"Garten" OR', "a* NEAR b", "Garten)", "(", "%", "\\", "🌻", ":", "a" * 5000, "ä " * 300, "\x00", "بستان"]
)
def test_nothing_a_reader_types_breaks_the_search(client, articles, query):
    assert client.get("/de/search/", {"q": query}).status_code == 200


def test_an_empty_search_shows_the_form_and_no_results(client, articles):
    html = find(client, "   ")
    assert "search-query" in html
    assert "Nothing found" not in html and titles(html) == []


def test_many_results_come_in_pages(client, home):
    for number in range(23):
        page = StandardPage(title=f"Merkblatt {number}", slug=f"merkblatt-{number}")
        home.add_child(instance=page)
        page.save_revision().publish()
    first, last = find(client, "Merkblatt"), find(client, "Merkblatt", page=3)
    assert len(titles(first)) == 10
    assert len(titles(last)) == 3
    assert 'rel="next" href="?q=Merkblatt&page=2"' in first
    assert len(titles(find(client, "Merkblatt", page="99"))) == 3
    assert len(titles(find(client, "Merkblatt", page="x"))) == 10


def test_folding_knows_the_way_back():
    assert fold("Straße in Köln") == "strasse in koeln"
    folded, places = fold_with_places("ßä")
    assert folded == "ssae"
    assert places == [0, 0, 1, 1]


def test_marking_umlauts_marks_the_letters_of_the_text():
    assert mark("Elf Gärten", words=["gaert"]) == "Elf <mark>Gärt</mark>en"


def test_an_excerpt_stands_around_the_first_match():
    text = "Anfang " * 60 + "hier steht Wasser " + "Ende " * 60
    cut = excerpt(text, words=["wasser"])
    assert "Wasser" in cut
    assert len(cut) < 260
    assert cut.startswith("… ") and cut.endswith(" …")
