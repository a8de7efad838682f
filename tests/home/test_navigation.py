"""Menu, footer and language switcher come from the tree."""

import re

import pytest

from cms.core.models import CouncilSettings
from home.models import StandardPage

pytestmark = pytest.mark.django_db


def add_page(parent, title, slug, **fields):
    page = StandardPage(title=title, slug=slug, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def part(html, tag):
    return re.search(rf"<{tag}\b.*?</{tag}>", html, re.DOTALL).group()


def test_the_menu_shows_pages_marked_for_it_with_their_children(client, home):
    council = add_page(home, "Der Rat", "rat", show_in_menus=True)
    add_page(council, "Mitglieder", "mitglieder", show_in_menus=True)
    add_page(home, "Versteckt", "versteckt")
    header = part(client.get("/de/").content.decode(), "header")
    assert 'href="/de/rat/"' in header
    assert 'href="/de/rat/mitglieder/"' in header
    assert "Versteckt" not in header


def test_the_menu_marks_where_the_reader_is(client, home):
    council = add_page(home, "Der Rat", "rat", show_in_menus=True)
    add_page(council, "Mitglieder", "mitglieder")
    assert '<a href="/de/rat/" aria-current="page">' in client.get("/de/rat/").content.decode()
    assert '<a href="/de/rat/" aria-current="true">' in client.get("/de/rat/mitglieder/").content.decode()


def test_the_footer_lists_pages_chosen_for_it(client, home):
    add_page(home, "Barrierefreiheit", "barrierefreiheit", in_footer=True)
    footer = part(client.get("/de/").content.decode(), "footer")
    assert 'href="/de/barrierefreiheit/"' in footer


def test_the_legal_notice_stands_on_every_page(client, edition):
    for path in ["/de/", "/de/vielfalt/vielfalt-24/beitrag-1/", "/de/search/", "/de/nichts/"]:
        footer = part(client.get(path).content.decode(), "footer")
        assert "Ines Kaltwasser, Am Fischmarkt 1" in footer
        assert "Stadt Lindenau an der Pegnach, Integrationsrat" in footer


def test_languages_stand_in_their_own_script_and_lead_to_the_same_page(client, home, locales):
    page = add_page(home, "Leitbild", "leitbild")
    home.copy_for_translation(locales["ar"]).save_revision().publish()
    page.copy_for_translation(locales["ar"]).save_revision().publish()
    html = client.get("/de/leitbild/").content.decode()
    assert '<a href="/ar/leitbild/" lang="ar" hreflang="ar" dir="rtl">العربية</a>' in html
    assert '<link rel="alternate" hreflang="ar" href=' in html


def test_without_a_translation_a_language_leads_to_its_home_page_and_is_no_alternate(client, home, locales):
    add_page(home, "Leitbild", "leitbild")
    home.copy_for_translation(locales["tr"]).save_revision().publish()
    html = client.get("/de/leitbild/").content.decode()
    assert '<a href="/tr/" lang="tr" hreflang="tr" dir="ltr">Türkçe</a>' in html
    assert 'rel="alternate" hreflang' not in html


def test_a_language_without_a_tree_is_not_offered(client, home):
    html = client.get("/de/").content.decode()
    assert "Türkçe" not in part(html, "header")
    assert "langs" not in part(html, "header")


def test_other_views_switch_the_language_in_place(client, home, locales):
    home.copy_for_translation(locales["tr"]).save_revision().publish()
    html = client.get("/de/search/", {"q": "Garten"}).content.decode()
    assert 'href="/tr/search/?q=Garten"' in html


def test_the_councils_colours_come_as_a_stylesheet_of_their_own(client, home):
    council = CouncilSettings.objects.get()
    council.main_colour = "#5c0b4f"
    council.save()
    html = client.get("/de/").content.decode()
    address = re.search(r'href="(/council\.css\?[^"]+)"', html).group(1)
    response = client.get(address)
    assert response["Content-Type"].startswith("text/css")
    assert "--petrol: #5c0b4f" in response.content.decode()
    assert "style=" not in html and "<style" not in html


def test_robots_may_read_everything_but_the_admin(client, home):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert re.search(r"^Sitemap: http\S+/sitemap\.xml$", text, re.MULTILINE)
