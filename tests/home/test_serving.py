"""An address is answered in its own language or not at all."""

import pytest
from wagtail.models import Page

from cms.editions.models import ArticlePage, EditionPage
from home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def ukrainian(home, locales, edition):
    """Home page, paper and edition in Ukrainian with one article; the other articles are not translated."""
    return translate_tree(home, locale=locales["uk"])


def translate_tree(home, *, locale):
    copy = home.copy_for_translation(locale)
    copy.save_revision().publish()
    for source in Page.objects.descendant_of(home).exclude(slug__startswith="beitrag").order_by("path").specific():
        source.copy_for_translation(locale).save_revision().publish()
    article = ArticlePage.objects.get(slug="beitrag-1", locale=home.locale).copy_for_translation(locale)
    article.title = "Одинадцять садів"
    article.save_revision().publish()
    return copy


def test_the_root_opens_the_readers_language(client, ukrainian):
    response = client.get("/", headers={"accept-language": "uk-UA,uk;q=0.9,de;q=0.5"})
    assert response.status_code == 302
    assert response["Location"] == "/uk/"
    assert "Accept-Language" in response["Vary"]


def test_the_root_opens_german_for_readers_of_other_languages(client, ukrainian):
    assert client.get("/", headers={"accept-language": "pt-BR"})["Location"] == "/de/"
    assert client.get("/")["Location"] == "/de/"


def test_the_root_never_opens_a_language_without_a_tree(client, home):
    assert client.get("/", headers={"accept-language": "tr"})["Location"] == "/de/"


def test_a_language_without_a_tree_is_not_found(client, edition):
    for path in ["/uk/", "/uk/vielfalt/", "/uk/vielfalt/vielfalt-24/beitrag-1/"]:
        response = client.get(path)
        assert response.status_code == 404, path
        assert "quietscht das Rad" not in response.content.decode()


def test_an_untranslated_article_is_not_found_but_names_where_it_can_be_read(client, ukrainian):
    response = client.get("/uk/vielfalt/vielfalt-24/beitrag-2/")
    html = response.content.decode()
    assert response.status_code == 404
    assert 'href="/de/vielfalt/vielfalt-24/beitrag-2/"' in html
    assert "quietscht das Rad" not in html


def test_a_translated_article_is_served_in_its_language(client, ukrainian):
    html = client.get("/uk/vielfalt/vielfalt-24/beitrag-1/").content.decode()
    assert '<html lang="uk" dir="ltr">' in html
    assert "Одинадцять садів" in html


def test_an_alias_with_german_text_is_never_served_or_listed(client, ukrainian, locales):
    german = ArticlePage.objects.get(slug="beitrag-3", locale=locales["de"])
    alias = german.copy_for_translation(locales["uk"], alias=True)
    ArticlePage.objects.filter(pk=alias.pk).update(live=True)  # as wagtail-localize makes the pages above a translation
    assert client.get("/uk/vielfalt/vielfalt-24/beitrag-3/").status_code == 404
    edition = EditionPage.objects.get(locale=locales["uk"])
    assert [article.title for article in edition.articles] == ["Одинадцять садів"]
    assert "/uk/vielfalt/vielfalt-24/beitrag-3/" not in client.get("/de/vielfalt/vielfalt-24/beitrag-3/").content.decode()


def test_drafts_are_not_found(client, edition):
    ArticlePage.objects.get(slug="beitrag-2").unpublish()
    assert client.get("/de/vielfalt/vielfalt-24/beitrag-2/").status_code == 404


def test_a_misspelt_language_or_address_is_not_found(client, home):
    for path in ["/de/gibt/es/nicht/", "/de/xx/", "/de/de-x-unbekannt/", "/de/%00/"]:
        assert client.get(path).status_code == 404, path


def test_leichte_sprache_is_german_to_a_screen_reader(client, home, locales):
    home.copy_for_translation(locales["de-x-leicht"]).save_revision().publish()
    html = client.get("/de-x-leicht/").content.decode()
    assert '<html lang="de" dir="ltr">' in html
    assert 'class="ls"' in html


def test_arabic_runs_from_right_to_left(client, home, locales):
    home.copy_for_translation(locales["ar"]).save_revision().publish()
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/").content.decode()


def test_an_address_without_language_keeps_its_path(client, edition):
    response = client.get("/vielfalt/vielfalt-24/", headers={"accept-language": "de"})
    assert response["Location"] == "/de/vielfalt/vielfalt-24/"


def test_the_server_error_page_needs_no_database(rf, django_db_blocker):
    from home.views import server_error

    with django_db_blocker.block():
        response = server_error(rf.get("/de/"))
    assert response.status_code == 500
    assert "Der Fehler liegt bei uns" in response.content.decode()


def test_a_server_without_any_site_still_answers(client, home):
    HomePage.objects.all().delete()  # and with it the site
    for path in ["/", "/de/", "/de/search/", "/robots.txt", "/council.css", "/sitemap.xml"]:
        assert client.get(path).status_code in (200, 302, 404), path
