"""The library on the web: what is found, how it is shown, who may see it; and what 5,000 documents cost."""

import datetime
import html as html_module
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale

from cms.core.full_text import count_index
from cms.directory.library.finding import Question, passage
from cms.directory.models import Committee, DocumentSummary, DocumentTopic, DocumentVersion, LibraryDocument, LibraryPage
from cms.directory.models.documents import DocumentLink
from tests.directory.papers import make_document, pdf, scan
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(home):
    return kept("library", lambda: make_library(home))


def make_library(home) -> LibraryPage:
    page = home.add_child(instance=LibraryPage(title="Dokumente", slug="dokumente", standfirst="Was der Rat beschlossen hat."))
    page.save_revision().publish()
    topic = DocumentTopic.objects.create(name="Sprache", locale=home.locale)
    topic.copy_for_translation(Locale.objects.get(language_code="ar")).save()
    DocumentTopic.objects.filter(locale__language_code="ar").update(name="اللغة")
    make_document(
        {
            "de": pdf("Deckblatt", "Der Rat empfiehlt zwölf zusätzliche Sprachkurse am Abend."),
            "ar": pdf("دورات مسائية", language="ar"),
        },
        topics=[topic],
        titles={"ar": "مزيد من دورات اللغة"},
        body="Integrationsrat",
        for_budget=True,
        summary="Zwölf Kurse am Abend, mit Kinderbetreuung.",
    )
    make_document(
        pdf("Anwesend waren fünfzehn Mitglieder."),
        title="Niederschrift der 9. Sitzung",
        number="",
        kind="minutes",
        date="2025-11-04",
        body="Integrationsrat",
    )
    make_document(scan(), title="Satzung von 1998", number="S 1", kind="statute", date="1998-05-02", body="Stadtrat")
    make_document(pdf("Vertrauliche Gaerten"), title="Personalfragen", number="IR 13/2026", visibility="internal")
    return page


def ask(client, **question) -> str:
    return html_module.unescape(client.get("/de/dokumente/", question).content.decode())


def titles(html: str) -> list[str]:
    return [
        re.sub(r"<[^>]+>", "", title) for title in re.findall(r"<h3 [^>]*><a [^>]+><bdi>(.*?)</bdi></a></h3>", html, re.DOTALL)
    ]


def test_the_newest_come_first_and_what_is_internal_not_at_all(client, library):
    assert titles(ask(client)) == ["Mehr Sprachkurse", "Niederschrift der 9. Sitzung", "Satzung von 1998"]


def test_words_are_found_inside_the_pdf_with_the_page_they_stand_on(client, library):
    html = ask(client, q="zusätzliche Sprachkurse")
    assert titles(html) == ["Mehr Sprachkurse"]
    assert "<mark>zusätzliche</mark> <mark>Sprachkurse</mark> am Abend" in html
    assert "mehr-sprachkurse/de.pdf#page=2" in html


@pytest.mark.parametrize("query", ["zwoelf", "ZWÖLF", "12/2026", "kinderbetr"])
def test_other_spellings_numbers_and_summaries_are_found(client, library, query):
    assert titles(ask(client, q=query)) == ["Mehr Sprachkurse"]


@pytest.mark.parametrize("query", ["اللغة", "لغة"])
def test_arabic_words_are_found_with_and_without_their_article(client, library, query):
    make_document({"ar": pdf("قرار حول اللغة في المدينة", language="ar")}, title="Arabisch", number="")
    html = ask(client, q=query, language="ar")
    assert "<mark>اللغة</mark>" in html


def test_nothing_internal_is_found_by_its_words(client, library):
    assert titles(ask(client, q="Vertrauliche")) == titles(ask(client, q="Personalfragen")) == []
    assert titles(client.get("/de/search/", {"q": "Vertrauliche"}).content.decode()) == []


