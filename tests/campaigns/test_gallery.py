"""The gallery with five hundred faces: quick, light, filtered without JavaScript."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cms.campaigns.gallery import PER_PAGE, languages_in
from cms.campaigns.models import Release, TestimonialPage
from cms.campaigns.releases import change_release
from tests.campaigns.content import make_campaign, make_person
from tests.kept import kept

pytestmark = pytest.mark.django_db
MANY = 500
DISTRICTS = ["Altstadt", "Nordviertel", "Am Wasser", "Siedlung"]
LANGUAGES = ["Deutsch, Arabisch", "Türkisch und Deutsch", "Ukrainisch", ""]


@pytest.fixture
def campaign(home):
    return kept("gallery", lambda: make_gallery(home))


def make_gallery(home):
    """Five hundred people who agreed."""
    campaign = make_campaign(home)
    first = make_person(campaign, name="Samira Haddad", district="Altstadt", languages="Deutsch, Arabisch", topic="work")
    make_many(first, count=MANY - 1)
    Client().get(campaign.url)  # makes the renditions, as a worker does when a page is published
    return campaign


def make_many(first: TestimonialPage, *, count: int) -> None:
    """More people like the first. Their rows are written side by side, because the tree's own way would take minutes."""
    campaign = first.get_parent()
    pages = [
        Page(
            title=f"Person {number:03}",
            draft_title=f"Person {number:03}",
            slug=f"person-{number:03}",
            locale_id=first.locale_id,
            content_type_id=first.content_type_id,
            depth=first.depth,
            path=Page._get_path(campaign.path, first.depth, number + 2),
            url_path=f"{campaign.url_path}person-{number:03}/",
            live=True,
        )
        for number in range(count)
    ]
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=campaign.pk).update(numchild=count + 1)
    for number, page in enumerate(pages):
        values = {
            "line": "wohnt hier",
            "statement": f"Das ist mein Satz Nummer {number}.",
            "district": DISTRICTS[number % 4],
            "languages": LANGUAGES[number % 4],
            "topic": ["work", "sport"][number % 2],
            "portrait_id": first.portrait_id,
            "portrait_alt": "Gezeichnetes Porträt",
        }
        TestimonialPage(page_ptr_id=page.pk, **values).save_base(raw=True)
    Release.objects.bulk_create(
        Release(testimonial_key=page.translation_key, state="given", media=["web"], given_on="2026-09-01") for page in pages
    )


def faces_on(html: str) -> int:
    return html.count('<li class="tile')


def test_the_first_page_is_light_and_asks_few_questions(campaign):
    Client().get(campaign.url)
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get(campaign.url)
    assert faces_on(answer.content.decode()) == PER_PAGE
    assert len(answer.content) < 200_000
    assert len(queries) <= 15, "\n".join(query["sql"][:160] for query in queries)


def test_every_face_is_on_one_of_the_pages_and_the_next_one_is_a_link(campaign):
    client, address, seen = Client(), campaign.url, []
    for _number in range(MANY // PER_PAGE + 1):
        html = client.get(address).content.decode()
        seen += [part.partition("<")[0] for part in html.split('"><bdi>')[1:]]
        if 'rel="next" href="' not in html:
            break
        address = campaign.url + html.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert len({name for name in seen if name.startswith(("Person", "Samira"))}) == MANY


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("district=Altstadt", 126),
        ("language=Arabisch", 126),
        ("language=Deutsch", 251),
        ("topic=sport", 249),
        ("district=Nordviertel&topic=sport&language=Türkisch", 125),
        ("district=Altstadt&topic=sport", 0),
        ("district=Atlantis&topic=%00", MANY),
    ],
)
def test_filters_by_district_language_and_topic(campaign, query, count):
    answer = Client().get(f"{campaign.url}?{query}")
    assert faces_on(answer.content.decode()) == min(PER_PAGE, count)
    gallery = answer.context["gallery"]
    assert gallery.total == count
    if count > PER_PAGE and gallery.is_filtered:
        assert all(part in gallery.link for part in ("?", "=", "&"))


def test_a_page_that_does_not_exist_is_the_nearest(campaign):
    for number in ["0", "-1", "999", "x", ""]:
        gallery = Client().get(f"{campaign.url}?page={number}").context["gallery"]
        assert gallery.people, number


def test_whoever_withdraws_is_out_of_the_gallery_at_once(campaign):
    person = TestimonialPage.objects.get(title="Person 000")
    change_release(person, state="withdrawn")
    gallery = Client().get(campaign.url).context["gallery"]
    assert gallery.total == MANY - 1 and person.pk not in [one.pk for one in gallery.people]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Arabisch, Deutsch und Englisch", ["Arabisch", "Deutsch", "Englisch"]),
        ("العربية، الألمانية", ["العربية", "الألمانية"]),
        ("deutsch", ["Deutsch"]),
        ("", []),
    ],
)
def test_languages_are_read_out_of_what_people_wrote(text, languages):
    assert languages_in(text) == languages
