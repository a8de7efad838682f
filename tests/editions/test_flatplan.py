"""The flatplan: where articles stand on paper, moving and shaping them, what it says and costs."""

from decimal import Decimal

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from cms.editions import flatplan
from cms.editions.models import ArticlePage, EditionPage
from tests.factories import make_edition


def titles(edition) -> list[str]:
    return list(ArticlePage.objects.child_of(edition).order_by("path").values_list("title", flat=True))


@pytest.mark.slow
def test_every_article_stands_on_a_page_and_drafts_are_planned_like_published_ones(fresh_edition, editor):
    draft = ArticlePage.objects.child_of(fresh_edition).order_by("path").last()
    draft.unpublish()
    found = flatplan.plan(flatplan.draft_of(fresh_edition))
    placed = [card.article.pk for leaf in found.leaves for card in leaf.cards]
    assert sorted(placed) == sorted(ArticlePage.objects.child_of(fresh_edition).values_list("pk", flat=True))
    assert found.pages % 4 == 0
    assert found.leaves[0].state == "draft"
    assert not found.unplaced


def test_moving_an_article_changes_the_order_of_the_paper_and_writes_the_log(fresh_edition, editor):
    first, *_rest, last = ArticlePage.objects.child_of(fresh_edition).order_by("path")
    flatplan.move_article(last, before=first, user=editor)
    assert titles(fresh_edition)[0] == last.title
    assert PageLogEntry.objects.filter(page=last.pk, action="wagtail.reorder", user=editor).count() == 1
    flatplan.move_article(ArticlePage.objects.get(pk=last.pk), before=None, user=editor)
    assert titles(fresh_edition)[-1] == last.title


def test_an_article_cannot_be_moved_into_another_edition_by_the_flatplan(fresh_edition, home, editor):
    other = make_edition(home, number=25)
    article = ArticlePage.objects.child_of(fresh_edition).first()
    with pytest.raises(ValueError, match="edition|Ausgabe"):
        flatplan.move_article(article, before=ArticlePage.objects.child_of(other).first(), user=editor)


def test_a_published_article_stays_published_in_its_new_shape_and_a_changed_one_stays_a_draft(fresh_edition, editor):
    article, other = list(ArticlePage.objects.child_of(fresh_edition).order_by("path"))[:2]
    flatplan.shape_article(article, shape="hero", starts_page=True, user=editor)
    article.refresh_from_db()
    assert (article.print_shape, article.starts_page, article.has_unpublished_changes) == ("hero", True, False)
    other.title = "Noch nicht fertig"
    other.save_revision(user=editor)
    other = ArticlePage.objects.get(pk=other.pk)
    flatplan.shape_article(other, shape="columns", starts_page=False, user=editor)
    other.refresh_from_db()
    assert (other.print_shape, other.has_unpublished_changes) == ("", True)
    assert other.get_latest_revision_as_object().print_shape == "columns"


def test_the_cost_is_price_times_sheets_times_print_run_and_nothing_without_a_price(fresh_edition):
    publication = fresh_edition.publication
    publication.print_run, publication.sheet_price = 5000, Decimal("0.031")
    assert flatplan.cost(fresh_edition, pages=8) == Decimal("310.00")
    assert flatplan.cost(fresh_edition, pages=9) == Decimal("465.00")
    publication.sheet_price = None
    assert flatplan.cost(fresh_edition, pages=8) is None


@pytest.mark.slow
def test_the_desk_shows_spreads_and_first_says_that_the_pages_are_being_set(fresh_edition, admin_client):
    address = reverse("flatplan", args=[fresh_edition.pk])
    assert "data-flatplan-wait" in admin_client.get(address).content.decode()
    pages = admin_client.get(reverse("flatplan_pages", args=[fresh_edition.pk])).content.decode()
    assert pages.count('class="leaf"') >= 4
    again = admin_client.get(address).content.decode()
    assert "data-flatplan-wait" not in again
    assert again.count('class="leaf"') == pages.count('class="leaf"')


def test_arrows_move_by_one_place_and_strangers_may_not(fresh_edition, admin_client, client, django_user_model):
    first, second = titles(fresh_edition)[:2]
    article = ArticlePage.objects.get(title=second)
    before = ArticlePage.objects.get(title=first)
    move = reverse("flatplan_move", args=[fresh_edition.pk])
    assert admin_client.post(move, {"article": article.pk, "before": before.pk}).status_code == 302
    assert titles(fresh_edition)[:2] == [second, first]
    assert admin_client.get(move).status_code == 405
    client.force_login(django_user_model.objects.create_user("gast"))
    assert client.post(move, {"article": article.pk}).status_code in (302, 403)
    assert titles(fresh_edition)[:2] == [second, first]


@pytest.mark.slow
def test_a_missing_picture_is_named_instead_of_the_pages(fresh_edition, admin_client):
    image = EditionPage.objects.get(pk=fresh_edition.pk).articles[1].lead_image
    image.file.storage.delete(image.file.name)
    pages = admin_client.get(reverse("flatplan_pages", args=[fresh_edition.pk])).content.decode()
    assert 'role="alert"' in pages
    assert 'class="leaf"' not in pages


def test_a_translation_follows_its_source_and_cannot_be_arranged_on_its_own(fresh_edition, locales, admin_client):
    arabic = fresh_edition.copy_for_translation(locales["ar"], copy_parents=True)
    article = ArticlePage.objects.child_of(fresh_edition).first()
    for name in ("flatplan_move", "flatplan_shape"):
        answer = admin_client.post(reverse(name, args=[arabic.pk]), {"article": article.pk})
        assert answer.status_code in (302, 403)
        assert answer.headers.get("Location", "") != reverse("flatplan", args=[arabic.pk])
    assert admin_client.post(reverse("flatplan_move", args=[fresh_edition.pk]), {"article": "x"}).status_code == 404
