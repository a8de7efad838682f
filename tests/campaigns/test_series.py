"""The whole campaign as a series: one button, one package, everybody who agreed and nobody else."""

import zipfile

import pytest
from django.urls import reverse
from wagtail.models import Page

from cms.campaigns import printing, series
from cms.campaigns.models import Release
from cms.campaigns.releases import change_release
from cms.campaigns.series import PIECES, SeriesError, make_series, plan_of
from cms.core.medium import Medium
from cms.renditions import packages
from cms.renditions.errors import RenditionError
from cms.renditions.models import Newspaper, Package, PrintFile
from cms.renditions.pdf import Purpose
from cms.renditions.print_as import Piece, orders_of
from cms.renditions.printing import make, product_of
from cms.renditions.render import render
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
    answer = client.post(address, {"languages": ["de"], "pieces": list(PIECES)})
    package = Package.objects.get()
    assert answer.url == reverse("renditions:package", args=[package.pk])
    assert pieces_of(package) == [
        ("ad", "ad:bote:2x120", "Wir sind Lindenau"),
        ("postcard", "card-a6", "Wir sind Lindenau"),
        ("posters", "poster-a2", "Wir sind Lindenau"),
        ("social", "social-portrait", "Samira Haddad"),
        ("social", "social-wide", "Samira Haddad"),
    ]


def test_a_large_campaign_is_made_in_parts_that_nobody_is_missing_from(campaign, monkeypatch):
    monkeypatch.setattr(printing, "MOST_IN_A_FILE", 2)
    for number in range(3):
        make_person(campaign, name=f"Person {number}", statement=f"Satz Nummer {number}.")
    campaign = Page.objects.get(pk=campaign.pk).specific
    package = make_series(campaign, languages=["de"])
    files = [item.print_file for item in package.items.all()]
    parts = sorted(file.product for file in files if file.product.startswith("posters"))
    assert parts == ["posters", "posters:2", "posters:3"]
    assert sorted(file.product for file in files if file.product.startswith("ad")) == ["ad", "ad:2"]

    shown = [render(campaign, medium=Medium.PRINT, product=product_of(campaign, key)).content for key in parts]
    assert [html.count('<section class="piece ') for html in shown] == [2, 2, 1]
    everybody = {person.title for person in campaign.faces("poster")}
    assert {name for html in shown for name in everybody if name in html} == everybody
    made = make(next(file for file in files if file.product == "posters:3"))
    assert (made.state, made.page_count) == (PrintFile.State.READY, 1)
    with pytest.raises(RenditionError):
        product_of(campaign, "posters:4")
    ordered = orders_of([campaign], pieces=[Piece("board", "")], purposes=[Purpose.SCREEN])
    assert [order.piece.product for order in ordered] == ["board", "board:2", "board:3"]


def test_a_series_that_one_package_cannot_hold_is_refused_and_offered_without_the_social_cards(
    client, editor, campaign, monkeypatch
):
    monkeypatch.setattr(series, "MOST_FILES", 3)
    client.force_login(editor)
    address = reverse("campaign_series", args=[campaign.pk])
    offered = client.get(address).content.decode()
    assert 'value="posters" checked' in offered and 'value="social">' in offered
    refused = client.post(address, {"languages": ["de"], "pieces": list(PIECES)})
    assert "höchstens 3" in refused.content.decode() and 'value="social" checked' in refused.content.decode()
    assert not Package.objects.exists() and not PrintFile.objects.exists()
    client.post(address, {"languages": ["de"], "pieces": ["posters", "postcard", "ad"]})
    assert [row[0] for row in pieces_of(Package.objects.get())] == ["ad", "postcard", "posters"]


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
