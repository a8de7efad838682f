"""What was mailed can be read on the web, in its language, without anybody's link; nothing is read before it has left."""

import re
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from newsletter import afterwards, archive, composing, dispatch, reading
from newsletter import mailing as room
from newsletter.models import Delivery, Mailing, Reads, Subscriber

from .conftest import make_readers
from .steps import steps_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def free(home, site_with_newsletter, topics, editor):
    """A mailing without a page, in German and English, to two readers."""
    make_readers(2, topics=topics[:1])
    mailing = composing.create_free(title="Der Treff fällt aus", languages=["de", "en"], site=home.get_site(), user=editor)
    words = [("paragraph", {"text": "<p>Am Montag bleibt das Haus zu.</p>"})]
    composing.write(mailing, language="de", body=words, user=editor, lines=("Der Treff fällt aus", "Am Montag"))
    composing.write(
        mailing, language="en", body=[("paragraph", {"text": "<p>Closed on Monday.</p>"})], user=editor, lines=("No meeting", "")
    )
    composing.update(mailing, topics=[topics[0]], lines={}, user=editor)
    return mailing


def path_of(mailing, language="de") -> str:
    with translation.override(language):
        return reverse("newsletter:mailing", args=[mailing.pk])


def test_free_mailing_is_read_on_the_web_only_after_it_has_left(free, client, editor):
    assert client.get(path_of(free)).status_code == 404
    room.start(free, user=editor)
    dispatch.dispatch(free)
    page = client.get(path_of(free)).content.decode()
    assert "Am Montag bleibt das Haus zu." in page
    assert f'hreflang="en" href="{path_of(free, "en")}"' in page
    assert "Closed on Monday." in client.get(path_of(free, "en")).content.decode()
    assert client.get(path_of(free, "tr")).status_code == 404


def test_mail_links_to_its_place_on_the_web(free, editor, post_office):
    room.start(free, user=editor)
    dispatch.dispatch(free)
    assert path_of(free) in post_office.letters[0].html
    assert path_of(free) in post_office.letters[0].text


def test_archive_lists_what_was_sent_in_this_language_without_tokens(free, mailing, client, editor):
    for sent in (free, mailing):
        room.start(sent, user=editor)
        dispatch.dispatch(Mailing.objects.get(pk=sent.pk))
    with translation.override("de"):
        german = client.get(reverse("newsletter:archive")).content.decode()
    with translation.override("uk"):
        ukrainian = client.get(reverse("newsletter:archive")).content.decode()
    assert german.count("<time") == 2
    assert path_of(free) in german
    assert "<time" not in ukrainian
    assert not re.search(r"/(leave|u|preferences|care)/", german.split("<main")[1].split("</main")[0])


def test_feed_of_a_language_is_valid_atom(free, client, editor):
    room.start(free, user=editor)
    dispatch.dispatch(free)
    with translation.override("de"):
        content = client.get(reverse("newsletter:archive_feed")).content
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(content)
    assert feed.tag == f"{atom}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    (entry,) = feed.findall(f"{atom}entry")
    assert entry.find(f"{atom}title").text == "Der Treff fällt aus"
    assert entry.find(f"{atom}link").get("href").endswith(path_of(free))
    for name in ("id", "updated"):
        assert feed.find(f"{atom}{name}").text
        assert entry.find(f"{atom}{name}").text


def test_page_that_was_taken_off_is_not_in_the_archive(mailing, topics, client, editor):
    make_readers(1, topics=topics[:1])
    room.start(mailing, user=editor)
    dispatch.dispatch(mailing)
    mailing.page.unpublish()
    with translation.override("de"):
        assert "<time" not in client.get(reverse("newsletter:archive")).content.decode()


def test_page_behind_a_password_is_not_in_the_archive(mailing, topics, client, editor):
    make_readers(1, topics=topics[:1])
    room.start(mailing, user=editor)
    dispatch.dispatch(mailing)
    PageViewRestriction.objects.create(page=mailing.page, restriction_type=PageViewRestriction.LOGIN)
    with translation.override("de"):
        assert "<time" not in client.get(reverse("newsletter:archive")).content.decode()


def test_readings_are_counted_without_readers_and_hidden_below_five(free, client, editor, admin_user):
    room.start(free, user=editor)
    dispatch.dispatch(free)
    version = free.versions.get(language="de")
    for _time in range(4):
        client.get(path_of(free))
    client.head(path_of(free))
    client.get(path_of(free), headers={"sec-purpose": "prefetch"})
    assert reading.times_read(version) is None
    client.get(path_of(free))
    assert reading.times_read(version) == 5
    client.force_login(admin_user)
    client.get(path_of(free))
    assert reading.times_read(version) == 5
    assert {field.name for field in Reads._meta.fields} == {"id", "page", "version", "day", "number"}


def test_mailed_page_is_counted_others_are_not(mailing, topics, client, editor, home):
    make_readers(1, topics=topics[:1])
    room.start(mailing, user=editor)
    cache.clear()
    for _time in range(5):
        client.get(mailing.page.url)
        client.get(home.url)
    assert Reads.objects.get().number == 5
    assert reading.times_read(mailing.versions.get(language="de")) == 5


@pytest.mark.once
def test_the_list_costs_the_same_however_many_have_got_the_mails(free, client, editor, topics):
    room.start(free, user=editor)
    dispatch.dispatch(free)
    few = steps_of(lambda: archive.entries(language="de", site=free.site))
    make_readers(3000, topics=topics[:1], name="mehr")
    more = [Delivery(mailing=free, subscriber=reader, state="accepted") for reader in Subscriber.objects.filter(deliveries=None)]
    Delivery.objects.bulk_create(more)
    many = steps_of(lambda: archive.entries(language="de", site=free.site))
    assert many < 2 * few


def test_a_language_that_was_dropped_is_not_in_the_archive(free, topics, client, editor):
    make_readers(1, topics=topics[:1], language="en", name="reader")
    composing.hold_back(free, language="en", held=True, user=editor)
    room.start(free, user=editor)
    dispatch.dispatch(free)
    afterwards.drop_language(free, language="en", user=editor)
    assert client.get(path_of(free, "en")).status_code == 404
    assert client.get(path_of(free)).status_code == 200


def test_an_arabic_subject_that_begins_with_a_latin_name_still_reads_from_the_right(mailing, topics, client, editor):
    make_readers(1, topics=topics[:1], language="ar", name="qari")
    mailing.versions.filter(language="ar").update(subject="Vielfalt، العدد ٢٤")
    room.start(mailing, user=editor)
    dispatch.dispatch(mailing)
    with translation.override("ar"):
        page = client.get(reverse("newsletter:archive")).content.decode()
    (row,) = re.findall(r"<li><time.*?</li>", page, re.DOTALL)
    assert "العدد ٢٤" in row
    assert "<bdi" not in row, "alone, a line is turned by its first letter"
    assert "dir=" not in row
    assert not re.search(r">[^<]*[0-9][^<]*</time>", row), "digits as in the rest of the page"
