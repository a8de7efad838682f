"""What a mailing says: chosen and ordered by an editor, or written without a page, and frozen in every language."""

import pytest
from wagtail.models import Locale

from newsletter import afterwards, composing, ledger
from newsletter import mailing as room
from newsletter.models import Delivery, Mailing, Subscriber
from newsletter.preferences import Wishes, change

from .conftest import make_readers, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def words_of(text: str) -> list[dict]:
    everywhere = ["web", "print", "email"]
    return [{"type": "paragraph", "value": {"text": f"<p>{text}</p>", "show_in": everywhere}}]


def place(html: str, *titles: str) -> list[int]:
    return [html.find(title) for title in titles]


def add_article(edition, *, title: str) -> None:
    from cms.editions.models import ArticlePage

    edition.add_child(instance=ArticlePage(title=title, slug="spaeter", standfirst="Kam noch dazu.", front="teaser"))


@pytest.fixture
def articles(edition):
    """Three, with titles that are easy to tell apart."""
    found = list(edition.articles)
    for article, title in zip(found, ("Der Markt", "Die Bank", "Das Rad"), strict=True):
        article.title = title
        article.save_revision().publish()
    return found


@pytest.fixture
def choose(edition, topics, editor, articles, post_office):
    """Makes a mailing of the edition with a choice of its articles, and returns its German version."""

    def make(*, hidden=(), **shows):
        keys = {"markt": articles[0], "bank": articles[1], "rad": articles[2]}
        items = [{"key": str(keys[name].translation_key), "show": show} for name, show in shows.items()]
        draft = room.create(edition, user=editor)
        composition = {"items": items, "hidden": list(hidden)}
        room.update(draft, topics=[topics[0]], lines={}, user=editor, composition=composition)
        return draft.versions.get(language="de")

    return make


def test_articles_stand_in_the_editors_order(choose):
    version = choose(rad="teaser", markt="teaser", bank="line")
    for part in (version.html, version.text):
        found = place(part, "Das Rad", "Der Markt", "Die Bank")
        assert -1 not in found
        assert found == sorted(found)


def test_what_is_left_out_is_in_neither_part(choose):
    version = choose(markt="teaser", bank="out", rad="teaser")
    assert "Die Bank" not in version.html + version.text
    assert "Der Markt" in version.html


def test_an_unknown_way_to_show_is_ignored(choose):
    assert "Der Markt" in choose(markt="backwards").html


def test_articles_published_later_come_last(choose, edition, topics, editor):
    version = choose(rad="teaser", markt="teaser", bank="teaser")
    add_article(edition, title="Der Nachzügler")
    mailing = version.mailing
    room.update(mailing, topics=[topics[0]], lines={}, user=editor)
    html = mailing.versions.get(language="de").html
    assert 0 < html.find("Das Rad") < html.find("Der Nachzügler")


def test_the_order_holds_in_every_language(choose, edition, articles, topics, editor):
    translate(edition, "en", title="Vielfalt No. 24")
    for article, title in zip(articles, ("The market", "The bench", "The bike"), strict=True):
        translate(article, "en", title=title)
    english = choose(rad="teaser", bank="out", markt="teaser").mailing.versions.get(language="en").html
    assert 0 < english.find("The bike") < english.find("The market")
    assert "The bench" not in english


def test_a_part_of_the_page_can_be_left_out_of_the_mail_only(choose, edition):
    edition.letter, edition.letter_name = "Liebe Nachbarn, kommt vorbei.", "Jaspal Gill"
    edition.save_revision().publish()
    assert "Liebe Nachbarn" in choose(markt="teaser").html
    assert "Liebe Nachbarn" not in choose(markt="teaser", hidden=["letter"]).html
    edition.refresh_from_db()
    assert edition.letter


def test_a_block_can_be_left_out_by_its_id(choose, edition):
    edition.back_page = words_of("Zum Ausschneiden.")
    edition.save_revision().publish()
    edition.refresh_from_db()
    block = edition.back_page[0].id
    assert "Zum Ausschneiden" in choose(markt="teaser").text
    assert "Zum Ausschneiden" not in choose(markt="teaser", hidden=[block]).text


