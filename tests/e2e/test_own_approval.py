"""A portrayed person looks at their own pieces on a phone, and the gallery of many faces: readable and free of barriers."""

import pytest

from cms.campaigns import proofs
from cms.campaigns.approval import approval_link
from cms.campaigns.models import Approval
from tests.campaigns.content import make_campaign, make_person
from tests.campaigns.test_gallery import make_many

from .conftest import axe_complaints, press

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def campaign(home):
    campaign = make_campaign(home)
    make_many(make_person(campaign, district="Altstadt", languages="Deutsch, Arabisch", topic="work"), count=60)
    return campaign


@pytest.mark.parametrize("width", [360, 1280])
def test_the_gallery_has_no_barriers_and_works_with_a_keyboard(open_page, campaign, width):
    window = open_page(campaign.url, width=width)
    assert axe_complaints(window) == ""
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.get_by_label("Thema").select_option("work")
    press(window.get_by_role("button", name="Zeigen"))
    assert "topic=work" in window.url
    press(window.get_by_role("link", name="Mehr Gesichter"))
    assert window.locator(".tile").count() > 0
    assert axe_complaints(window) == ""


def test_a_person_approves_by_the_link_on_a_phone(open_page, home):
    person = make_person(make_campaign(home), publish=False)
    path = "/" + approval_link(person, language="ar").split("/", 3)[3]
    assert proofs.draw(person) == 2
    window = open_page(path, width=360)
    assert window.locator("html").get_attribute("dir") == "rtl"
    assert window.locator(".own__piece img").count() == 2
    assert window.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe_complaints(window, context="main") == ""
    press(window.locator(".own__answer .btn--call"))
    assert Approval.objects.get().state == Approval.State.APPROVED
    assert window.locator("#said").is_visible()
    press(window.locator(".own__back a"))
    assert axe_complaints(window, context="main") == ""
