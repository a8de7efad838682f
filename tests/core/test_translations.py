"""Translations go live complete or not at all, and never outlive their source.

Tests named “upstream …” describe wagtail-localize without our rules. When one fails, the rule it guards can go.
"""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from cms.core import translations
from cms.core.translations import IncompleteTranslation, UnknownLanguage
from cms.editions.models import ArticlePage, Section


def submit(page, *, locale, user=None) -> Translation:
    TranslationCreator(user=user, target_locales=[locale]).create_translations(page, include_related_objects=True)
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


def translate(translation, *, leave: int = 0) -> None:
    segments = list(StringSegment.objects.filter(source=translation.source))
    for segment in segments[: len(segments) - leave]:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"نص {segment.pk}", "translation_type": "manual", "tool_name": ""},
        )


@pytest.fixture
def article(edition):
    return ArticlePage.objects.child_of(edition).first()


@pytest.fixture
def arabic(article, locales):
    return submit(article, locale=locales["ar"])


@pytest.fixture
def live_arabic(arabic, article, django_capture_on_commit_callbacks):
    translate(arabic)
    with django_capture_on_commit_callbacks(execute=True):
        arabic.save_target(publish=True)
    page = article.get_translation(arabic.target_locale)
    assert page.live
    assert page.title.startswith("نص")
    return page


def test_a_submitted_page_stays_a_draft(arabic, article):
    assert not article.get_translation(arabic.target_locale).live


def test_its_parents_hold_the_place_but_show_no_german(arabic, edition, client):
    parent = edition.get_translation(arabic.target_locale)
    assert parent.alias_of_id == edition.pk
    assert not parent.live
    edition.save_revision().publish()
    parent.refresh_from_db()
    assert not parent.live
    assert client.get(f"/ar/vielfalt/{edition.slug}/").status_code == 404


def test_a_translation_with_gaps_is_not_published_and_says_how_many(arabic, article):
    translate(arabic, leave=2)
    with pytest.raises(IncompleteTranslation) as refusal:
        arabic.save_target(publish=True)
    assert refusal.value.missing == 2
    assert "2" in str(refusal.value)
    assert "العربية" in str(refusal.value)
    assert not article.get_translation(arabic.target_locale).live


def test_its_draft_can_be_saved(arabic, article):
    translate(arabic, leave=2)
    arabic.save_target(publish=False)
    assert not article.get_translation(arabic.target_locale).live


def test_upstream_still_fills_gaps_with_german(arabic, article, django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr(translations, "refuse_incomplete", lambda *args, **kwargs: None)
    translate(arabic, leave=2)
    with django_capture_on_commit_callbacks(execute=True):
        translations.ungated_save_target(arabic, publish=True)
    assert article.get_translation(arabic.target_locale).live


def test_the_publish_button_of_the_translation_editor_explains_itself(client, editor, arabic, article):
    page = article.get_translation(arabic.target_locale)
    translate(arabic, leave=1)
    client.force_login(editor)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True)
    text = " ".join(str(message) for message in answer.context["messages"])
    assert "العربية" in text
    assert "1" in text
    page.refresh_from_db()
    assert not page.live


def test_bulk_publishing_refuses_translations_with_gaps(client, editor, arabic, article):
    page = article.get_translation(arabic.target_locale)
    client.force_login(editor)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    answer = client.post(address, follow=True)
    assert "العربية" in " ".join(str(message) for message in answer.context["messages"])
    page.refresh_from_db()
    assert not page.live


def test_a_revision_with_gaps_cannot_be_published_from_code_either(arabic, article):
    page = article.get_translation(arabic.target_locale).specific
    with pytest.raises(IncompleteTranslation):
        page.save_revision().publish()


def test_a_sync_that_opens_gaps_leaves_the_live_page_as_it_was(client, editor, live_arabic, article):
    article.standfirst = "Ein ganz neuer Vorspann."
    article.save_revision().publish()
    source = TranslationSource.objects.get_for_instance(article)
    client.force_login(editor)
    client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), {"publish_translations": "on"})
    live_arabic.refresh_from_db()
    assert live_arabic.live
    assert live_arabic.specific.standfirst.startswith("نص")


def test_section_names_have_no_draft_and_pass(edition, locales):
    section = Section.objects.filter(locale=locales["de"]).first()
    submit(section, locale=locales["ar"])
    assert section.get_translation(locales["ar"])


def test_unpublishing_the_source_unpublishes_the_translation(live_arabic, article):
    article.unpublish()
    live_arabic.refresh_from_db()
    assert not live_arabic.live


def test_bulk_unpublishing_reaches_the_translation(client, editor, live_arabic, article):
    client.force_login(editor)
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={article.pk}")
    article.refresh_from_db()
    live_arabic.refresh_from_db()
    assert (article.live, live_arabic.live) == (False, False)


def test_scheduled_expiry_reaches_the_translation(live_arabic, article):
    Page.objects.filter(pk=article.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    article.refresh_from_db()
    live_arabic.refresh_from_db()
    assert (article.live, live_arabic.live) == (False, False)


def test_unpublishing_a_translation_leaves_the_source_alone(live_arabic, article):
    live_arabic.unpublish()
    article.refresh_from_db()
    assert article.live


def test_upstream_still_leaves_translations_live(live_arabic, article, monkeypatch):
    from wagtail.signals import unpublished

    unpublished.disconnect(dispatch_uid="core.unpublish_translations")
    try:
        article.unpublish()
    finally:
        unpublished.connect(translations.unpublish_translations, dispatch_uid="core.unpublish_translations")
    live_arabic.refresh_from_db()
    assert live_arabic.live


@pytest.mark.parametrize("way", ["code", "button", "bulk"])
def test_deleting_the_source_deletes_the_translation(client, editor, live_arabic, article, way):
    client.force_login(editor)
    if way == "code":
        article.delete()
    elif way == "button":
        client.post(reverse("wagtailadmin_pages:delete", args=[article.pk]))
    else:
        client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={article.pk}")
    assert not Page.objects.filter(translation_key=article.translation_key).exists()
    assert not any(Page.find_problems())


def test_deleting_an_edition_deletes_its_articles_in_every_language(live_arabic, edition):
    edition.delete()
    assert not Page.objects.filter(pk=live_arabic.pk).exists()
    assert not any(Page.find_problems())


def test_deleting_a_translation_leaves_the_source_alone(live_arabic, article):
    live_arabic.delete()
    assert ArticlePage.objects.filter(pk=article.pk).exists()


def test_a_locale_without_settings_entry_is_refused(locales):
    with pytest.raises(UnknownLanguage, match="fr"):
        Locale.objects.create(language_code="fr")


def test_deleting_names_the_languages_that_go_with_it(client, editor, live_arabic, article):
    client.force_login(editor)
    answer = client.get(reverse("wagtailadmin_pages:delete", args=[article.pk]))
    assert "العربية" in answer.content.decode()


def test_an_article_that_moves_to_another_edition_takes_its_translations_along(client, editor, home, live_arabic, article):
    from tests.factories import make_edition

    later = make_edition(home, number=25, articles=0)
    client.force_login(editor)
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[article.pk, later.pk]))
    article.refresh_from_db()
    moved = Page.objects.get(pk=live_arabic.pk)
    assert article.get_parent().pk == later.pk
    assert moved.get_parent().translation_key == later.translation_key
    assert moved.get_parent().locale_id == moved.locale_id
    assert not moved.get_parent().live
    assert not any(Page.find_problems())
