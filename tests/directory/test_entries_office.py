"""Entries of the directory in the admin: the forms open with what is known, and keep what is changed."""

import pytest
from django.urls import reverse

from cms.directory import opening
from cms.directory.models import Organisation, Person
from tests.directory.content import german

pytestmark = pytest.mark.django_db
MORNINGS = [[["09:00", "12:00"]], *([] for _day in range(6))]


@pytest.mark.parametrize("model, name", [(Organisation, "organisation"), (Person, "person")])
def test_an_entry_opens_with_a_line_for_each_day(client, admin_user, home, model, name):
    entry = model.objects.create(locale=german(), name="Beratung am Wehr", week=MORNINGS)
    client.force_login(admin_user)
    html = client.get(reverse(f"wagtailsnippets_directory_{name}:edit", args=[entry.pk])).content.decode()
    assert html.count('name="week_') == 7
    assert f'value="{opening.as_text(MORNINGS[0])}"' in html


def test_opening_hours_are_kept_as_they_were_typed(client, admin_user, home):
    entry = Organisation.objects.create(locale=german(), name="Beratung am Wehr", week=MORNINGS)
    client.force_login(admin_user)
    address = reverse("wagtailsnippets_directory_organisation:edit", args=[entry.pk])
    form = client.get(address).context["form"]
    values = {key: value for key, value in form.initial.items() if isinstance(value, str | int) and not isinstance(value, bool)}
    days = {f"week_{day}": "" for day in range(7)} | {"week_2": "14–16.30"}
    response = client.post(address, values | days)
    assert response.status_code == 302
    entry.refresh_from_db()
    assert entry.week == [[], [], [["14:00", "16:30"]], [], [], [], []]
