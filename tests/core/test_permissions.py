"""The group “Redaktion”: what an editor reaches and what stays closed."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from cms.core.permissions import ensure_editor_group


@pytest.fixture
def ines(home, django_user_model):
    user = django_user_model.objects.create_user("ines", "ines@lindenau.example", "lindenau")
    user.groups.add(ensure_editor_group())
    return user


def test_calling_it_twice_changes_nothing(home):
    group = ensure_editor_group()
    before = (group.permissions.count(), GroupPagePermission.objects.count(), GroupCollectionPermission.objects.count())
    ensure_editor_group()
    assert (
        group.permissions.count(),
        GroupPagePermission.objects.count(),
        GroupCollectionPermission.objects.count(),
    ) == before
    assert GroupPagePermission.objects.filter(group=group).count() == 5
    assert GroupCollectionPermission.objects.filter(group=group).count() == 6


def test_it_keeps_what_an_administrator_added(home):
    group = ensure_editor_group()
    extra = Permission.objects.get(content_type__app_label="auth", codename="view_user")
    group.permissions.add(extra)
    assert extra in ensure_editor_group().permissions.all()


@pytest.mark.parametrize(
    "name", ["wagtailadmin_home", "wagtailimages:index", "wagtaildocs:index", "wagtailsnippets_editions_section:list"]
)
def test_an_editor_reaches_the_daily_work(client, ines, name):
    client.force_login(ines)
    assert client.get(reverse(name)).status_code == 200


def test_an_editor_edits_and_publishes_pages_and_the_councils_data(client, ines, edition):
    client.force_login(ines)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).status_code == 200
    assert edition.permissions_for_user(ines).can_publish()
    site_id = edition.get_site().pk
    assert client.get(reverse("wagtailsettings:edit", args=["core", "councilsettings", site_id])).status_code == 200


@pytest.mark.parametrize("name", ["wagtailusers_users:index", "wagtailsites:index", "wagtaillocales:index"])
def test_users_sites_and_locales_stay_with_the_administrator(client, ines, name):
    client.force_login(ines)
    assert client.get(reverse(name)).status_code == 302
