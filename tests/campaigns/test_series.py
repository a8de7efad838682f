"""The whole campaign as a series: one button, one package, everybody who agreed and nobody else."""

import zipfile

import pytest
from django.urls import reverse
from wagtail.models import Page

from cms.campaigns.models import Release
from cms.campaigns.releases import change_release
from cms.campaigns.series import SeriesError, make_series, plan_of
from cms.renditions import packages
from cms.renditions.models import Newspaper, Package, PrintFile
from cms.renditions.printing import make
from tests.campaigns.content import make_campaign, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(home):
    Newspaper.objects.create(name="Bote", slug="bote", column_widths=[45, 91.5, 137], max_height=400)
    campaign = make_campaign(home)
    make_person(campaign)
    make_person(campaign, name="Kofi Asante", statement="Abseits ist in jeder Sprache ungerecht.", media=["web", "poster"])
    return campaign


def pieces_of(package: Package) -> list[tuple]:
    return sorted((item.print_file.product, item.print_file.sheet, item.print_file.page.title) for item in package.items.all())


def test_the_plan_names_who_is_left_out_of_what(campaign):
    plan = plan_of(campaign)
    assert [len(plan.people[key]) for key in ("posters", "postcard", "ad", "social")] == [2, 2, 1, 1]
    assert [person.title for person in plan.left_out["ad"]] == ["Kofi Asante"]


def test_one_button_makes_one_package(client, editor, campaign):
    client.force_login(editor)
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()
    address = reverse("campaign_series", args=[campaign.pk])
    assert address in edit
    html = client.get(address).content.decode()
    assert "Kofi Asante" in html and html.count('name="languages"') == 1
    answer = client.post(address, {"languages": ["de"]})
    package = Package.objects.get()
    assert answer.url == reverse("renditions:package", args=[package.pk])
    assert pieces_of(package) == [
        ("ad", "ad:bote:2x120", "Wir sind Lindenau"),
        ("postcard", "card-a6", "Wir sind Lindenau"),
        ("posters", "poster-a2", "Wir sind Lindenau"),
        ("social", "social-portrait", "Samira Haddad"),
        ("social", "social-wide", "Samira Haddad"),
    ]


def test_without_anybody_there_is_nothing_to_make(campaign):
    Release.objects.update(media=["web"])
    with pytest.raises(SeriesError):
        make_series(Page.objects.get(pk=campaign.pk).specific, languages=["de"])
    assert not Package.objects.exists()


def test_whoever_withdraws_is_out_of_the_package_before_it_is_packed(campaign, django_capture_on_commit_callbacks):
    package = make_series(campaign, languages=["de"])
    person = campaign.testimonials[0]
    for item in package.items.filter(print_file__product="ad"):
        make(item.print_file)
    with django_capture_on_commit_callbacks(execute=True):
        change_release(person, state=Release.State.WITHDRAWN)
    assert [row[0] for row in pieces_of(package) if row[0] in ("ad", "social")] == []


def test_the_package_holds_pdfs_and_pictures(campaign, editor):
    package = make_series(campaign, languages=["de"], user=editor)
    for item in package.items.exclude(print_file__product="posters").select_related("print_file"):
        made = make(item.print_file)
        assert made.state == PrintFile.State.READY, made.reason_text
        PrintFile.objects.filter(pk=made.pk).update(state=PrintFile.State.RELEASED)
    package.items.filter(print_file__product="posters").delete()
    package.items.update(copies=10)
    Package.objects.filter(pk=package.pk).update(state=Package.State.QUEUED)
    packed = packages.pack(Package.objects.get(pk=package.pk))
    assert packed.state == Package.State.PACKED, packed.reason
    with zipfile.ZipFile(packed.file.open()) as archive:
        names = [name for name in archive.namelist() if "/" not in name]
    assert sum(name.endswith(".png") for name in names) == 2
    assert sum(name.endswith(".pdf") for name in names) == 3  # postcards, advertisement, the order
