"""What residents tell about a day with the council, done in a real browser from the first page to the last."""

import icalendar
import pytest
from wagtail.models import Locale

from cms.events.models import Registration
from tests.bodies import ARABIC, translate_tree
from tests.events.registering import START, link_in, mails, make_seminar, send
from tests.factories import make_home

from .conftest import axe_complaints, press
from .test_web_pages import overflow

pytestmark = [pytest.mark.slow, pytest.mark.once, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
State = Registration.State


@pytest.fixture
def home(locales):
    return make_home()


def arabic(page):
    return translate_tree(page, locale=Locale.objects.get(language_code="ar"), words=ARABIC)


def fits(window) -> None:
    assert overflow(window) <= 0
    assert axe_complaints(window) == ""


def test_she_waits_for_a_place_on_an_arabic_phone_and_moves_up_when_somebody_cancels(open_page, home):
    event, occasion = make_seminar(home, capacity=1)
    page = arabic(event)
    send(occasion, name="Georg Zandt")
    phone = open_page(page.url, locale="ar", **PHONE)
    phone.locator(".to-registration a").click()
    press(phone.locator(".dates-open a.btn"))
    fits(phone)
    phone.locator("[name=name]").fill("أميرة صالح")
    phone.locator("[name=address]").fill("amira@example.org")
    press(phone.locator(".form form .btn"))
    fits(phone)
    hers = Registration.objects.get(name="أميرة صالح")
    assert hers.state == State.WAITING and hers.language == "ar"
    her_link = link_in(mails()[-1])
    phone.goto(her_link)
    assert "١" in phone.locator(".reg__say").inner_text()
    somebody = open_page(link_in(mails()[0]))
    press(somebody.locator(".reg__cancel .btn"))
    assert "abgesagt" in somebody.locator(".reg__say").inner_text().lower()
    hers.refresh_from_db()
    assert hers.state == State.REGISTERED and mails()[-1].address == "amira@example.org"
    phone.goto(her_link)
    fits(phone)
    calendar = phone.locator("a[href$='termin.ics']").get_attribute("href")
    (entry,) = icalendar.Calendar.from_ical(phone.request.get(calendar).body()).events
    assert entry.start == START
