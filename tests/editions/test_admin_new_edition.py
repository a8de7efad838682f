"""“New edition like this one”, and what must be there before an edition is published."""

import datetime

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.core.permissions import ensure_editor_group
from cms.editions import copying
from cms.editions.models import ArticlePage, EditionPage
from tests.factories import make_edition


@pytest.fixture
def last(edition):
    EditionPage.objects.filter(pk=edition.pk).update(
        letter="Alter Brief",
        letter_name="Jaspal Gill",
        legal_note="Zeichnungen: Jonne Reith",
        editorial_deadline=datetime.date(2026, 10, 16),
        print_date=datetime.date(2026, 11, 9),
    )
    return EditionPage.objects.get(pk=edition.pk)


@pytest.fixture
def fresh(last, editor):
    return copying.new_edition(last, number=25, season="Frühjahr 2027", date=datetime.date(2027, 5, 20), user=editor)


def test_the_form_proposes_number_season_and_dates_in_the_papers_rhythm(last):
    assert copying.proposal(last.publication) == {
        "number": 25,
        "season": "Frühjahr 2027",
        "date": datetime.date(2027, 5, 20),
        "editorial_deadline": datetime.date(2027, 4, 15),
        "print_date": datetime.date(2027, 5, 9),
    }


@pytest.mark.parametrize(
    ("date", "season"),
    [
        ((2026, 12, 3), "Winter 2026/27"),
        ((2027, 2, 3), "Winter 2027"),
        ((2027, 7, 1), "Sommer 2027"),
        ((2027, 9, 1), "Herbst 2027"),
    ],
)
def test_seasons_are_named_as_readers_name_them(date, season):
    assert copying.season_of(datetime.date(*date)) == season


def test_a_date_that_the_next_month_does_not_have_moves_to_its_last_day(last):
    last.date = datetime.date(2026, 8, 31)
    assert copying.next_date(last) == datetime.date(2027, 2, 28)


def test_structure_is_copied_and_no_text(fresh, last):
    assert (fresh.title, fresh.slug, fresh.live) == ("Vielfalt Nr. 25", "vielfalt-25", False)
    assert (fresh.letter_name, fresh.legal_note) == (last.letter_name, last.legal_note)
    assert (fresh.letter, fresh.headline, fresh.cover_image, len(fresh.events)) == ("", "", None, 0)
    old, new = (list(ArticlePage.objects.child_of(page).order_by("path")) for page in (last, fresh))
    assert [(a.section_id, a.front) for a in new] == [(a.section_id, a.front) for a in old]
    assert not any(article.live or article.standfirst or article.lead_image_id or len(article.body) for article in new)
    assert len({article.slug for article in new}) == len(new)
    assert {a.translation_key for a in new}.isdisjoint(a.translation_key for a in old)


def test_it_is_in_the_audit_log(fresh, editor):
    entry = PageLogEntry.objects.get(page=fresh.pk, action="editions.new_like_last")
    assert entry.user == editor
    assert "Vielfalt Nr. 24" in entry.message
    assert not ModelLogEntry.objects.filter(action="editions.new_like_last").exists()


def test_the_same_number_twice_is_refused_and_leaves_nothing_behind(fresh, last):
    before = EditionPage.objects.count()
    with pytest.raises(copying.NumberTaken, match="25"):
        copying.new_edition(last, number=25, season="x", date=datetime.date(2027, 5, 20))
    assert EditionPage.objects.count() == before


def test_an_editor_makes_it_by_form(client, django_user_model, last):
    user = django_user_model.objects.create_user("ines")
    user.groups.add(ensure_editor_group())
    client.force_login(user)
    address = reverse("new_edition", args=[last.pk])
    assert "Frühjahr 2027" in client.get(address).content.decode()
    data = {"number": 25, "season": "Frühjahr 2027", "date": "2027-05-20", "editorial_deadline": "2027-04-15", "print_date": ""}
    answer = client.post(address, data)
    made = EditionPage.objects.get(number=25)
    assert answer.url == reverse("wagtailadmin_explore", args=[made.pk])


