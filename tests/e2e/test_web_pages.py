"""Public pages in a real browser: accessible, valid, robust against content, usable with keyboard and without scripts."""

import pytest
from django.test import Client
from playwright.sync_api import expect
from wagtail.models import Locale

from cms.core.models import CouncilSettings
from cms.editions.models import ArticlePage, EditionPage
from home.models import StandardPage
from tests.bodies import ARABIC, GERMAN, every_block, translate_tree, with_alt
from tests.factories import make_edition, make_home, make_image
from tests.snapshots import Snapshot

from .conftest import axe_complaints, press

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ARTICLE = "/de/vielfalt/vielfalt-24/beitrag-1/"
PATHS = {
    "home": "/de/",
    "edition": "/de/vielfalt/vielfalt-24/",
    "article": ARTICLE,
    "archive": "/de/vielfalt/",
    "standard": "/de/leitbild/",
    "search": "/de/search/?q=Wasserhahn",
    "search-empty": "/de/search/?q=Waserhan",
    "not-found": "/de/nichts/",
    "arabic-home": "/ar/",
    "arabic-article": "/ar/vielfalt/vielfalt-24/beitrag-1/",
    "easy-article": "/de-x-leicht/vielfalt/vielfalt-24/beitrag-1/",
    "newsletter": "/de/newsletter/",
}


def build_town() -> None:
    """A full site: every block in an article, campaign faces, standard pages, and two other languages."""
    home = make_home()
    edition = make_edition(home)
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("de", "ar", "de-x-leicht")}
    picture = make_image("Gesicht", width=480, height=560)
    home.campaign_title, home.campaign_text = "Wir sind Lindenau.", "Zehn Menschen sagen, was sie hier hält."
    home.voices = [
        ("person", {"name": f"Person {n}", "role": "Bäckerin", "text": "Husten klingt überall gleich.", "image": face(picture)})
        for n in range(6)
    ]
    home.save_revision().publish()
    leitbild = StandardPage(title="Leitbild", slug="leitbild", standfirst="Was uns leitet.", show_in_menus=True, in_footer=True)
    home.add_child(instance=leitbild)
    leitbild.save_revision().publish()
    below = StandardPage(title="Geschichte", slug="geschichte", show_in_menus=True)
    leitbild.add_child(instance=below)
    below.save_revision().publish()
    article = ArticlePage.objects.get(slug="beitrag-1")
    article.body = every_block(image=make_image("Block"), page=edition, words=GERMAN)
    article.save_revision().publish()
    for code, words in [("ar", ARABIC), ("de-x-leicht", GERMAN)]:
        copy = translate_tree(article, locale=locales[code], words=words)
        copy.body = every_block(image=make_image(f"Block {code}"), page=edition, words=words)
        copy.save_revision().publish()


@pytest.fixture(scope="module")
def town_as_built(migrated, django_db_blocker):
    """The town, and the pictures of its pages already scaled."""
    with django_db_blocker.unblock():
        build_town()
        for path in PATHS.values():
            Client().get(path)
        built = Snapshot()
        migrated.restore()
    return built


@pytest.fixture
def town(town_as_built, transactional_db):
    town_as_built.restore()


def face(picture):
    return with_alt(picture, "")


