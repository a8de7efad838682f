"""Editions and articles on the web: what is listed, linked and described."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.editions import reading
from cms.editions.models import ArticlePage, EditionPage
from tests.factories import make_edition

pytestmark = pytest.mark.django_db
ARTICLE = "/de/vielfalt/vielfalt-24/beitrag-2/"


def read(client, path):
    return client.get(path).content.decode()


def test_the_edition_lists_its_articles_by_section(client, edition):
    html = read(client, "/de/vielfalt/vielfalt-24/")
    assert html.index("Nachbarschaft<span>") < html.index("Elf Gärten") or "Nachbarschaft" in html
    for number in (1, 2, 3):
        assert f'href="/de/vielfalt/vielfalt-24/beitrag-{number}/"' in html


def test_an_article_links_its_neighbours(client, edition):
    html = read(client, ARTICLE)
    assert 'rel="prev" href="/de/vielfalt/vielfalt-24/beitrag-1/"' in html
    assert 'rel="next" href="/de/vielfalt/vielfalt-24/beitrag-3/"' in html


def test_sharing_needs_nobody_else(client, edition):
    html = read(client, ARTICLE)
    assert "mailto:?subject=Der%20Chor" in html
    assert re.search(r'data-copy="http\S+/de/vielfalt/vielfalt-24/beitrag-2/"', html)
    outside = [url for url in re.findall(r'(?:src|href|action)="(https?://[^"]+)"', html) if "localhost" not in url]
    assert outside == []


def test_the_archive_groups_editions_by_year(client, home):
    make_edition(home, number=24)
    older = make_edition(home, number=22)
    older.date = older.date.replace(year=2025)
    older.save_revision().publish()
    main = read(client, "/de/vielfalt/").split("<main")[1]
    assert main.index(">2026<") < main.index("vielfalt-24") < main.index(">2025<") < main.index("vielfalt-22")


def test_no_pdf_no_link(client, edition):
    assert "application/pdf" not in read(client, "/de/vielfalt/vielfalt-24/")


def test_the_canonical_address_and_the_preview_picture_are_absolute(client, edition):
    html = read(client, ARTICLE)
    assert re.search(r'<link rel="canonical" href="http\S+/de/vielfalt/vielfalt-24/beitrag-2/">', html)
    assert re.search(r'<meta property="og:image" content="http\S+\.jpg">', html)


def structured(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL).group(1))


def test_an_article_describes_itself_to_search_engines(client, edition):
    data = structured(read(client, ARTICLE))
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Der Chor, der auskommt"
    assert data["isPartOf"]["issueNumber"] == 24


def test_structured_data_cannot_be_broken_out_of(client, edition):
    article = ArticlePage.objects.get(slug="beitrag-2")
    article.title = "</script><script>alert(1)</script> & „Anführung“"
    article.save_revision().publish()
    html = read(client, ARTICLE)
    assert "<script>alert" not in html
    assert structured(html)["headline"] == article.title


def test_pictures_come_in_several_widths_and_have_their_size(client, edition):
    picture = re.search(r"<figure.*?(<img[^>]*>)", read(client, ARTICLE), re.DOTALL).group(1)
    assert re.search(r'width="\d+"', picture) and re.search(r'height="\d+"', picture)
    entries = re.search(r'srcset="([^"]+)"', picture).group(1).split(", ")
    assert all(".webp " in entry for entry in entries)
    widths = [entry.split()[-1] for entry in entries]
    assert len(widths) == len(set(widths)) > 1


def test_a_deleted_picture_does_not_break_the_page(client, edition):
    ArticlePage.objects.get(slug="beitrag-2").lead_image.delete()
    response = client.get(ARTICLE)
    assert response.status_code == 200
    assert "figure--wide" not in response.content.decode()


def test_a_lost_picture_file_does_not_break_the_page(client, edition):
    article = ArticlePage.objects.get(slug="beitrag-2")
    article.lead_image.renditions.all().delete()
    article.lead_image.file.storage.delete(article.lead_image.file.name)
    assert client.get(ARTICLE).status_code == 200


def test_an_edition_without_articles_says_so(client, edition):
    for article in ArticlePage.objects.all():
        article.unpublish()
    assert client.get("/de/vielfalt/vielfalt-24/").status_code == 200
    assert client.get("/de/").status_code == 200


def test_reading_time_counts_words_and_nothing_else(edition):
    article = ArticlePage.objects.get(slug="beitrag-1")
    article.standfirst = ""
    article.body = [
        ("paragraph", {"text": "<p>" + "Wort <b>und</b> " * 150 + "</p>", "show_in": ["web", "print", "email"]}),
        ("list", {"style": "bullet", "items": ["<p>" + "Wort " * 150 + "</p>"], "show_in": ["web"]}),
    ]
    article.save()
    assert reading.minutes(ArticlePage.objects.get(pk=article.pk)) == 3


def test_feeds_carry_the_articles_of_their_language(client, edition):
    for path, item in [("/de/atom.xml", "{http://www.w3.org/2005/Atom}entry"), ("/de/rss.xml", "item")]:
        response = client.get(path)
        assert response.status_code == 200
        root = ET.fromstring(response.content)
        assert len(list(root.iter(item))) == 3
    assert client.get("/tr/atom.xml").status_code == 404


def test_the_sitemap_names_every_language_of_a_page(client, edition, home, locales):
    home.copy_for_translation(locales["ar"]).save_revision().publish()
    index = ET.fromstring(client.get("/sitemap.xml").content)
    assert index.tag.endswith("sitemapindex")
    root = ET.fromstring(client.get("/sitemap-pages.xml").content)
    places = {element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {place.split("/", 3)[3] for place in places} >= {"de/", "ar/", "de/vielfalt/vielfalt-24/beitrag-1/"}
    alternates = [e.attrib for e in root.iter("{http://www.w3.org/1999/xhtml}link")]
    assert {alternate["hreflang"] for alternate in alternates} == {"de", "ar"}


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/de/", 19),  # three of them for the sign-up form
        ("/de/vielfalt/vielfalt-24/", 17),
        ("/de/vielfalt/vielfalt-24/beitrag-1/", 16),
        ("/de/vielfalt/", 15),
    ],
)
def test_a_page_needs_few_queries_however_many_articles_there_are(client, home, path, most):
    make_edition(home, number=24, articles=3)
    few = count_queries(client, path)
    edition = EditionPage.objects.get(number=24)
    add_articles(edition, 9)
    assert count_queries(client, path) == few
    assert few <= most


def add_articles(edition, count):
    from tests.factories import make_image

    for number in range(count):
        article = ArticlePage(
            title=f"Noch ein Beitrag {number}", slug=f"weiterer-{number}", lead_image=make_image(f"w{number}"), lead_alt="Bild"
        )
        edition.add_child(instance=article)
        article.save_revision().publish()


def count_queries(client, path) -> int:
    client.get(path)  # makes the renditions
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_a_new_article_can_be_previewed_before_it_is_saved(edition):
    article = ArticlePage(title="Ganz neu", slug="ganz-neu", locale=edition.locale, standfirst="Noch nirgends gespeichert.")
    # What Wagtail's preview of a new page sets.
    article.set_url_path(edition)
    article.path = ArticlePage._get_children_path_interval(edition.path)[1]
    article.depth = edition.depth + 1
    response = article.make_preview_request(preview_mode="web")
    assert response.status_code == 200
    assert "Noch nirgends gespeichert." in response.content.decode()


def test_a_draft_of_a_home_page_can_be_previewed(home, edition):
    home.campaign_title = "Nur im Entwurf"
    html = home.make_preview_request(preview_mode="web").content.decode()
    assert "Nur im Entwurf" in html
    assert "Elf Gärten, ein Wasserhahn" in html
