"""Contact points in every medium: the page, its overview on paper, the block that chooses by itself."""

import pytest
from django.template import Context
from django.utils import translation

from cms.core.medium import Medium
from cms.directory.blocks import ContactPointsBlock
from cms.directory.models import Organisation, Person
from cms.renditions.render import render
from tests.kept import kept

from .content import german, make_directory, make_need, make_organisation, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home):
    return kept("directory", lambda: make_page(home))


def make_page(home):
    make_need("Hilfe mit Papieren", key="papiere", order=1)
    make_need("einen Deutschkurs", key="deutsch", order=2)
    make_organisation(week=[[["09:00", "12:00"]]] * 5 + [[], []], needs="papiere,deutsch", access="step-free")
    make_organisation("Volkshochschule", needs="deutsch", languages="de,en", district="Altstadt", phone="089 4")
    make_organisation("Frauenhaus", visibility="internal")
    return make_directory(home, notice="Notruf 112")


@pytest.mark.parametrize("medium", list(Medium))
def test_the_directory_in_every_medium(page, client, medium):
    out = client.get(page.url).content.decode() if medium is Medium.WEB else render(page, medium=medium).content
    for words in ("Brückenhaus", "089 99991-310", "Volkshochschule", "Notruf", "Arabisch"):
        assert words in out, words
    assert "Frauenhaus" not in out and "{{" not in out and "{%" not in out


def test_on_paper_each_entry_stands_once_under_its_first_need(page):
    out = render(page, medium=Medium.PRINT).content
    assert out.count("Brückenhaus") == 1 and out.count('class="group"') == 2
    assert (
        out.index("Hilfe mit Papieren") < out.index("Brückenhaus") < out.index("Einen Deutschkurs") < out.index("Volkshochschule")
    )


def test_the_overview_is_made_on_a4_and_a3(page):
    assert page.products()[0].formats == ("a4", "a3")


def block(medium: str = "web", **value) -> str:
    made = ContactPointsBlock()
    full = made.to_python({"title": "Hier hilft man", "show_in": ["web", "print", "email"], **value})
    return made.render(full, Context({"medium": medium}).flatten())


@pytest.mark.parametrize("medium", ["web", "print", "email", "text"])
def test_the_block_chooses_by_need_language_and_district(page, medium):
    assert "Volkshochschule" in block(medium, need="deutsch") and "Brückenhaus" in block(medium, need="deutsch")
    assert "Volkshochschule" not in block(medium, need="deutsch", language="ar")
    assert "Brückenhaus" not in block(medium, district="Altstadt")
    assert "Hier hilft man" not in block(medium, need="deutsch", language="uk"), "no heading above nothing"


def test_named_entries_come_first_and_nobody_twice(page):
    school = Organisation.objects.get(name="Volkshochschule")
    out = block(need="deutsch", organisations=[{"type": "item", "value": school.pk, "id": "1"}])
    assert out.index("Volkshochschule") < out.index("Brückenhaus") and out.count("Volkshochschule") == 1


def test_the_block_shows_at_most_as_many_as_it_is_told(page):
    assert block(need="deutsch", most=1).count('class="contact"') == 1


def test_a_person_only_named_by_pages_is_shown_where_a_block_names_them_and_an_internal_one_never(page):
    named = Person.objects.create(name="Ines", phone="089 1", locale=german())
    internal = Person.objects.create(name="Hawa", visibility="internal", locale=german())
    out = block(people=[{"type": "item", "value": one.pk, "id": str(one.pk)} for one in (named, internal)])
    assert "Ines" in out and "Hawa" not in out


def test_without_any_choice_the_block_says_what_is_missing():
    made = ContactPointsBlock()
    with pytest.raises(Exception) as error:
        made.clean(made.to_python({"title": "", "show_in": ["web"]}))
    assert "organisations" in error.value.block_errors


def test_languages_and_hours_are_said_in_the_readers_language(page):
    translated(Organisation.objects.get(name="Brückenhaus"), "ar", helps_with="استشارة")
    with translation.override("ar"):
        out = block(need="papiere")
    assert "استشارة" in out and "العربية" in out and "الاثنين" in out and "Arabisch" not in out
