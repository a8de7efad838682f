"""The public pages answer, with what readers expect on them."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_home_page_leads_with_the_lead_story(client, edition):
    html = client.get("/de/").content.decode()
    assert "Elf Gärten, ein Wasserhahn" in html
    assert "No. 24" in html or "Nr. 24" in html


@pytest.mark.parametrize("path", ["vielfalt/", "vielfalt/vielfalt-24/", "vielfalt/vielfalt-24/beitrag-1/", "search/"])
def test_public_pages_answer(client, edition, path):
    response = client.get(f"/de/{path}")
    assert response.status_code == 200


def test_a_standard_page_leads_to_what_lies_below_it_in_its_language(home, client):
    from home.models import StandardPage

    page = home.add_child(instance=StandardPage(title="Mitmachen", slug="mitmachen", locale=home.locale))
    page.add_child(
        instance=StandardPage(title="Lotsin werden", slug="lotsen", search_description="Vier Abende", locale=home.locale)
    )
    page.add_child(instance=StandardPage(title="Entwurf", slug="entwurf", live=False, locale=home.locale))
    html = client.get(page.url).content.decode()
    assert 'href="/de/mitmachen/lotsen/"' in html
    assert "Vier Abende" in html
    assert "Entwurf" not in html
