"""Page 1 always has a picture if there is one to have."""

import pytest

from cms.core.medium import Medium
from cms.renditions.render import render

pytestmark = pytest.mark.django_db


def test_without_a_cover_picture_the_lead_storys_is_on_page_one_and_not_a_second_time(edition):
    edition.cover_image = None
    edition.save()
    lead = edition.lead()
    lead.lead_alt = "Zeichnung: nur dieses eine Bild"
    lead.save()
    page = render(edition.__class__.objects.get(pk=edition.pk), medium=Medium.PRINT).content
    assert page.count('alt="Zeichnung: nur dieses eine Bild"') == 1
    assert edition.cover()["image"] == lead.lead_image


def test_an_edition_without_any_picture_has_no_cover(edition):
    edition.cover_image = None
    for article in edition.articles:
        article.lead_image = None
    assert edition.cover() is None
    assert 'class="cover"' not in render(edition, medium=Medium.PRINT).content
