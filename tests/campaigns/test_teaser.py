"""A person of a campaign in an article and in a mail: there with face and sentence, gone when the release is."""

import pytest
from django.test import Client
from django.utils import timezone

from cms.campaigns.models import Release
from cms.campaigns.releases import change_release
from cms.core.consent import people_in
from cms.core.medium import Medium
from cms.renditions.render import render
from home.models import StandardPage
from newsletter import composing, readiness
from tests.bodies import EVERYWHERE
from tests.campaigns.content import make_campaign, make_person
from tests.factories import paragraph

pytestmark = pytest.mark.django_db
SENTENCE = "Wer mein Brot isst, kennt mich schon halb."


@pytest.fixture
def person(home):
    return make_person(make_campaign(home))


def teaser_of(person) -> tuple:
    return ("testimonial_teaser", {"page": person, "show_in": EVERYWHERE})


@pytest.fixture
def page(home, person):
    page = StandardPage(
        title="Backen in Lindenau", slug="backen", body=[paragraph("Um drei geht das Licht an."), teaser_of(person)]
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def shown_in(page, medium: Medium) -> str:
    if medium is Medium.WEB:
        return Client().get(page.url).content.decode()
    return render(type(page).objects.get(pk=page.pk), medium=medium).content


@pytest.mark.parametrize("medium", [Medium.WEB, Medium.EMAIL, Medium.TEXT])
def test_the_person_is_shown_and_can_be_found_again(page, person, medium):
    out = shown_in(page, medium)
    assert SENTENCE in out and "Samira Haddad" in out
    if medium is not Medium.TEXT:
        assert people_in(out) == [person.translation_key.hex]


@pytest.mark.parametrize("medium", [Medium.WEB, Medium.EMAIL, Medium.TEXT])
def test_whoever_withdraws_is_gone_from_it_at_once(page, person, medium):
    change_release(person, state=Release.State.WITHDRAWN)
    out = shown_in(page, medium)
    assert "Samira" not in out and "Brot" not in out and "Um drei geht das Licht an." in out


@pytest.mark.parametrize(("media", "shown"), [(["web"], False), (["web", "newsletter"], True)])
def test_a_mail_shows_only_who_agreed_to_the_newsletter(page, person, media, shown):
    Release.objects.update(media=media)
    assert (SENTENCE in shown_in(page, Medium.EMAIL)) is shown
    assert SENTENCE in shown_in(page, Medium.WEB)


def test_a_page_that_is_no_person_shows_nothing(page, home):
    page.body = [paragraph("Nur dies."), ("testimonial_teaser", {"page": home, "show_in": EVERYWHERE})]
    page.save_revision().publish()
    assert Client().get(page.url).status_code == 200


def test_a_mail_of_free_words_is_made_anew_without_the_person(person, home, editor, django_capture_on_commit_callbacks):
    mailing = composing.create_free(title="Gruß", languages=["de"], site=home.get_site(), user=editor)
    composing.write(
        mailing, language="de", body=[paragraph("Guten Tag."), teaser_of(person)], user=editor, lines=("Gruß", "Neues")
    )
    type(mailing).objects.filter(pk=mailing.pk).update(state="scheduled", scheduled_for=timezone.now())
    assert SENTENCE in mailing.versions.get().html
    with django_capture_on_commit_callbacks(execute=True):
        change_release(person, state=Release.State.WITHDRAWN)
    mailing.refresh_from_db()
    assert mailing.state == "draft"
    assert SENTENCE not in mailing.versions.get().html and "Guten Tag." in mailing.versions.get().html
    assert not [text for text in readiness.problems(mailing) if "Samira" in text]
