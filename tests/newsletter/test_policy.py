"""The office's page with the rules for sending."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from newsletter.models import SendingPolicy


@pytest.fixture
def address(home):
    return reverse("wagtailsettings:edit", args=["newsletter", "sendingpolicy", home.get_site().pk])


@pytest.fixture
def office(client, editor):
    client.force_login(editor)
    return client


def filled_in(page, **changes) -> dict:
    """What the browser would send back, with some fields changed."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (values | changes).items() if value is not None and value is not False}


def test_the_rules_are_found_under_newsletter_and_kept(office, address, home):
    page = office.get(address)
    assert "Regeln für das Senden" in page.text
    assert "/admin/settings/newsletter/sendingpolicy/" in office.get(reverse("wagtailadmin_home")).text
    changes = {
        "messages_per_hour": 500,
        "warm_up_from": "2026-10-01",
        "quiet_from": "22:00",
        "quiet_until": "07:00",
        "dkim": "on",
    }
    assert office.post(address, filled_in(page, **changes)).status_code == 302
    policy = SendingPolicy.for_site(home.get_site())
    assert (policy.messages_per_hour, policy.dkim, policy.quiet_from) == (500, True, datetime.time(22))
    assert policy.complaint_stop_percent == Decimal("0.10")


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"quiet_from": "22:00"}, "beide Zeiten"),
        ({"quiet_from": "22:00", "quiet_until": "22:00"}, "dieselbe Zeit"),
        ({"dkim_selector": "böse; p="}, "Kleinbuchstaben"),
        ({"connections": 0}, "größer oder gleich 1"),
    ],
)
def test_rules_that_make_no_sense_are_explained(office, address, changes, complaint):
    answer = office.post(address, filled_in(office.get(address), **changes))
    assert answer.status_code == 200
    assert complaint in answer.text


def test_who_may_not_change_the_rules_does_not_see_them(client, address, django_user_model):
    from django.contrib.auth.models import Permission

    helper = django_user_model.objects.create_user("helfer", password="x")
    helper.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(helper)
    assert client.get(address).status_code == 302


def test_without_a_word_from_the_office_everything_stays_as_it_was(home):
    policy = SendingPolicy.for_site(home.get_site())
    assert (policy.messages_per_second, policy.messages_per_hour, policy.per_domain_per_minute) == (0, 0, 0)
    assert not (policy.four_eyes or policy.dkim or policy.store_ip or policy.undo_minutes)
    assert policy.when_uncertain == "ask"