def test_a_mailing_without_a_page_has_the_frame_of_every_mail(home, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    make_readers(1, topics=[topics[0]], language="ar", name="ar")
    made = room.create_free(title="Kurz gesagt", languages=["ar", "de"], site=home.get_site(), user=editor)
    for language, subject, words in (("de", "Kurz gesagt", "Heute zu."), ("ar", "باختصار", "مغلق اليوم.")):
        composing.write(made, language=language, body=words_of(words), lines=(subject, ""), user=editor)
    room.update(made, topics=[topics[0]], lines={}, user=editor)
    assert room.start(made, user=editor) == 2
    german, arabic = post_office.to("leser0@lindenau.example")[0], post_office.to("ar0@lindenau.example")[0]
    assert "Heute zu." in german.html and "Heute zu." in german.text
    assert 'dir="rtl"' in arabic.html and "مغلق اليوم." in arabic.html
    assert "/newsletter/leave/" in arabic.text
    assert arabic.message["Subject"] == "باختصار"


def test_a_mailing_without_words_is_refused(home, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    made = room.create_free(title="Leer", languages=["de"], site=home.get_site(), user=editor)
    room.update(made, topics=[topics[0]], lines={}, user=editor)
    with pytest.raises(room.NotReady) as refused:
        room.start(made, user=editor)
    assert "Deutsch" in str(refused.value)


def test_languages_of_a_free_mailing_come_and_go_but_never_the_main_one(home, editor):
    made = room.create_free(title="Kurz", languages=["de"], site=home.get_site(), user=editor)
    composing.set_languages(made, languages=["de", "tr"], user=editor)
    assert set(made.versions.values_list("language", flat=True)) == {"de", "tr"}
    with pytest.raises(room.MailingError):
        composing.set_languages(made, languages=["tr"], user=editor)


def test_own_words_stand_before_the_page(mailing, editor):
    composing.write(mailing, language="de", body=words_of("Diesmal vorab ein Wort."), user=editor)
    version = mailing.versions.get(language="de")
    assert 0 < version.html.find("Diesmal vorab ein Wort.") < version.html.find("Elf Gärten")
    assert "Diesmal vorab ein Wort." in version.text
    assert "Diesmal vorab" not in mailing.versions.get(language="ar").html


def test_a_language_held_back_waits_and_leaves_later_to_its_readers_only(mailing, topics, editor, post_office):
    make_readers(2, topics=[topics[0]])
    make_readers(3, topics=[topics[0]], language="ar", name="ar")
    composing.hold_back(mailing, language="ar", held=True, user=editor)
    assert room.start(mailing, user=editor) == 5
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.SENT
    assert len(post_office.letters) == 2
    numbers = room.progress(mailing)
    assert (numbers["held"], numbers["accepted"], sum(numbers.values())) == (3, 2, 5)

    composing.write(mailing, language="ar", body=[], lines=("موضوع جديد", ""), user=editor)
    assert afterwards.release_language(mailing, language="ar", user=editor) == 3
    assert {letter.message["Subject"] for letter in post_office.letters[2:]} == {"موضوع جديد"}
    assert room.progress(mailing)["accepted"] == 5
    assert len({letter.recipients[0] for letter in post_office.letters}) == 5
    with pytest.raises(room.MailingError):
        afterwards.release_language(mailing, language="ar", user=editor)


def test_a_language_can_be_waited_for_before_its_translation_is_there(mailing, edition, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    make_readers(1, topics=[topics[0]], language="tr", name="tr")
    composing.hold_back(mailing, language="tr", held=True, user=editor)
    room.start(mailing, user=editor)
    assert Delivery.objects.get(reader_language="tr").state == "held"
    with pytest.raises(room.NotReady):
        afterwards.release_language(mailing, language="tr", user=editor)
    edition.refresh_from_db()
    translate(edition, "tr", title="Çeşitlilik")
    assert Locale.objects.filter(language_code="tr").exists()
    afterwards.release_language(mailing, language="tr", user=editor)
    assert "/tr/" in post_office.to("tr0@lindenau.example")[0].html


def test_a_language_that_will_not_come_is_replaced_by_the_main_one(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    make_readers(2, topics=[topics[0]], language="ar", name="ar")
    composing.hold_back(mailing, language="ar", held=True, user=editor)
    room.start(mailing, user=editor)
    assert afterwards.drop_language(mailing, language="ar", user=editor) == 2
    assert post_office.to("ar0@lindenau.example")[0].message["Subject"].startswith("Vielfalt Nr. 24")
    assert set(Delivery.objects.values_list("language", "state")) == {("de", "accepted")}


def test_the_main_language_cannot_be_held_back(mailing, editor):
    with pytest.raises(room.MailingError):
        composing.hold_back(mailing, language="de", held=True, user=editor)


def test_a_whole_article_can_stand_in_the_mail(choose, articles):
    articles[1].body = words_of("Der ganze Text der Bank.")
    articles[1].save_revision().publish()
    version = choose(markt="teaser", bank="full")
    assert "Der ganze Text der Bank." in version.html
    assert "Der ganze Text der Bank." in version.text
    assert "Der ganze Text der Bank." not in choose(markt="teaser", bank="teaser").html
    assert "Der ganze Text der Bank." in choose(bank="full", markt="teaser").html, "also as the first one"


def test_who_gets_another_language_is_told_so_in_their_own(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    make_readers(1, topics=[topics[0]], language="uk", name="uk")
    room.start(mailing, user=editor)
    german, ukrainian = post_office.to("leser0@lindenau.example")[0], post_office.to("uk0@lindenau.example")[0]
    for part in (ukrainian.html, ukrainian.text):
        assert "Ще немає мовою" in part
        assert "Deutsch" in part
    assert '<span lang="uk" dir="ltr"' in ukrainian.html
    assert "Noch nicht auf" not in german.html + german.text
    assert "VFNOTYET" not in german.html + german.text


def test_who_waited_in_vain_gets_the_next_of_their_languages(mailing, edition, topics, editor, post_office):
    translate(edition, "tr", title="Çeşitlilik")
    translate(edition, "uk", title="Розмаїття")
    composing.freeze(mailing)
    for language, names in (("tr", ("", "tr")), ("uk", ("uk", "tr")), ("de", ("uk", ""))):
        (reader,) = make_readers(1, topics=[topics[0]], language="ar", name=f"dann-{language}")
        Subscriber.objects.filter(pk=reader.pk).update(second_language=names[0], third_language=names[1])
    for held in ("ar", "uk"):
        composing.hold_back(mailing, language=held, held=True, user=editor)
    room.start(mailing, user=editor)
    assert afterwards.drop_language(mailing, language="ar", user=editor) == 3
    assert dict(Delivery.objects.values_list("address", "language")) == {
        "dann-tr0@lindenau.example": "tr",
        "dann-uk0@lindenau.example": "uk",
        "dann-de0@lindenau.example": "uk",
    }
    assert "/tr/" in post_office.to("dann-tr0@lindenau.example")[0].html
    assert room.progress(mailing)["held"] == 2, "their second language is held back as well, so they wait for that"
    assert afterwards.drop_language(mailing, language="uk", user=editor) == 2
    assert dict(Delivery.objects.values_list("address", "language")) == {
        "dann-tr0@lindenau.example": "tr",
        "dann-uk0@lindenau.example": "tr",
        "dann-de0@lindenau.example": "de",
    }
    assert len(post_office.letters) == 3
    assert numbers_by_rows(mailing) == {"tr": {"accepted": 2}, "de": {"accepted": 1}} == numbers_in_the_book(mailing)


def test_who_waits_for_a_language_and_then_chooses_another_gets_it_at_once(mailing, topics, editor, post_office):
    reader, faithful = make_readers(2, topics=[topics[0]], language="ar", name="ar")
    composing.hold_back(mailing, language="ar", held=True, user=editor)
    room.start(mailing, user=editor)
    wishes = Wishes(topics=[topics[0]], language="uk", second_language="de", third_language="", format="html", paused_until=None)
    change(reader, wishes, wording=None, may_add=False)
    (letter,) = post_office.letters
    assert letter.recipients == [reader.address]
    assert "Ще немає мовою" in letter.text, "in what they want now"
    assert numbers_by_rows(mailing) == {"de": {"accepted": 1}, "ar": {"held": 1}} == numbers_in_the_book(mailing)
    assert afterwards.release_language(mailing, language="ar", user=editor) == 1
    assert len(post_office.letters) == 2


def numbers_by_rows(mailing) -> dict:
    found: dict = {}
    for language, state in mailing.deliveries.values_list("language", "state"):
        found.setdefault(language, {}).setdefault(state, 0)
        found[language][state] += 1
    return found


def numbers_in_the_book(mailing) -> dict:
    book = ledger.numbers_by_language(mailing)
    kept = {language: {state: number for state, number in states.items() if number} for language, states in book.items()}
    return {language: states for language, states in kept.items() if states}
