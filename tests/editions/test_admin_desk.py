"""The dashboard: which edition is current, how far it is, what is missing and where to mend it."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import Page

from cms.core.lamps import Lamp
from cms.core.medium import Medium
from cms.core.models import CouncilImage, CouncilSettings
from cms.core.permissions import ensure_editor_group
from cms.editions.desk import Desk, current_edition
from cms.editions.missing import gaps
from cms.editions.models import ArticlePage, EditionPage
from tests.core.test_translations import submit, translate
from tests.factories import make_edition, make_image


@pytest.fixture
def complete(edition):
    edition.letter = "Liebe Nachbarinnen und Nachbarn"
    edition.editorial_deadline = datetime.date(2026, 10, 16)
    edition.print_date = datetime.date(2026, 11, 9)
    edition.save_revision().publish()
    return EditionPage.objects.get(pk=edition.pk)


def texts(edition) -> list[str]:
    return [str(gap.text) for gap in gaps(Desk(edition))]


def test_the_newest_edition_is_current_even_as_a_draft(home, edition):
    newer = make_edition(home, number=25, articles=0)
    newer.unpublish()
    EditionPage.objects.filter(pk=newer.pk).update(date=datetime.date(2027, 5, 20))
    assert current_edition().pk == newer.pk


@time_machine.travel("2026-11-01 09:00 +0100")
def test_the_countdown_runs_to_the_next_date(complete):
    milestone, days = Desk(complete).next_milestone(today=datetime.date(2026, 11, 1))
    assert (milestone.date, days) == (datetime.date(2026, 11, 9), 8)
    states = [milestone.state for milestone in Desk(complete).milestones(today=datetime.date(2026, 11, 1))]
    assert states == ["done", "now", "next"]
    assert Desk(complete).next_milestone(today=datetime.date(2026, 12, 1)) is None


def test_a_complete_edition_lacks_only_its_pdf(complete):
    assert len(texts(complete)) == 1
    assert "PDF" in texts(complete)[0]


@pytest.mark.parametrize(
    ("field", "empty"), [("cover_image", None), ("letter", ""), ("headline", ""), ("print_date", None), ("events", [])]
)
def test_every_empty_place_of_the_edition_is_named_with_its_page(complete, field, empty):
    before = len(texts(complete))
    setattr(complete, field, empty)
    found = gaps(Desk(complete))
    assert len(found) == before + 1
    assert reverse("wagtailadmin_pages:edit", args=[complete.pk]) in [gap.url for gap in found]


def test_an_article_that_is_a_draft_or_lacks_its_alternative_text_is_named(complete):
    article = ArticlePage.objects.child_of(complete).first()
    ArticlePage.objects.filter(pk=article.pk).update(lead_alt="")
    assert any(article.title in text for text in texts(complete))
    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert sum(article.title in text for text in texts(complete)) == 2


def test_a_picture_too_small_for_paper_leads_to_the_picture(complete):
    article = ArticlePage.objects.child_of(complete).first()
    small = make_image("Klein", width=400, height=300)
    ArticlePage.objects.filter(pk=article.pk).update(lead_image=small)
    assert reverse("wagtailimages:edit", args=[small.pk]) in [gap.url for gap in gaps(Desk(complete))]


def test_the_matrix_tells_planned_started_done_and_outdated_apart(complete, locales, django_capture_on_commit_callbacks):
    first, second, third = ArticlePage.objects.child_of(complete)
    arabic = locales["ar"]
    untouched = submit(second, locale=arabic)
    done = submit(third, locale=arabic)
    translate(done)
    with django_capture_on_commit_callbacks(execute=True):
        done.save_target(publish=True)
    desk = Desk(complete)
    assert [desk.text_lamp(article, arabic) for article in (first, second, third)] == [Lamp.NA, Lamp.NO, Lamp.OK]
    translate(untouched, leave=1)
    assert Desk(complete).text_lamp(second, arabic) is Lamp.WORK
    third.standfirst = "Neu"
    third.save_revision().publish()
    third = ArticlePage.objects.get(pk=third.pk)
    assert Desk(complete).text_lamp(third, arabic) is Lamp.OLD
    assert any(third.title in text and "العربية" in text for text in texts(complete))
    assert desk.lamp(first, complete.locale, Medium.WEB) is Lamp.OK
    assert desk.lamp(first, complete.locale, Medium.PRINT) is Lamp.WORK


def test_the_desk_costs_the_same_for_three_articles_and_for_thirty(home, complete, editor, client, django_assert_max_num_queries):
    client.force_login(editor)
    client.get(reverse("wagtailadmin_home"))
    for number in range(9):
        article = ArticlePage(title=f"Beitrag {number}", slug=f"noch-{number}")
        complete.add_child(instance=article)
        article.save_revision().publish()
    with django_assert_max_num_queries(60):
        assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_the_dashboard_shows_the_edition_and_nothing_of_wagtails_own(client, django_user_model, complete):
    user = django_user_model.objects.create_user("ines", first_name="Ines")
    user.groups.add(ensure_editor_group())
    client.force_login(user)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Ines" in page
    assert "Herbst 2026" in page
    assert reverse("new_edition", args=[complete.pk]) in page
    for noise in ("Wagtail 8", "guide.wagtail.org", "releases.wagtail.org", "gravatar"):
        assert noise not in page


def test_an_empty_site_says_what_to_do_first(client, editor, home):
    client.force_login(editor)
    answer = client.get(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    assert reverse("wagtailadmin_explore_root") in answer.content.decode()


def test_a_council_without_its_legal_duties_is_told_on_the_dashboard(client, editor, complete):
    council = CouncilSettings.objects.get()
    client.force_login(editor)
    address = reverse("wagtailsettings:edit", args=["core", "councilsettings", council.site_id])
    assert address not in client.get(reverse("wagtailadmin_home")).content.decode().split("v-desk")[1]
    council.responsible = council.sender_email = ""
    council.save()
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert page.count(f'href="{address}"') == 2
    assert "V.i.S.d.P." in page


def test_articles_are_listed_in_the_papers_order_and_can_be_dragged(client, editor, complete):
    client.force_login(editor)
    page = client.get(reverse("wagtailadmin_explore", args=[complete.pk])).content.decode()
    titles = list(ArticlePage.objects.child_of(complete).order_by("path").values_list("title", flat=True))
    assert [page.index(title) for title in titles] == sorted(page.index(title) for title in titles)
    last = ArticlePage.objects.child_of(complete).order_by("path").last()
    client.post(reverse("wagtailadmin_pages:set_page_position", args=[last.pk]) + "?position=0")
    assert ArticlePage.objects.child_of(complete).order_by("path").first().pk == last.pk


def test_a_page_whose_picture_was_deleted_still_opens_everywhere(client, editor, complete):
    CouncilImage.objects.all().delete()
    client.force_login(editor)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert client.get(Page.objects.get(pk=complete.pk).url).status_code == 200