@pytest.mark.parametrize(
    "wrong", [{"number": 24}, {"number": 0}, {"season": "x" * 5000}, {"date": "morgen"}, {"print_date": "2027-06-01"}]
)
def test_wrong_entries_come_back_with_a_message(client, editor, last, wrong):
    client.force_login(editor)
    data = {"number": 25, "season": "Frühjahr 2027", "date": "2027-05-20", "editorial_deadline": "", "print_date": ""} | wrong
    answer = client.post(reverse("new_edition", args=[last.pk]), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert EditionPage.objects.count() == 1


def test_who_may_not_add_pages_may_not_make_editions(client, django_user_model, last):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("new_edition", args=[last.pk])).status_code == 302


def form(page, **changes):
    fields = ("title", "slug", "number", "season", "headline", "standfirst", "cover_alt", "cover_caption", "letter")
    data = {name: getattr(page, name) for name in fields}
    data |= {"date": page.date.isoformat(), "letter_name": "", "letter_role": "", "legal_note": ""}
    data |= {"events": streamfield([]), "back_page": streamfield([]), "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}}
    return nested_form_data(data | changes)


def test_an_edition_without_articles_is_saved_but_not_published(client, editor, home):
    empty = make_edition(home, number=30, articles=0)
    empty.unpublish()
    client.force_login(editor)
    data = form(empty, headline="Neu", **{"action-publish": "1"})
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[empty.pk]), data, follow=True)
    empty.refresh_from_db()
    assert not empty.live
    assert empty.get_latest_revision_as_object().headline == "Neu"
    assert reverse("wagtailadmin_pages:add", args=["editions", "articlepage", empty.pk]) in answer.content.decode()


def test_an_edition_names_the_drafts_it_goes_out_without(client, editor, last):
    draft = ArticlePage.objects.child_of(last).last()
    draft.unpublish()
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:edit", args=[last.pk])
    answer = client.post(address, form(last, **{"action-publish": "1"}), follow=True)
    assert draft.title in " ".join(str(message) for message in answer.context["messages"])


@pytest.mark.parametrize("field", ["title", "headline", "season", "cover_alt"])
def test_five_thousand_characters_are_a_message_and_not_an_accident(client, editor, last, field):
    client.force_login(editor)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[last.pk]), form(last, **{field: "Ä" * 5000}))
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert "Ä" * 5000 in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["🌳👩🏽‍🌾 Gärten 🚲", "مرحبا بالجيران (٢٤)", "<script>alert(1)</script> & „Ä“", "a\u202eb\u200fc"]
)
def test_emoji_arabic_and_markup_survive_in_every_field(client, editor, last, text):
    client.force_login(editor)
    fields = (
        "title",
        "headline",
        "standfirst",
        "cover_alt",
        "cover_caption",
        "letter",
        "letter_name",
        "letter_role",
        "legal_note",
    )
    data = form(last, **dict.fromkeys(fields, text)) | {"season": text[:20]}
    assert client.post(reverse("wagtailadmin_pages:edit", args=[last.pk]), data).status_code == 302
    saved = last.get_latest_revision_as_object() if last.refresh_from_db() is None else None
    assert all(getattr(saved, name) == text for name in fields)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[last.pk]))
    assert page.status_code == 200
    assert "<script>alert(1)</script>" not in page.content.decode().replace("&lt;script", "")
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_a_lead_picture_needs_its_alternative_text_and_the_text_stays(client, editor, last):
    article = ArticlePage.objects.child_of(last).first()
    client.force_login(editor)
    data = {
        "title": article.title,
        "slug": article.slug,
        "front": "lead",
        "kicker": "",
        "standfirst": "Bleibt stehen.",
        "byline": "",
    }
    data |= {"lead_image": article.lead_image_id, "lead_alt": "", "lead_caption": "", "body": streamfield([])}
    data |= {"comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}, "action-publish": "1"}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), nested_form_data(data))
    assert "lead_alt" in answer.context["form"].errors
    assert "Bleibt stehen." in answer.content.decode()
