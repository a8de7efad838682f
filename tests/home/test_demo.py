"""The demo command: what it makes, that it is whole in every language, and that a second run changes nothing."""

import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, Site
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.collateral.models import LetterPage
from cms.core.blocks import BodyBlock
from cms.core.models import CouncilImage, CouncilSettings
from cms.core.translations import missing_segments
from cms.directory.models import Committee, LibraryDocument, Need, Session
from cms.editions.models import ArticlePage, EditionPage
from cms.participation.models import Idea, SurveyPage
from cms.renditions.models import PrintFile
from home.demo.content import campaign, edition_24, forms_words, leicht, library_words, occasions_easy
from home.demo.translate import start, translate_page
from home.models import HomePage, StandardPage
from newsletter import evidence
from newsletter.models import Delivery, Subscriber, Topic
from tests.demo import run_demo

LANGUAGES = ["de", "de-x-leicht", "en", "tr", "ar", "uk"]
FORMS = ["schreiben", "lotsen", "ideenkiste", "umfrage-unterwegs", "umfrage-vereine", "kunstbasar", "integrationspreis"]
FOR_EVERYBODY = [
    *FORMS,
    "wir-sind-lindenau",
    *(person["slug"] for person in campaign.PEOPLE),
    "anlaufstellen",
    "rat",
    "dokumente",
    "termine",
    *occasions_easy.PAGES,
]
COUNTED = [Page, Revision, PageLogEntry, ModelLogEntry, CouncilImage, StringTranslation, Subscriber, Topic, Delivery, PrintFile]


@pytest.fixture(scope="module")
def lindenau(demo, migrated, django_db_blocker):
    """The demo is in the database while the tests of this file run."""
    with django_db_blocker.unblock():
        demo.snapshot.restore()
        yield
        migrated.restore()


@pytest.fixture
def home(lindenau, db):
    return HomePage.objects.get(locale__language_code="de")


@pytest.fixture
def edition(home):
    return EditionPage.objects.get(slug="nr-24", locale=home.locale)


def streams():
    """Every stream of every live demo page: (page, block definition, value)."""
    for model, names in {
        HomePage: ["voices"],
        StandardPage: ["body"],
        EditionPage: ["events", "back_page"],
        ArticlePage: ["body"],
    }.items():
        for page in model.objects.live():
            for name in names:
                yield page, getattr(page, name)


def test_it_says_what_it_made_and_how_to_log_in(demo):
    assert "200 subscribers" in demo.said
    assert "log in as redaktion or admin, password lindenau" in demo.said


def test_a_second_run_changes_nothing_and_says_so(home):
    before = [model.objects.count() for model in COUNTED]
    assert run_demo().strip() == "demo: nothing to do, everything is there already"
    assert [model.objects.count() for model in COUNTED] == before


def test_what_editors_change_survives_a_second_run(home, edition):
    edition.headline = "Von der Redaktion geändert"
    edition.save_revision().publish()
    run_demo()
    edition.refresh_from_db()
    assert edition.headline == "Von der Redaktion geändert"


def test_the_site_is_the_demo_council_and_the_welcome_page_is_gone(home):
    site = Site.objects.get(is_default_site=True)
    assert site.root_page_id == home.pk
    assert CouncilSettings.for_site(site).responsible.startswith("Ines Kaltwasser")
    assert not Page.objects.filter(depth=2).exclude(translation_key=home.translation_key).exists()


def test_the_current_edition_has_fourteen_articles_in_four_sections(home, edition):
    assert home.current_edition() == edition
    assert len(edition.articles) == 14
    assert [section.name for section, _articles in edition.by_section()] == [
        "Nachbarschaft",
        "Rat & Recht",
        "Kultur & Arbeit",
        "Sport & Schule",
    ]
    assert edition.lead().title == "Elf Gärten, ein Wasserhahn"
    assert len(edition.teasers()) == 3


def test_there_is_an_older_edition_with_five_articles(home):
    older = EditionPage.objects.get(slug="nr-23", locale=home.locale)
    assert len(older.articles) == 5
    assert older.date.year == 2026
    assert older.first_published_at.date() == older.date


