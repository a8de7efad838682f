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
