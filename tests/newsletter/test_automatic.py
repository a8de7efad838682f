"""Mailings that prepare themselves: once per occasion, as drafts unless decided otherwise."""

import datetime

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from newsletter import automatic, mailing
from newsletter.models import AutomaticMailing, Mailing, SendingPolicy
from newsletter.readiness.content import words

from .conftest import make_readers, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def rule(site_with_newsletter, topics):
    def make(occasion: str, **fields) -> AutomaticMailing:
        cache.clear()
        made = AutomaticMailing.objects.create(name="Regel", site=Site.objects.get(), occasion=occasion, **fields)
        made.topics.add(topics[0])
        AutomaticMailing.objects.filter(pk=made.pk).update(since=timezone.now() - datetime.timedelta(days=40))
        return made

    return make


@pytest.fixture
def published(edition):
    """The edition came out an hour ago."""
    Page.objects.filter(pk=edition.pk).update(first_published_at=timezone.now() - datetime.timedelta(hours=1))
    return edition


@pytest.fixture
def event(home):
    """The day after tomorrow."""
    from cms.events.models import EventIndexPage, EventPage
    from tests.events.content import one_date

    index = home.add_child(instance=EventIndexPage(title="Termine", slug="termine"))
    page = EventPage(title="Offenes Frühstück", slug="fruehstueck", place="Feuerwache", standfirst="Alle bringen etwas mit.")
    page.times = [one_date(timezone.now() + datetime.timedelta(days=2))]
    return index.add_child(instance=page)


def test_a_new_edition_becomes_a_draft_once(rule, published):
    rule("published")
    assert automatic.prepare_due() == 1
    made = Mailing.objects.get()
    assert (made.state, made.page_id, made.created_by) == ("draft", published.pk, None)
    assert list(made.topics.values_list("slug", flat=True)) == ["zeitung"]
    assert made.versions.get(language="de").is_made
    cache.clear()
    assert automatic.prepare_due() == 0
    assert Mailing.objects.count() == 1


def test_what_was_there_before_the_rule_is_old_news(rule, published):
    made = rule("published")
    AutomaticMailing.objects.filter(pk=made.pk).update(since=timezone.now())
    assert automatic.prepare_due() == 0


def test_a_page_just_published_may_still_be_mended(rule, published):
    rule("published")
    Page.objects.filter(pk=published.pk).update(first_published_at=timezone.now())
    assert automatic.prepare_due() == 0


def test_a_rule_looks_only_below_its_page_and_only_if_switched_on(rule, published, home):
    rule("published", below=published.articles[0])
    rule("published", is_on=False)
    assert automatic.prepare_due() == 0


def test_sent_by_itself_only_if_somebody_decided_so(rule, published, topics, post_office):
    make_readers(2, topics=[topics[0]])
    rule("published", mode="automatic")
    automatic.prepare_due()
    assert len(post_office.letters) == 2
    assert Mailing.objects.get().state == "sent"


def test_what_stands_against_it_keeps_it_a_draft_that_says_why(rule, published, topics, post_office):
    make_readers(2, topics=[topics[0]])
    policy = SendingPolicy.for_site(Site.objects.get())
    policy.four_eyes = True
    policy.save()
    rule("published", mode="automatic")
    automatic.prepare_due()
    made = Mailing.objects.get()
    assert (made.state, bool(made.trouble)) == ("draft", True)
    assert not post_office.letters


def test_a_date_that_comes_near_is_told_once(rule, event):
    rule("reminder", days_before=3)
    assert automatic.prepare_due() == 1
    assert Mailing.objects.get().page_id == event.pk
    cache.clear()
    assert automatic.prepare_due() == 0


def test_a_date_that_is_far_away_is_not_told_yet(rule, event):
    rule("reminder", days_before=1)
    assert automatic.prepare_due() == 0


def test_once_a_month_what_is_new_and_what_is_to_come(rule, published, event):
    translate(published, "en", title="Vielfalt No. 24")
    rule("digest", day_of_month=1)
    assert automatic.prepare_due() == 1
    made = Mailing.objects.get()
    german, english = made.versions.get(language="de"), made.versions.get(language="en")
    for title in (published.title, event.title):
        assert title in words(german.html)
        assert title in " ".join(german.text.split())
    assert "Vielfalt No. 24" in words(english.html)
    assert event.title not in words(english.html), "not published in English"
    assert german.subject and english.subject and german.subject != english.subject
    cache.clear()
    assert automatic.prepare_due() == 0


@pytest.mark.parametrize("day", [datetime.date(2026, 11, 1), datetime.date(2027, 1, 1), datetime.date(2028, 3, 1)])
def test_two_digests_together_tell_every_hour_of_the_month_between_them(rule, edition, day):
    """October has an hour more than 31 days, and the second digest may be a little later than the first."""
    before = (day - datetime.timedelta(days=1)).replace(day=1)
    monthly = rule("digest", day_of_month=1)
    AutomaticMailing.objects.filter(pk=monthly.pk).update(since=local(before, 0) - datetime.timedelta(days=300))
    Page.objects.filter(pk=edition.pk).update(first_published_at=local(before, 0, 6))
    with time_machine.travel(local(day, 0, 20), tick=False):
        assert automatic.prepare_due() == 1
    assert edition.title in words(Mailing.objects.get().versions.get(language="de").html)


def test_what_the_digest_of_last_month_told_is_not_told_again(rule, edition):
    monthly = rule("digest", day_of_month=1)
    AutomaticMailing.objects.filter(pk=monthly.pk).update(since=local(datetime.date(2026, 1, 1), 0))
    Page.objects.filter(pk=edition.pk).update(first_published_at=local(datetime.date(2026, 12, 2), 10))
    for moment in (local(datetime.date(2026, 12, 3), 9), local(datetime.date(2027, 1, 1), 0, 10)):
        cache.clear()
        with time_machine.travel(moment, tick=False):
            automatic.prepare_due()
    assert [made.occasion for made in Mailing.objects.all()] == ["month:2026-12"]


def local(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour, minute), timezone.get_default_timezone())


def test_nothing_to_tell_makes_no_mailing(rule):
    rule("digest")
    assert automatic.prepare_due() == 0


def test_the_office_writes_rules(client, editor, topics, site_with_newsletter):
    client.force_login(editor)
    assert client.get(reverse("automatic_mailings:add")).status_code == 200
    data = {
        "name": "Neue Ausgabe",
        "site": Site.objects.get().pk,
        "occasion": "published",
        "days_before": 3,
        "day_of_month": 1,
        "topics": [topics[0].pk],
        "design": "",
        "mode": "draft",
        "is_on": "on",
        "below": "",
    }
    client.post(reverse("automatic_mailings:add"), data)
    assert AutomaticMailing.objects.get().name == "Neue Ausgabe"
    assert "Neue Ausgabe" in client.get(reverse("automatic_mailings:index")).content.decode()


def test_what_the_office_discarded_is_not_prepared_again(rule, published, editor):
    rule("published")
    automatic.prepare_due()
    mailing.discard(Mailing.objects.get(), user=editor)
    cache.clear()
    assert automatic.prepare_due() == 0
    assert Mailing.objects.count() == 1
