"""Campaign and testimonial in every medium, in German and Arabic."""

import pytest
from django.test import Client

from cms.core.medium import Medium
from cms.renditions.render import render
from tests.bodies import ARABIC, translate_tree
from tests.campaigns.content import make_campaign, make_person
from tests.kept import kept
from tests.test_matrix import well_formed

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(home):
    return kept("campaign in two languages", lambda: make_two(home))


def make_two(home):
    campaign = make_campaign(home)
    make_person(campaign, original_language="ar", original_statement="من يأكل خبزي يعرف نصفي.")
    make_person(campaign, name="Kofi Asante")
    return campaign


@pytest.fixture
def arabic(campaign, locales):
    translate_tree(campaign, locale=locales["ar"], words=ARABIC)
    page = campaign.testimonials[0].copy_for_translation(locales["ar"])
    page.statement = "من يأكل خبزي يعرف نصفي."
    page.save_revision().publish()
    return page


def output(page, medium: Medium) -> str:
    if medium is Medium.WEB:
        response = Client().get(page.url)
        assert response.status_code == 200
        return response.content.decode()
    rendition = render(page, medium=medium)
    assert rendition.problems == []
    return rendition.content


@pytest.mark.parametrize("medium", list(Medium))
def test_a_campaign_shows_its_faces(campaign, medium):
    out = output(campaign, medium)
    if medium is not Medium.PRINT:
        assert "Wer mein Brot isst, kennt mich schon halb." in out and "Kofi Asante" in out
    if medium is not Medium.TEXT:
        assert well_formed(out, medium) == []


@pytest.mark.parametrize("medium", list(Medium))
def test_a_testimonial_speaks_arabic(arabic, medium):
    out = output(arabic, medium)
    assert "خبزي" in out
    if medium is not Medium.TEXT:
        assert 'dir="rtl"' in out and well_formed(out, medium) == []


def test_the_original_words_are_marked(campaign):
    html = output(campaign.testimonials[0], Medium.WEB)
    assert '<span lang="ar" dir="rtl">من يأكل خبزي يعرف نصفي.</span>' in html


def test_names_from_hostile_hands_stay_text(campaign):
    person = make_person(campaign, name="<script>alert(1)</script>", slug="boese", statement="<b>\"'&amp;{{ x }}")
    for page in (person, campaign):
        for medium in (Medium.WEB, Medium.PRINT, Medium.EMAIL):
            assert "<script>alert(1)" not in output(page, medium)


def test_the_gallery_asks_few_questions(campaign, django_assert_max_num_queries):
    for number in range(8):
        make_person(campaign, name=f"Person {number}")
    Client().get(campaign.url)
    with django_assert_max_num_queries(24):
        Client().get(campaign.url)


def test_a_withdrawn_face_is_in_no_medium(campaign):
    from cms.campaigns.releases import change_release

    person = campaign.testimonials[0]
    change_release(person, state="withdrawn")
    fresh = type(campaign).objects.get(pk=campaign.pk)
    for medium in Medium:
        assert "Samira" not in output(fresh, medium)
    assert Client().get(person.url).status_code == 404
