"""Campaign and event pages in a real browser: accessible in both schemes and widths, left to right and right to left."""

import pytest

from tests.bodies import ARABIC, translate_tree
from tests.campaigns.content import make_campaign, make_person
from tests.events.content import make_event, make_index
from tests.factories import make_home

from .conftest import axe_complaints
from .test_web_pages import overflow

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def paths(locales) -> list[str]:
    home = make_home()
    campaign = make_campaign(home)
    for name in (
        "Samira Haddad",
        "Kofi Asante",
        "Maximiliane von Hohenstaufen-Lindenau",
        "Hoa Tran",
        "Emre Yalçın",
        "Amira Keita",
    ):
        person = make_person(campaign, name=name, origin="Homs", languages="Arabisch, Deutsch", original_language="ar")
    index = make_index(home)
    event = make_event(index)
    pages = [campaign, person, index, event]
    arabic = [translate_tree(page, locale=locales["ar"], words=ARABIC) for page in (person, event)]
    return [page.url for page in (*pages, *arabic)]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_and_nothing_sticks_out(open_page, paths, width, scheme):
    window = open_page(paths[0], width=width, scheme=scheme)
    found = {}
    for path in paths:
        window.goto(path)
        found[path] = axe_complaints(window)
        assert overflow(window) <= 0, path
    assert not any(found.values()), "\n".join(found.values())