def test_every_kind_of_block_occurs(edition):
    used = {block.block_type for article in edition.articles for block in article.body}
    used |= {block.block_type for block in edition.back_page}
    used |= {block.block_type for page in StandardPage.objects.live() for block in page.body}
    assert used == set(BodyBlock().child_blocks)


def test_blocks_have_ids_at_every_level(home):
    for page, stream in streams():
        for child in stream.get_prep_value():
            assert child["id"], page
            for value in child["value"].values():
                if isinstance(value, list) and value and isinstance(value[0], dict) and "type" in value[0]:
                    assert all(item["id"] for item in value), page


def test_every_picture_has_a_credit_and_an_alternative_text(home):
    assert CouncilImage.objects.exists()
    assert not CouncilImage.objects.exclude(credit="Jonne Reith").exists()
    assert not ArticlePage.objects.live().filter(lead_alt="").exists()
    found = [alt for _page, stream in streams() for alt in alternative_texts(stream.stream_block, stream)]
    assert len(found) > 60
    assert all(found)


def alternative_texts(block, value):
    if isinstance(block, ImageBlock):
        yield from [value.contextual_alt_text] if value else []
    elif isinstance(block, StreamBlock | ListBlock):
        for child in value if isinstance(block, StreamBlock) else value.bound_blocks:
            yield from alternative_texts(child.block, child.value)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from alternative_texts(child, value[name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_front_page_and_four_articles_are_live_in(home, edition, language):
    there = edition if language == "de" else edition.get_translations().get(locale__language_code=language)
    assert there.live
    assert {article.slug for article in there.articles} >= {article.slug for article in [edition.lead(), *edition.teasers()]}
    assert there.get_site() == Site.objects.get(is_default_site=True)
    assert there.get_url().startswith(f"/{language}/vielfalt/nr-24/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_residents_need_is_live_in(home, language):
    live = Page.objects.live().filter(locale__language_code=language, slug__in=FOR_EVERYBODY).values_list("slug", flat=True)
    assert sorted(live) == sorted(FOR_EVERYBODY)


def test_published_ideas_are_worded_in_every_language(home):
    for idea in Idea.objects.filter(publication=Idea.Publication.PUBLISHED):
        assert set(idea.wordings.values_list("language", flat=True)) == set(LANGUAGES)


def test_needs_committees_and_public_documents_say_in_every_language_what_they_are(home):
    for model in (Need, Committee, Session):
        for entry in model.objects.filter(locale=home.locale):
            if model is not Session or entry.agenda:
                assert entry.get_translations().count() == len(LANGUAGES) - 1, entry
    for document in LibraryDocument.objects.public():
        assert document.committee or document.body
        assert document.summaries.count() == len(LANGUAGES) - 1, document


def test_answers_of_every_language_count_for_the_same_questions(home):
    german = SurveyPage.objects.get(slug="umfrage-unterwegs", locale=home.locale)
    for page in german.get_translations():
        assert [question.id for question in page.questions] == [question.id for question in german.questions]


def test_whatever_is_live_in_another_language_is_translated_completely(home):
    translations = Translation.objects.all()
    assert translations.count() >= 4 * 22
    assert [str(found) for found in translations if missing_segments(found)] == []


def test_translations_are_intact(home):
    """They are written at once, so wagtail-localize has not looked at each."""
    for row in StringTranslation.objects.select_related("translation_of"):
        StringValue.from_translated_html(row.data)
        validate_translation_links(row.translation_of.data, row.data)


def test_translated_texts_are_not_german(home, edition):
    german = edition.lead().body.get_prep_value()
    for translated in edition.lead().get_translations():
        assert translated.title != edition.lead().title, translated.locale
        assert translated.body.get_prep_value() != german
        assert "Um halb sieben quietscht" not in str(translated.body.get_prep_value())


def test_arabic_events_say_the_time_in_arabic_habits(edition):
    arabic = edition.get_translations().get(locale__language_code="ar")
    assert "Uhr" not in str([event.value["time"] for event in arabic.events])


def test_a_page_with_gaps_in_its_translation_does_not_go_live(home):
    page = StandardPage.objects.get(slug="ueber-den-rat", locale=home.locale)
    english = home.get_translations().get(locale__language_code="en").locale
    translate_page(page, locale=english, catalogue={"Über den Rat": "About the council"})
    assert page.get_translation(english).live is False
    assert missing_segments(start(page, locale=english, catalogue={})) > 0


def test_two_hundred_readers_with_intact_evidence_in_six_languages(home):
    assert Subscriber.objects.count() == 200
    assert set(Subscriber.objects.values_list("language", flat=True)) == set(LANGUAGES)
    for subscriber in Subscriber.objects.all():
        assert subscriber.address.endswith("@lindenau.example")
        chain = evidence.chain(subscriber.digest)
        assert chain and evidence.is_intact(chain)
        assert chain[0].wording.language == subscriber.language


def test_one_mail_per_language_waits_and_every_pdf_is_ordered(home, edition):
    assert sorted(Delivery.objects.values_list("language", flat=True)) == sorted(LANGUAGES)
    arabic = edition.get_translations().get(locale__language_code="ar")
    for page in (edition, arabic):
        assert set(PrintFile.objects.filter(page_id=page.pk).values_list("purpose", flat=True)) == {"screen", "press"}


def test_the_editor_can_edit_and_is_no_administrator(home, edition):
    editor = authenticate(username="redaktion", password="lindenau")
    assert not editor.is_superuser
    assert edition.permissions_for_user(editor).can_publish()
    assert authenticate(username="admin", password="lindenau").is_superuser


def test_it_refuses_a_database_with_somebody_elses_site(locales):
    from tests.factories import make_edition, make_home

    make_edition(make_home())
    before = [model.objects.count() for model in COUNTED]
    with pytest.raises(CommandError, match="nothing was changed"):
        run_demo()
    assert [model.objects.count() for model in COUNTED] == before


def test_a_server_others_can_reach_gets_no_well_known_password(db, settings):
    settings.BASE_URL = "https://vielfalt.lindenau.example"
    with pytest.raises(CommandError, match="--password"):
        run_demo()


def test_main_articles_are_long_enough_to_read_and_short_enough_for_the_page():
    lengths = {article["slug"]: words(article["body"]) for article in edition_24.ARTICLES}
    assert all(110 <= length <= 560 for length in lengths.values()), lengths
    assert sum(length >= 250 for length in lengths.values()) >= 8, lengths


def words(content) -> int:
    if isinstance(content, str):
        return len(re.sub(r"<[^>]+>", " ", content).split())
    if isinstance(content, dict):
        return sum(words(value) for key, value in content.items() if key not in ("image", "crop", "style", "url", "page"))
    return sum(words(part) for part in content) if isinstance(content, list | tuple) else 0


def test_sentences_in_leichte_sprache_are_short():
    for page in leicht.PAGES.values():
        for kind, value in page.get("body", []):
            texts = value if kind == "paragraph" else value.get("text", []) if kind == "fact_box" else []
            for text in texts:
                assert text.count(".") + text.count("?") + text.count(":") >= 1
                assert words(text) <= 13, text


def test_the_forms_in_leichte_sprache_have_short_sentences():
    easy = forms_words.catalogue("de-x-leicht").values()
    texts = [*easy, *(words[-1] for words in library_words.SUMMARIES.values())]
    for sentence in re.split(r"(?<=[.?!:])\s+", "\n".join(texts).replace("\n", ". ")):
        assert words(sentence) <= 13, sentence


def test_the_mayors_letter_is_there_in_every_language_but_on_no_web_site(home):
    letter = LetterPage.objects.get(slug="willkommensbrief", locale=home.locale)
    versions = [letter, *letter.get_translations()]
    assert sorted(version.locale.language_code for version in versions) == sorted(LANGUAGES)
    assert not any(version.live for version in versions)
    assert len({version.subject for version in versions}) >= len(LANGUAGES) - 1  # the one in Leichte Sprache is as easy in German
    assert len({str(version.body.raw_data[0]["value"]) for version in versions}) == len(LANGUAGES)