@pytest.mark.parametrize(
    "filters, found",
    [
        ({"kind": "minutes"}, ["Niederschrift der 9. Sitzung"]),
        ({"body": "Stadtrat"}, ["Satzung von 1998"]),
        ({"year": "2025"}, ["Niederschrift der 9. Sitzung"]),
        ({"flag": "budget"}, ["Mehr Sprachkurse"]),
        ({"language": "ar"}, ["Mehr Sprachkurse"]),
        ({"body": "Integrationsrat", "q": "Mitglieder"}, ["Niederschrift der 9. Sitzung"]),
        ({"kind": "statute", "q": "Mitglieder"}, []),
    ],
)
def test_filters_narrow_the_list(client, library, filters, found):
    # A list in Arabic shows the Arabic title.
    shown = ["Mehr Sprachkurse" if title == "مزيد من دورات اللغة" else title for title in titles(ask(client, **filters))]
    assert shown == found


def test_a_topic_is_chosen_by_its_key_and_named_in_the_readers_language(client, library):
    locale = Locale.objects.get(language_code="ar")
    for page in (library.get_parent().specific, library):
        page.copy_for_translation(locale).save_revision().publish()
    key = DocumentTopic.objects.first().translation_key
    html = client.get("/ar/dokumente/", {"topic": key}).content.decode()
    assert titles(html) == ["مزيد من دورات اللغة"] and "اللغة</bdi>" in html
    assert 'dir="rtl"' in html


@pytest.mark.parametrize(
    "question", [{"year": "²²²²"}, {"year": "20266"}, {"topic": "x' OR 1=1"}, {"kind": "<b>"}, {"page": "99999"}, {"q": '\x00"*'}]
)
def test_whatever_stands_in_the_address_is_answered(client, library, question):
    assert client.get("/de/dokumente/", question).status_code == 200


def test_what_is_typed_is_escaped(client, library):
    assert (
        "<script>alert"
        not in client.get("/de/dokumente/", {"q": "<script>alert(1)</script>", "body": "<script>alert(1)"}).content.decode()
    )


def test_a_scan_says_so_on_its_page(client, library):
    html = client.get(reverse("directory:library_document", args=["s-1-satzung-von-1998"])).content.decode()
    assert "document__access--scan" in html


def test_the_page_of_a_document_names_its_languages_and_what_it_belongs_to(client, library, edition):
    document = LibraryDocument.objects.get(number="IR 12/2026")
    DocumentLink.objects.create(document=document, page=edition)
    html = client.get(f"/de/directory/library/{document.slug}/").content.decode()
    assert f"/de/directory/library/{document.slug}/ar.pdf" in html and "العربية" in html
    assert edition.title in html and "Integrationsrat" in html