def overflow(window) -> int:
    """How many pixels of the page, or of a text in it, stick out sideways; what scrolls by itself may."""
    return window.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            let most = document.documentElement.scrollWidth - width;
            for (const element of document.querySelectorAll("h1, h2, h3, p, li, dt, dd, a, figcaption, table, form, input")) {
                if (element.closest(".scroll, .strip__faces, .cover, .vh, .skip")) continue;
                if (!element.getClientRects().length) continue;
                const box = element.getBoundingClientRect();
                most = Math.max(most, Math.round(box.right - width), Math.round(-box.left));
            }
            return most;
        }"""
    )


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_on_any_public_page(open_page, town, width, scheme):
    window = open_page("/de/", width=width, scheme=scheme)
    found = {}
    for name, path in PATHS.items():
        window.goto(path)
        found[name] = axe_complaints(window)
        assert overflow(window) <= 0, name
    assert not any(found.values()), "\n".join(found.values())


def test_the_html_checker_finds_no_errors(client, town, html_errors, tmp_path):
    documents = {name: client.get(path).content.decode() for name, path in PATHS.items()}
    assert len(documents["article"]) > 10_000
    assert html_errors(documents, tmp_path) == []


def test_the_server_error_page_is_valid_html(rf, html_errors, tmp_path):
    from home.views import server_error

    assert html_errors({"500": server_error(rf.get("/")).content.decode()}, tmp_path) == []


def test_every_public_page_works_without_javascript(open_page, town):
    window = open_page("/de/", width=360, java_script_enabled=False)
    window.locator("details.menu > summary").click()
    window.locator("details.sub > summary").click()
    window.get_by_role("navigation", name="Main menu").or_(window.get_by_role("navigation", name="Hauptmenü")).get_by_role(
        "link", name="Geschichte"
    ).click()
    expect(window.locator("h1")).to_have_text("Geschichte")
    window.goto("/de/search/")
    window.locator("#search-query").fill("Wasserhahn")
    press(window.locator(".search__form button"))
    expect(window.locator(".hit mark").first).to_be_visible()


def test_buttons_that_need_javascript_are_hidden_without_it(open_page, town):
    window = open_page(ARTICLE, java_script_enabled=False)
    expect(window.locator("[data-copy]")).to_be_hidden()
    expect(window.locator(".share a[href^='mailto:']")).to_be_visible()


def test_the_address_of_an_article_can_be_copied(open_page, town):
    window = open_page(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    button = window.locator("[data-copy]")
    button.click()
    expect(button.locator("span")).to_have_text(button.get_attribute("data-done"))
    assert window.evaluate("navigator.clipboard.readText()").endswith(ARTICLE)


def test_the_keyboard_reaches_content_menu_and_languages(open_page, town):
    window = open_page(ARTICLE, width=360)
    window.keyboard.press("Tab")
    expect(window.locator(".skip")).to_be_focused()
    expect(window.locator(".skip")).to_be_in_viewport()
    for _press in range(2):
        window.keyboard.press("Tab")
    expect(window.locator(".langs > summary")).to_be_focused()
    window.keyboard.press("Enter")
    expect(window.locator("header .langs [lang='ar']")).to_be_visible()
    window.keyboard.press("Tab")
    window.keyboard.press("Escape")
    expect(window.locator("header .langs [lang='ar']")).to_be_hidden()
    expect(window.locator(".langs > summary")).to_be_focused()


def test_every_focused_element_can_be_seen_to_have_the_focus(open_page, town):
    window = open_page(ARTICLE)
    unmarked = window.evaluate(
        """async () => {
            const bad = [];
            const reachable = "a[href], button:not([hidden]), summary, input, select, [tabindex='0']";
            for (const element of document.querySelectorAll(reachable)) {
                element.focus({focusVisible: true});
                if (document.activeElement !== element) continue;
                const style = getComputedStyle(element);
                if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) bad.push(element.outerHTML.slice(0, 80));
            }
            return bad;
        }"""
    )
    assert unmarked == []


def test_at_four_hundred_percent_nothing_has_to_be_scrolled_sideways(open_page, town):
    window = open_page("/de/", width=320)  # 1280 px at 400 %
    too_wide = {}
    for name, path in PATHS.items():
        window.goto(path)
        too_wide[name] = overflow(window)
    assert {name: pixels for name, pixels in too_wide.items() if pixels > 0} == {}


def test_endless_words_do_not_break_the_layout(open_page, town):
    endless = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 4
    article = ArticlePage.objects.get(slug="beitrag-1", locale__language_code="de")
    article.title, article.kicker, article.byline = endless, endless[:60], endless[:120]
    article.standfirst = "Wort" * 1250
    article.save_revision().publish()
    edition = EditionPage.objects.get(number=24, locale__language_code="de")
    edition.headline, edition.standfirst = endless[:200], "x" * 5000
    edition.save_revision().publish()
    council = CouncilSettings.objects.get()
    council.council_short, council.responsible, council.email = "Rat" * 20, "Verantwortlich" * 14, "a" * 60 + "@lindenau.example"
    council.save()
    window = open_page("/de/")
    for path in ["/de/", "/de/vielfalt/vielfalt-24/", ARTICLE, "/de/vielfalt/", "/de/search/?q=Donau", "/de/leitbild/"]:
        window.goto(path)
        for width in (360, 1280):
            window.set_viewport_size({"width": width, "height": 800})
            assert overflow(window) <= 0, (path, width)


def test_emoji_and_arabic_in_german_fields_stay_in_their_place(open_page, town):
    article = ArticlePage.objects.get(slug="beitrag-1", locale__language_code="de")
    article.title, article.byline = "أحد عشر بستانًا 🌻", "إينس كالتفاسر"
    article.save_revision().publish()
    window = open_page(ARTICLE)
    assert window.locator("h1").evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert window.locator(".byline").evaluate("element => getComputedStyle(element).direction") == "ltr"
    assert overflow(window) <= 0


def test_arabic_is_mirrored_but_pictures_and_phone_numbers_are_not(open_page, town):
    window = open_page(PATHS["arabic-article"])
    text = window.locator(".prose").bounding_box()
    rail = window.locator(".rail").bounding_box()
    assert rail["x"] < text["x"]
    assert window.locator("footer a[href^='tel:']").evaluate("element => getComputedStyle(element).direction") == "ltr"
    assert window.locator("figure img").first.evaluate("element => getComputedStyle(element).transform") == "none"
    family = window.locator(".prose > p").first.evaluate("element => getComputedStyle(element).fontFamily")
    assert family.startswith('"Noto Naskh Arabic"')


def test_leichte_sprache_is_larger_and_in_its_own_face(open_page, town):
    window = open_page(PATHS["easy-article"])
    style = window.locator(".easy p").first.evaluate(
        "element => [getComputedStyle(element).fontFamily, parseFloat(getComputedStyle(element).fontSize)]"
    )
    assert style[0].startswith('"Atkinson Hyperlegible Next"')
    assert style[1] >= 20


def test_a_film_is_announced_and_nothing_is_fetched_before_consent(open_page, town):
    window = open_page(ARTICLE)
    film = window.locator(".film")
    link = film.get_by_role("link").first
    expect(link).to_be_hidden()
    film.locator("summary").first.click()
    expect(link).to_be_visible()
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "film.example" in film.inner_text()
    assert film.locator("iframe").count() == 0


def test_motion_is_switched_off_for_readers_who_ask(open_page, town):
    window = open_page("/de/vielfalt/vielfalt-24/", reduced_motion="reduce")
    durations = window.evaluate(
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e).transitionDuration).filter(d => parseFloat(d) > 0)"
    )
    assert durations == []


def test_a_printed_page_is_text_without_navigation(open_page, town):
    window = open_page(ARTICLE)
    window.emulate_media(media="print")
    expect(window.locator(".nav")).to_be_hidden()
    expect(window.locator(".foot")).to_be_hidden()
    expect(window.locator("h1")).to_be_visible()


def test_any_council_colour_passes_axe(open_page, town):
    council = CouncilSettings.objects.get()
    council.main_colour, council.accent_colour = "#fff000", "#00ff66"
    council.save()
    for scheme in ("light", "dark"):
        window = open_page("/de/", scheme=scheme)
        for path in ("/de/", "/de/vielfalt/vielfalt-24/", ARTICLE):
            window.goto(path)
            assert axe_complaints(window, rules=["color-contrast", "link-in-text-block"]) == ""
