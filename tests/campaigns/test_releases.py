"""Nobody is shown who has not agreed, and whoever takes it back disappears in every language."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.campaigns.models import Release, TestimonialPage
from cms.campaigns.models.testimonial import ReleaseMissing
from cms.campaigns.releases import ReleaseError, change_release, expire_releases
from tests.campaigns.content import make_campaign, make_person
from tests.kept import kept

pytestmark = pytest.mark.django_db
State = Release.State


@pytest.fixture
def campaign(home):
    return kept("campaign", lambda: make_campaign(home))


def finding_codes(page, product_key: str) -> list[str]:
    product = next(product for product in page.products() if product.key == product_key)
    return [finding.code for finding in page.print_objections(product)]


def test_a_testimonial_without_a_release_is_not_published(campaign):
    person = make_person(campaign, media=(), publish=False)
    with pytest.raises(ReleaseMissing):
        person.get_latest_revision().publish()
    assert not TestimonialPage.objects.get(pk=person.pk).live


def test_a_release_for_posters_alone_does_not_open_the_web_site(campaign):
    person = make_person(campaign, media=["poster"], publish=False)
    with pytest.raises(ReleaseMissing):
        person.get_latest_revision().publish()


def test_withdrawing_takes_every_language_off_the_site_and_is_logged(campaign, locales, editor):
    person = make_person(campaign)
    arabic = person.copy_for_translation(locales["ar"], copy_parents=True)
    arabic.save_revision().publish()
    release = change_release(person, state=State.WITHDRAWN, note="am Telefon", user=editor)
    assert release.state == State.WITHDRAWN
    assert not TestimonialPage.objects.filter(translation_key=person.translation_key, live=True).exists()
    entry = PageLogEntry.objects.get(action="campaigns.release")
    assert entry.user == editor
    assert entry.data["release"]["before"] == "given" and entry.data["release"]["after"] == "withdrawn"


def test_an_older_revision_cannot_bring_a_withdrawn_person_back(campaign):
    person = make_person(campaign)
    old = person.get_latest_revision()
    change_release(person, state=State.WITHDRAWN)
    with pytest.raises(ReleaseMissing):
        old.publish()


def test_withdrawing_cancels_what_was_to_be_published_later(campaign):
    person = make_person(campaign)
    person.go_live_at = timezone.now() + datetime.timedelta(days=1)
    person.save_revision(approved_go_live_at=person.go_live_at)
    change_release(person, state=State.WITHDRAWN)
    assert not person.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_the_sweep_ends_releases_on_their_day(campaign):
    person = make_person(campaign)
    Release.objects.update(until=timezone.localdate() - datetime.timedelta(days=1))
    assert finding_codes(TestimonialPage.objects.get(pk=person.pk), "poster") == ["release-expired"]
    assert expire_releases() == 1
    assert expire_releases() == 0
    assert Release.objects.get().state == State.EXPIRED
    assert not TestimonialPage.objects.get(pk=person.pk).live


@pytest.mark.parametrize(
    ("state", "media", "until"),
    [
        (State.GIVEN, [], None),
        (State.GIVEN, ["telegram"], None),
        (State.GIVEN, ["web"], datetime.date(2020, 1, 1)),
        (State.EXPIRED, None, None),
    ],
)
def test_what_makes_no_sense_is_refused(campaign, state, media, until):
    person = make_person(campaign, media=(), publish=False)
    with pytest.raises(ReleaseError):
        change_release(person, state=state, media=media, until=until)
    assert Release.objects.count() == 0


@pytest.mark.parametrize(
    ("media", "product", "codes"),
    [
        (("web", "poster"), "poster", []),
        (("web", "poster"), "ad", ["release-medium"]),
        (("web",), "social", ["release-medium"]),
        ((), "board", ["release-missing"]),
    ],
)
def test_printing_objects_to_a_missing_release(campaign, media, product, codes):
    person = make_person(campaign, media=media, publish="web" in media)
    assert finding_codes(person, product) == codes


def test_printing_objects_to_a_withdrawn_release(campaign):
    person = make_person(campaign)
    change_release(person, state=State.WITHDRAWN)
    assert finding_codes(TestimonialPage.objects.get(pk=person.pk), "poster") == ["release-withdrawn"]


def test_a_campaign_leaves_out_who_did_not_agree_to_the_medium(campaign):
    make_person(campaign)
    make_person(campaign, name="Kofi Asante", media=["web"])
    assert [person.title for person in campaign.faces("ads")] == ["Samira Haddad"]
    assert len(campaign.faces("web")) == 2
    assert finding_codes(campaign, "ad") == []


def test_a_campaign_without_anybody_is_not_printed(campaign):
    assert finding_codes(campaign, "poster") == ["release-nobody"]


def test_the_office_records_a_release(client, editor, campaign):
    person = make_person(campaign, media=(), publish=False)
    client.force_login(editor)
    address = reverse("testimonial_release", args=[person.pk])
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[person.pk])).content.decode()
    assert client.post(address, {"state": "given", "media": []}).status_code == 200
    assert not Release.objects.filter(state="given").exists()
    answer = client.post(address, {"state": "given", "media": ["web", "poster"], "until": "31.12.2030", "note": "Ordner 3"})
    assert answer.status_code == 302
    release = Release.objects.get()
    assert (release.state, release.media, release.until) == ("given", ["web", "poster"], datetime.date(2030, 12, 31))


def test_publishing_in_the_admin_says_what_is_missing(client, editor, campaign):
    person = make_person(campaign, media=(), publish=False)
    client.force_login(editor)
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={person.pk}&next=/admin/")
    assert not TestimonialPage.objects.get(pk=person.pk).live
    assert "Samira Haddad" in client.get("/admin/").content.decode()