def test_the_pdf_comes_in_the_language_asked_for(client, library):
    slug = LibraryDocument.objects.get(number="IR 12/2026").slug
    response = client.get(f"/tr/directory/library/{slug}/ar.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert client.get(f"/de/directory/library/{slug}/tr.pdf").status_code == 404


def test_internal_documents_are_for_the_office_only(client, library, editor):
    document = LibraryDocument.objects.get(title="Personalfragen")
    addresses = [f"/de/directory/library/{document.slug}/", f"/de/directory/library/{document.slug}/de.pdf"]
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    client.force_login(editor)
    responses = [client.get(address) for address in addresses]
    assert [response.status_code for response in responses] == [200, 200]
    assert all("no-store" in response["Cache-Control"] for response in responses)


def test_what_is_internal_until_a_day_is_public_from_that_day_on(client, library):
    document = make_document(
        title="Haushalt 2027", number="IR 20/2026", internal_until=timezone.localdate() + datetime.timedelta(days=3)
    )
    assert "Haushalt 2027" not in titles(ask(client))
    LibraryDocument.objects.filter(pk=document.pk).update(public_since=timezone.now() - datetime.timedelta(minutes=1))
    assert "Haushalt 2027" in titles(ask(client))


def test_the_feed_answers_the_same_question_as_the_page(client, library):
    feed = client.get("/de/directory/library/atom.xml", {"kind": "minutes"})
    assert feed.status_code == 200
    content = feed.content.decode()
    assert "Niederschrift der 9. Sitzung" in content and "Mehr Sprachkurse" not in content and "Personalfragen" not in content


def test_the_search_of_the_site_finds_documents_too(client, library):
    html = html_module.unescape(client.get("/de/search/", {"q": "zusätzliche"}).content.decode())
    assert titles(html) == ["Mehr Sprachkurse"] and "<mark>zusätzliche</mark>" in html


def test_the_passage_is_from_the_page_with_most_of_the_words():
    text = "Kurse am Abend\fVorher nichts\fKurse mit Betreuung und noch mehr"
    assert passage(text, words=["kurse", "betreuung"]) == (3, "Kurse mit Betreuung und noch mehr")
    assert passage(text, words=["fehlt"]) == (0, "")


def test_an_address_keeps_only_what_is_asked():
    question = Question.of({"q": "  zwei  Wörter ", "kind": "minutes", "page": "2"})
    assert question.address() == "?q=zwei+W%C3%B6rter&kind=minutes"
    assert question.address(without="kind") == "?q=zwei+W%C3%B6rter"


def test_five_thousand_documents_cost_no_more_queries_than_three(client, library):
    few = len(queries_of(client, {"q": "Sprachkurse"}))
    fill(5000)
    cache.clear()
    count_index()  # the duty that `manage.py sweep` does
    started = timezone.now()
    many = queries_of(client, {"q": "Sprachkurse"})
    assert len(many) <= few
    assert (timezone.now() - started).total_seconds() < 3
    html = ask(client, q="Sprachkurse", year="2001")
    assert len(titles(html)) == 20 and "#page=1" in html


def queries_of(client, question) -> list[str]:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/de/dokumente/", question).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def fill(count: int) -> None:
    from wagtail.search.backends import get_search_backend

    day, now = datetime.date(2000, 1, 1), timezone.now()
    documents = LibraryDocument.objects.bulk_create(
        [
            LibraryDocument(
                title=f"Beschluss {number}",
                number=f"B {number}",
                slug=f"b-{number}",
                date=day + datetime.timedelta(days=number),
                public_since=now,
                body="Integrationsrat",
            )
            for number in range(count)
        ]
    )
    text = "Der Rat berät über Sprachkurse und Wohnungen. " * 20
    versions = DocumentVersion.objects.bulk_create(
        [
            DocumentVersion(document=document, language="de", text=f"{text} {document.number}", page_count=1)
            for document in documents
        ],
        batch_size=1000,
    )
    index = get_search_backend().get_index_for_model(DocumentVersion)
    for start in range(0, count, 1000):
        index.add_items(DocumentVersion, versions[start : start + 1000])
    if connection.vendor == "postgresql":  # as its own housekeeping does a minute later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def test_the_page_speaks_the_readers_language(client, library):
    with translation.override("de"):
        html = ask(client)
    assert "3 Dokumente" in html and "Niederschrift" in html and "Nach Stichworten" not in html


def test_a_committee_is_named_and_asked_for_in_the_readers_language(client, library):
    arabic = Locale.objects.get(language_code="ar")
    committee = Committee.objects.create(name="Finanzausschuss", locale=library.locale)
    translated = committee.copy_for_translation(arabic)
    translated.name = "لجنة المالية"
    translated.save()
    document = make_document(title="Mittel für Vereine", number="F 1/2026", body="wird nicht gebraucht", committee=committee)
    assert document.body == "" and document.body_name == "Finanzausschuss"
    html = ask(client, body=str(committee.translation_key))
    assert titles(html) == ["Mittel für Vereine"] and f'<option value="{committee.translation_key}" selected' in html
    assert '<option value="Stadtrat"' in html
    for page in (library.get_parent().specific, library):
        page.copy_for_translation(arabic).save_revision().publish()
    html = client.get("/ar/dokumente/", {"body": committee.translation_key}).content.decode()
    assert "لجنة المالية" in html and "Finanzausschuss" not in html


def test_what_it_is_about_is_said_and_found_in_the_readers_language(client, library):
    document = LibraryDocument.objects.get(number="IR 12/2026")
    document.summaries.add(DocumentSummary(language="tr", text="Akşamları on iki kurs, çocuk bakımıyla."))
    document.save()
    document.versions.first().save()  # writes the index
    address = f"/directory/library/{document.slug}/"
    assert 'lang="tr" dir="auto">Akşamları' in client.get(f"/tr{address}").content.decode()
    assert "Zwölf Kurse am Abend" in client.get(f"/uk{address}").content.decode()
    assert titles(ask(client, q="çocuk bakımıyla")) == ["Mehr Sprachkurse"]
