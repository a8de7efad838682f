"""The welcome package: from one page to a package for the print shop in each language."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from cms.collateral import letters, welcome_package
from cms.collateral.models import LetterPage
from cms.collateral.welcome_package import BY_KEY, Order, WelcomeError
from cms.core.medium import Medium
from cms.renditions.models import Package, PrintFile
from cms.renditions.render import render

from .sheets import cover, make_flyer, make_letter, panel, paragraph
from .signs import make_calendar, make_sign

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


@pytest.fixture
def pieces(home, locales):
    """German everything; in Turkish the flyer, and the letter as a draft."""
    flyer = make_flyer(home, panels=[cover(), panel("back")])
    flyer.save_revision().publish()
    letter = make_letter(home, live=False)
    letter.save_revision()
    sign = make_sign(home, languages=["ar", "tr", "uk", "en"])
    calendar = make_calendar(home)
    for page in (flyer, letter):
        turkish = page.copy_for_translation(locales["tr"], copy_parents=True)
        turkish.title = f"{page.title} (tr)"
        revision = turkish.save_revision()
        if page is flyer:
            revision.publish()
    return {"flyer": flyer, "letter": letter, "sign": sign, "events": calendar}


def test_each_language_gets_a_package_with_its_own_pieces(pieces, editor):
    wanted = Order(title="Willkommen 2026", pages=pieces, copies={"de": 120, "tr": 30, "ar": 0}, signs=2)
    german, turkish = welcome_package.order(wanted, user=editor)
    assert [package.title for package in (german, turkish)] == ["Willkommen 2026 · Deutsch", "Willkommen 2026 · Türkçe"]
    rows = {item.print_file.product: item for item in german.items.select_related("print_file")}
    assert {key: item.copies for key, item in rows.items()} == {"flyer": 120, "letter": 120, "sign": 2, "list": 120}
    assert {item.print_file.purpose for item in rows.values()} == {"press"}
    assert (rows["letter"].print_file.design, rows["letter"].print_file.source) == ("neutral", "draft")
    assert rows["sign"].print_file.sheet == "poster-a3"
    languages = {item.print_file.product: item.print_file.locale.language_code for item in turkish.items.all()}
    assert languages == {"flyer": "tr", "letter": "tr", "sign": "de"}
    assert "Nicht in dieser Sprache: Nächste Veranstaltungen." in turkish.notes


def test_nothing_is_ordered_if_one_language_has_nothing(pieces, editor):
    only = {"flyer": pieces["flyer"]}
    with pytest.raises(WelcomeError, match="keines dieser Stücke"):
        welcome_package.order(Order(title="W", pages=only, copies={"de": 5, "uk": 5}), user=editor)
    assert not Package.objects.exists() and not PrintFile.objects.filter(product="flyer").exists()


@pytest.mark.parametrize(
    ("pages", "copies", "said"), [(False, {"de": 1}, "mindestens ein Stück"), (True, {"de": 0}, "mindestens eine Sprache")]
)
def test_an_empty_order_is_refused(pieces, editor, pages, copies, said):
    with pytest.raises(WelcomeError, match=said):
        welcome_package.order(Order(title="W", pages=pieces if pages else {}, copies=copies), user=editor)


def test_the_letter_of_the_package_fits_everybody(pieces, home, editor):
    letter = pieces["letter"]
    product = letter.products()[0].chosen(design="neutral")
    html = render(letter, medium=Medium.PRINT, product=product).content
    assert "Willkommen, " not in html and "{" not in html.split("<body")[1]
    assert "Lindenau an der Pegnach angekommen" in html
    personal = make_letter(home, slug="brief-2", body=[paragraph("Liebe {vorname}, schön, dass Sie da sind.")])
    with pytest.raises(WelcomeError, match="nennt im Text"):
        welcome_package.order(Order(title="W", pages={"letter": personal}, copies={"de": 1}), user=editor)


def test_copies_follow_the_recipients_of_a_letter(pieces):
    rows = "Vorname;Nachname;Straße;PLZ;Ort;Sprache\n" + "".join(
        f"Ada{n};Yıldız;Färbergasse {n};09999;Lindenau;{'Türkisch' if n % 3 == 0 else 'Deutsch'}\n" for n in range(1, 7)
    )
    run = letters.upload(pieces["letter"], rows.encode(), file_name="zuzug.csv")
    assert welcome_package.copies_for(run) == {"de": 4, "tr": 2}


def test_the_page_shows_what_there_is_and_orders(client, pieces, editor):
    client.force_login(editor)
    address = reverse("welcome_package")
    page = client.get(address).content.decode()
    assert "Brief der Bürgermeisterin" in page and 'name="copies_tr"' in page
    data = {"title": "Willkommen", "signs": "1", "copies_de": "10", "flyer": pieces["flyer"].pk, "sign": pieces["sign"].pk}
    assert client.post(address, data | {"copies_de": "-1"}).status_code == 422
    assert client.post(address, data | {"flyer": "99999"}).status_code == 422
    assert client.post(address, data).status_code == 302
    assert {item.print_file.product for item in Package.objects.get().items.all()} == {"flyer", "sign"}


def test_whoever_may_not_make_packages_may_not_make_these(client, pieces, django_user_model):
    user = django_user_model.objects.create_user("gast", "gast@lindenau.example", "lindenau")
    client.force_login(user)
    assert client.get(reverse("welcome_package")).status_code in (302, 403)


def test_only_fitting_pages_are_offered(pieces, locales):
    assert welcome_package.candidates(BY_KEY["letter"]) == [LetterPage.objects.get(pk=pieces["letter"].pk)]
    with pytest.raises(WelcomeError):
        welcome_package.product_for(BY_KEY["sign"], pieces["flyer"])
    assert Locale.objects.count() == 6
