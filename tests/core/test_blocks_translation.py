"""wagtail-localize sees every word of every block and nothing that stays the same; tested with its own submit and save."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.bodies import ARABIC, GERMAN, every_block, translate_tree
from tests.factories import make_image

# Names, addresses and codes are the same in every language; translators must not even see them.
UNTRANSLATED = [
    "Samira Haddad",
    "Ines Kaltwasser",
    "Am Fischmarkt 1",
    "089 99998-120",
    "rat@lindenau.example",
    "https://film.example/v/24?a=1&amp;b=2",
    "https://lindenau.example",
    "3:20",
    "13 : 0",
    "web",
    "wide",
    "number",
]


@pytest.fixture
def source(edition):
    article = edition.articles[0]
    article.body = every_block(image=make_image("Probe"), page=edition, words=GERMAN)
    article.save_revision().publish()
    article.refresh_from_db()
    translation_source, _created = TranslationSource.update_or_create_from_instance(article)
    return translation_source


def test_translators_see_every_word_once_per_place(source):
    seen = set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    for word in (GERMAN["heading"], GERMAN["caption"], GERMAN["alt"], GERMAN["question"], GERMAN["place"], GERMAN["button"]):
        assert word in seen
    assert not seen & set(UNTRANSLATED)


def test_table_cells_are_found_by_their_place(source):
    paths = StringSegment.objects.filter(source=source, context__path__contains=".table.").values_list(
        "context__path", "string__data"
    )
    texts = {path.split(".table.")[1]: text for path, text in paths}
    assert texts == {
        "heading.0": GERMAN["heading"],
        "heading.1": GERMAN["place"],
        "cell.0.0": GERMAN["role"],
        "cell.1.0": GERMAN["alt"],
    }


def test_a_translated_article_speaks_arabic_in_every_block(source, edition, locales):
    translate_tree(edition, locale=locales["ar"], words=ARABIC)
    into_arabic = Translation.objects.create(source=source, target_locale=locales["ar"], enabled=True)
    arabic_of = {GERMAN[name]: ARABIC[name] for name in GERMAN}
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        german = segment.string.data
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locales["ar"],
            context=segment.context,
            data=arabic_of.get(
                german, german.replace(GERMAN["text"], ARABIC["text"]).replace(GERMAN["online"], ARABIC["online"])
            ),
        )
    into_arabic.save_target(publish=True)

    article = into_arabic.get_target_instance()
    blocks = {block.block_type: block.value for block in article.body}
    assert blocks["heading"]["text"] == ARABIC["heading"]
    assert ARABIC["text"] in blocks["paragraph"]["text"].source
    assert blocks["interview"]["questions"][0]["question"] == ARABIC["question"]
    assert blocks["image"]["image"].contextual_alt_text == ARABIC["alt"]
    assert blocks["contact_card"]["phone"] == "089 99998-120"
    table = blocks["table"]["table"]
    assert [column["heading"] for column in table.columns] == [ARABIC["heading"], ARABIC["place"]]
    assert table.row_data[0]["values"] == [ARABIC["role"], "13 : 0"]
    assert blocks["event_teaser"]["url"] == "https://lindenau.example/termin"


@pytest.mark.parametrize("portrait", [None, {"image": None, "alt_text": "", "decorative": False}])
def test_an_interview_without_a_portrait_can_be_translated(edition, portrait):
    article = edition.articles[0]
    asked = {"question": "Wie geht es Ihnen?", "answer": "<p>Gut.</p>"}
    questions = [{"type": "item", "id": "8b0c5f52-6d0e-4c39-9f0e-2f1f8a1d7c11", "value": asked}]
    value = {"title": "Drei Fragen", "intro": "", "image": portrait, "questions": questions, "show_in": ["web"]}
    article.body = [{"type": "interview", "value": value}]
    article.save()
    article.refresh_from_db()
    translation_source, _created = TranslationSource.update_or_create_from_instance(article)
    seen = set(StringSegment.objects.filter(source=translation_source).values_list("string__data", flat=True))
    assert {"Drei Fragen", "Wie geht es Ihnen?", "Gut."} <= seen
