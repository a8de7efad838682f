"""“Print as …”: many pieces at once, in formats, languages and for purposes, from one form."""

import pytest
from django.urls import reverse

from cms.renditions.drawings import NAMES, drawing, format_name
from cms.renditions.formats import SHEETS, sheet
from cms.renditions.models import Newspaper, Package, PrinterProfile, PrintFile
from cms.renditions.pdf import Purpose
from cms.renditions.print_as import MOST_AT_ONCE, OrderError, Piece, arrangements_for, orders_of, place
from cms.renditions.renderable import Design, Product


@pytest.fixture
def bote(db):
    profile = PrinterProfile.objects.create(name="Zeitung", slug="zeitung", kind="newspaper", icc_name="IFRA26_free.icc")
    return Newspaper.objects.create(
        name="Pegnitz-Bote", slug="bote", column_widths=[45, 92, 139], max_height=430, printer_profile=profile
    )


@pytest.fixture
def poster(edition, monkeypatch):
    """An article that can be had as poster, advertisement and picture for social media, in two designs."""
    article = edition.articles[1]
    template = "editions/article_page.print.html"
    designs = (Design("picture", "Bild", template), Design("plain", "Fläche", template))
    formats = ("poster-a2", "poster-a4", "social-wide", "ad")
    offered = [Product.offer("poster", "Plakat", formats=formats, designs=designs)]
    monkeypatch.setattr(type(article), "products", lambda self: offered)
    return article


def test_one_poster_and_three_advertisements_become_one_package(poster, bote, editor):
    pieces = [Piece("poster", "poster-a2")] + [Piece("poster", f"ad:bote:{columns}x100") for columns in (1, 2, 3)]
    orders = orders_of([poster], pieces=pieces, purposes=[Purpose.PRESS])
    files, package = place(orders, user=editor, package="Herbst")
    assert sorted(item.sheet for item in files) == ["ad:bote:1x100", "ad:bote:2x100", "ad:bote:3x100", "poster-a2"]
    assert [item.print_file for item in package.items.all()] == files
    assert [item.sheet for item in files if item.is_usual] == ["poster-a2"]  # only that may become the page's public PDF
    assert (package.contact, package.email) == ("redaktion", "redaktion@lindenau.example")


def test_an_advertisement_is_made_for_its_newspapers_printer_unless_one_is_chosen(poster, bote):
    chosen = PrinterProfile.objects.create(name="Andere", slug="andere")
    piece = [Piece("poster", "ad:bote:2x100"), Piece("poster", "poster-a2")]
    usual = orders_of([poster], pieces=piece, purposes=[Purpose.PRESS])
    assert [order.profile for order in usual] == [bote.printer_profile, None]
    said = orders_of([poster], pieces=piece, purposes=[Purpose.PRESS], profile=chosen)
    assert {order.profile for order in said} == {chosen}


def test_a_picture_for_social_media_is_one_file_whatever_it_is_for(poster):
    orders = orders_of([poster], pieces=[Piece("poster", "social-wide")], purposes=[Purpose.PRESS, Purpose.PROOF])
    assert [order.purpose for order in orders] == [Purpose.SCREEN]


@pytest.mark.parametrize(
    ("key", "usual"),
    [("a4", "booklet"), ("poster-a2", "tiles"), ("card-a6", "n-up"), ("poster-a4", ""), ("flyer-6-wrap", "")],
)
def test_the_copier_gets_each_format_the_way_it_can_print_it(key, usual):
    assert arrangements_for(sheet(key))[0] == usual


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"pages": []}, "Sprache"),
        ({"pieces": []}, "Format"),
        ({"purposes": []}, "wofür"),
        ({"pieces": [Piece("poster", "a4")]}, "a4"),
        ({"pieces": [Piece("poster", "ad:bote:9x100")]}, "Pegnitz-Bote"),
        ({"pieces": [Piece("poster", "ad:gone:1x100")]}, "gone"),
        ({"pieces": [Piece("kite", "a4")]}, "kann nicht gedruckt"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(poster, bote, change, words):
    choice = {"pages": [poster], "pieces": [Piece("poster", "poster-a2")], "purposes": [Purpose.SCREEN]} | change
    with pytest.raises(OrderError, match=words):
        orders_of(choice.pop("pages"), **choice)


def test_more_than_fits_into_an_hour_is_refused(poster, bote):
    pieces = [Piece("poster", f"ad:bote:1x{height}") for height in range(20, 20 + MOST_AT_ONCE + 1)]
    with pytest.raises(OrderError, match=str(MOST_AT_ONCE)):
        orders_of([poster], pieces=pieces, purposes=[Purpose.PRESS])


def order_form(page, **choice):
    return {"pieces": ["poster|poster-a2"], "purposes": ["press"], "languages": [page.pk], "source": "live"} | choice


def test_the_form_orders_what_was_ticked_and_opens_a_package(poster, bote, admin_client):
    ad = {"ad-poster-0-paper": "bote", "ad-poster-0-columns": "2", "ad-poster-0-height": "120", "design-poster": "plain"}
    address = reverse("renditions:page", args=[poster.pk])
    answer = admin_client.post(address, order_form(poster, package="Tour", **ad))
    assert answer.status_code == 302
    made = PrintFile.objects.order_by("sheet")
    assert [(item.sheet, item.design, item.purpose) for item in made] == [
        ("ad:bote:2x120", "plain", "press"),
        ("poster-a2", "plain", "press"),
    ]
    assert Package.objects.get().items.count() == 2


@pytest.mark.parametrize(
    "choice",
    [
        {"pieces": []},
        {"purposes": []},
        {"languages": []},
        {"pieces": ["poster|roll-up"]},
        {"ad-poster-0-paper": "bote", "ad-poster-0-columns": "7", "ad-poster-0-height": "120"},
        {"source": "draft-of-somebody-else"},
    ],
)
def test_a_wrong_order_comes_back_with_what_was_ticked(poster, bote, admin_client, choice):
    answer = admin_client.post(reverse("renditions:page", args=[poster.pk]), order_form(poster, **choice))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in html or "print-alert" in html or choice.get("source")
    assert not PrintFile.objects.exists()
    if choice.get("purposes") is None:
        assert 'value="press" checked' in html


def test_every_format_has_a_drawing_with_its_folds_and_a_name_that_is_translated():
    for item in SHEETS.values():
        assert drawing(item).count("print-fold") == len(item.folds("outside"))
        words = any(len(word) > 2 and word.isalpha() and word not in ("DIN", "lang") for word in item.label.split())
        assert not words or item.label in NAMES, item.label
    assert format_name(sheet("poster-a2")) == "A2"
