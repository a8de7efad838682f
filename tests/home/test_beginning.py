"""A new installation begins with a home page, and the demo may take its place as long as nobody has touched it."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from home.beginning import ensure_first_home
from home.demo.pages import ForeignContent, refuse_foreign_content
from home.models import HomePage

pytestmark = pytest.mark.django_db


def test_a_new_installation_has_a_home_page_that_says_something(client, capsys):
    call_command("first_home")
    home = HomePage.objects.get()
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert not Page.objects.filter(depth=2).exclude(pk=home.pk).exists()
    answer = client.get("/de/")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<main" in page and "<h1" in page
    assert home.title in page


def test_a_second_release_leaves_the_site_as_it_is(home):
    assert ensure_first_home() is None
    assert list(Page.objects.filter(depth=2, pk=home.pk)) == [home.page_ptr]


def test_the_demo_may_replace_a_first_page_that_nobody_touched():
    ensure_first_home()
    refuse_foreign_content()


def test_the_demo_refuses_a_first_page_that_somebody_has_edited(editor):
    home = ensure_first_home()
    home.title = "Integrationsrat Neustadt"
    home.save_revision(user=editor).publish()
    with pytest.raises(ForeignContent, match="Integrationsrat Neustadt"):
        refuse_foreign_content()
