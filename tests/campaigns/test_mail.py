"""Nobody is in a mail who has not agreed to the newsletter, and the readiness of a mailing names them."""

import pytest
from wagtail.models import Page

from cms.campaigns.models import Release
from cms.campaigns.releases import change_release
from cms.core.medium import Medium
from cms.renditions.render import render
from cms.renditions.selection import Selection, Show
from newsletter import composing, readiness
from newsletter.models import Mailing
from tests.campaigns.content import ALL, make_campaign, make_person
from tests.kept import kept

pytestmark = pytest.mark.django_db
WITHOUT = [medium for medium in ALL if medium != "newsletter"]


@pytest.fixture
def campaign(home):
    return kept("campaign", lambda: make_campaign(home))


def mailing_of(page: Page, editor) -> Mailing:
    mailing = composing.create(page, user=editor)
    composing.freeze(mailing)
    return mailing


def people_cell(mailing: Mailing):
    (row,) = readiness.matrix(mailing).rows
    return next(cell for cell in row.cells if cell.column == "people")


@pytest.mark.parametrize("medium", [Medium.EMAIL, Medium.TEXT])
def test_a_campaign_goes_out_with_those_who_agreed_to_the_newsletter(campaign, medium):
    make_person(campaign)
    make_person(campaign, name="Taras Bondar", media=WITHOUT)
    content = render(campaign, medium=medium).content
    assert "Samira Haddad" in content
    assert "Taras Bondar" not in content


def test_editors_cannot_choose_somebody_who_has_not_agreed(campaign):
    there, absent = make_person(campaign), make_person(campaign, name="Taras Bondar", media=WITHOUT)
    assert [item.title for item in campaign.mail_items()] == ["Samira Haddad"]
    both = Selection(shows=tuple((str(person.translation_key), Show.TEASER) for person in (absent, there)))
    content = render(campaign, medium=Medium.EMAIL, selection=both).content
    assert "Samira Haddad" in content
    assert "Taras Bondar" not in content


def test_who_is_left_out_is_named_and_does_not_hold_the_mail_back(campaign, editor):
    make_person(campaign)
    make_person(campaign, name="Taras Bondar", media=WITHOUT)
    mailing = mailing_of(campaign, editor)
    assert [finding.code for finding in campaign.mail_objections(html="")] == ["release-left-out"]
    cell = people_cell(mailing)
    assert (cell.level, cell.text) == ("note", "1")
    assert "Taras Bondar" in cell.advice
    assert not [text for text in readiness.problems(mailing) if "Taras Bondar" in text]


def test_when_everybody_agreed_nothing_is_said(campaign, editor):
    make_person(campaign)
    make_person(campaign, name="Noch nicht gefragt", media=(), publish=False)
    assert people_cell(mailing_of(campaign, editor)).level == "good"


def test_a_release_withdrawn_after_the_mail_was_made_makes_it_anew(campaign, editor):
    person = make_person(campaign)
    make_person(campaign, name="Taras Bondar")
    mailing = mailing_of(campaign, editor)
    assert "Samira Haddad" in mailing.versions.get().html
    change_release(person, state=Release.State.WITHDRAWN)
    mailing.refresh_from_db()
    html = mailing.versions.get().html
    assert "Samira Haddad" not in html and "Taras Bondar" in html
    assert mailing.trouble and people_cell(mailing).level == "good"


def test_a_mail_that_still_shows_somebody_who_withdrew_is_held_back(campaign, editor):
    """Whatever brought her back into it: a backup, a worker that was just making it."""
    person = make_person(campaign)
    make_person(campaign, name="Taras Bondar")
    mailing = mailing_of(campaign, editor)
    before = mailing.versions.get().html
    change_release(person, state=Release.State.WITHDRAWN)
    mailing.versions.update(html=before)
    cell = people_cell(mailing)
    assert cell.level == "bad"
    assert "Samira Haddad" in cell.advice
    assert cell.advice in readiness.problems(mailing)


def test_the_mail_of_one_person_needs_that_person_s_release(campaign, editor):
    person = make_person(campaign, media=WITHOUT)
    mailing = mailing_of(person, editor)
    cell = people_cell(mailing)
    assert (cell.level, cell.text) == ("bad", "1")
    assert cell.advice in readiness.problems(mailing)
    change_release(person, state=Release.State.GIVEN, media=ALL)
    assert people_cell(mailing).level == "good"
