"""Finding contact points: by need, language, district and words, in the reader's language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale

from cms.directory.finding import PER_PAGE, Directory, Wish
from cms.directory.models import Organisation, Person
from tests.kept import kept

from .content import german, make_directory, make_need, make_organisation, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(home):
    return kept("town", lambda: make_town(home))


def make_town(home):
    make_need("Hilfe mit Papieren", key="papiere", order=1)
    make_need("einen Deutschkurs", key="deutsch", order=2)
    make_organisation()
    make_organisation(
        "Volkshochschule", needs="deutsch", languages="de,en", district="Altstadt", helps_with="Deutsch von A1 bis C1"
    )
    make_organisation("Frauenhaus", visibility="internal")
    make_organisation("Städtebund", needs="")
    return make_directory(home)


def names(**wish) -> list[str]:
    return [row.name for row in Directory().find(Wish(**wish))]


def test_every_wish_narrows_what_is_found(town):
    assert names() == ["Brückenhaus", "Volkshochschule"]
    assert names(need="deutsch") == ["Volkshochschule"]
    assert names(language="ar") == ["Brückenhaus"]
    assert names(district="Altstadt") == ["Volkshochschule"]
    assert names(need="deutsch", language="ar") == []


@pytest.mark.parametrize("words", ["brueckenhaus", "BRÜCKEN", "papieren", "arabisch", "südstadt tag"])
def test_words_are_found_in_names_needs_languages_and_districts(town, words):
    assert names(words=words) == ["Brückenhaus"]


def test_internal_entries_and_entries_without_a_need_are_not_in_the_directory(town, client):
    page = client.get(town.url).content.decode()
    assert "Frauenhaus" not in page and "Städtebund" not in page
    assert {row.name for row in Directory(internal=True).rows} >= {"Frauenhaus", "Städtebund"}


def test_people_can_be_contact_points_too_and_name_their_organisation(town, client):
    house = Organisation.objects.get(name="Brückenhaus")
    fields = {"function": "Beraterin", "organisation": house, "needs": "papiere", "visibility": "public"}
    Person.objects.create(name="Hawa Diallo", locale=german(), **fields)
    page = client.get(town.url + "?need=papiere").content.decode()
    assert "Hawa Diallo" in page and "Beraterin" in page and page.count("Brückenhaus") > 1


def test_the_page_works_without_javascript_and_remembers_the_choice(town, client):
    page = client.get(town.url, {"need": "papiere", "language": "ar"}).content.decode()
    assert '<option value="papiere" selected>' in page and '<option value="ar" selected>' in page
    assert "Brückenhaus" in page and "Volkshochschule" not in page and "<script" not in page.split("<main")[1]


def test_readers_see_the_entry_in_their_language_and_the_others_in_german(town):
    translated(Organisation.objects.get(name="Brückenhaus"), "ar", helps_with="استشارة من اليوم الأول")
    with translation.override("ar"):
        rows = Directory().rows
    assert [row.helps_with for row in rows] == ["استشارة من اليوم الأول", "Deutsch von A1 bis C1"]


@pytest.mark.parametrize(
    "query",
    [
        {"need": "x" * 5000},
        {"q": "<script>alert(1)</script>"},
        {"q": "' OR 1=1 --", "district": "\0"},
        {"page": "drei"},
        {"page": "99999"},
        {"language": "de,ar"},
        {"q": "%" * 10000},
    ],
)
def test_no_address_can_break_the_page(town, client, query):
    response = client.get(town.url, query)
    assert response.status_code == 200 and b"<script>alert" not in response.content


def test_a_thousand_entries_need_no_more_queries_than_ten(town, client):
    locale = german()
    fields = {"needs": ("papiere",), "languages": ("de", "tr"), "district": "Gaswerk", "locale": locale}
    Organisation.objects.bulk_create(Organisation(name=f"Verein {number}", **fields) for number in range(1000))
    client.get(town.url)
    with CaptureQueriesContext(
        connection,
    ) as few:
        response = client.get(town.url, {"need": "papiere", "page": 3})
    assert response.status_code == 200 and response.content.count(b'class="contact"') == PER_PAGE
    mine = [query for query in few if "directory_" in query["sql"]]
    assert len(mine) <= 6 and len(few) <= 20


def test_entries_with_facts_are_the_same_in_every_language(town):
    source = Organisation.objects.get(name="Brückenhaus")
    arabic = translated(source, "ar", helps_with="استشارة")
    source.phone, source.languages, source.helps_with = "089 1", ("de", "ti"), "Neue Worte"
    source.save()
    arabic.refresh_from_db()
    assert (arabic.phone, arabic.languages, arabic.helps_with) == ("089 1", ("de", "ti"), "استشارة")
    arabic.phone = "falsch"
    arabic.save()
    source.refresh_from_db()
    arabic.refresh_from_db()
    assert source.phone == arabic.phone == "089 1"


def test_needs_keep_their_key_when_they_are_renamed_and_never_share_one():
    first, second = make_need("Eine Wohnung"), make_need("Eine Wohnung!")
    assert first.key == "eine-wohnung" and second.key == "eine-wohnung-2"
    first.name = "ein Zuhause"
    first.save()
    assert first.key == "eine-wohnung"
    assert first.copy_for_translation(Locale.objects.get_or_create(language_code="tr")[0]).key == "eine-wohnung"
