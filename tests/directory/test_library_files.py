"""What may come into the library, what is found in it, and how accessible it is said to be."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from cms.core.lamps import Lamp
from cms.directory.library import checking, gathering
from cms.directory.library.advice import Accessibility
from cms.directory.models import DocumentVersion, LibraryDocument
from cms.renditions.documents import look_at_document
from tests.directory import papers


@pytest.mark.parametrize(
    "data, says",
    [
        (b"", "leer"),
        (b"GIF89a" * 20, "kein PDF"),
        (b"PK\x03\x04 ein Word-Dokument", "kein PDF"),
        (b"%PDF-1.7 und dann nichts mehr", "beschädigt"),
    ],
)
def test_what_is_no_pdf_is_refused_with_a_reason(data, says):
    with pytest.raises(checking.DocumentError) as refused, translation.override("de"):
        checking.look_at(data)
    assert says in refused.value.messages[0]


def test_a_locked_pdf_is_refused():
    with pytest.raises(checking.DocumentError) as refused, translation.override("de"):
        checking.look_at(papers.locked())
    assert "Passwort" in refused.value.messages[0]


def test_a_pdf_that_is_too_large_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(checking, "MOST_BYTES", 1000)
    with pytest.raises(checking.DocumentError) as refused, translation.override("de"):
        checking.look_at(papers.pdf("Kurz"))
    assert "höchstens 1000" in refused.value.messages[0]


def test_every_page_is_read_and_words_cut_at_line_ends_are_whole():
    long = '<span lang="de" style="display:block;inline-size:20mm;hyphens:auto">Integrationsratssitzungsprotokoll</span>'
    found = look_at_document(papers.pdf("Erste Seite", long))
    assert "Erste Seite" in found.texts[0]
    assert "Integrationsratssitzungsprotokoll" in found.texts[1]


def test_arabic_text_comes_in_reading_order():
    found = look_at_document(papers.pdf("دورات لغة إضافية", language="ar"))
    assert "دورات لغة إضافية" in found.texts[0]


@pytest.mark.parametrize("word", ["الاندماج", "الألمانية", "الإسكان"])
def test_arabic_articles_before_an_alef_are_read_in_their_order(word):
    assert word in look_at_document(papers.pdf(f"مجلس {word} هنا", language="ar", face="Rubik")).texts[0]


def test_a_well_made_pdf_needs_no_advice(db):
    version = papers.make_document().versions.get()
    assert (version.accessibility, version.lamp, version.advice) == (Accessibility.GOOD, Lamp.OK, [])


def test_a_pdf_without_tags_language_and_title_comes_with_advice_for_each(db):
    version = papers.make_document(papers.untagged("Beschluss über den Haushalt")).versions.get()
    assert version.accessibility == Accessibility.GAPS
    with translation.override("de"):
        said = " ".join(version.advice)
    assert len(version.advice) == 3
    assert "Dokumentstrukturtags" in said and "Sprache" in said and "Titel" in said


def test_a_scan_says_that_no_text_was_found(db):
    version = papers.make_document(papers.scan()).versions.get()
    assert (version.accessibility, version.lamp, version.has_text) == (Accessibility.SCAN, Lamp.NO, False)
    with translation.override("de"):
        assert "kein Text gefunden" in version.advice[0]


def test_the_language_of_the_file_is_compared_with_where_it_stands(db):
    version = papers.make_document({"tr": papers.pdf("Karar", language="de")}).versions.get()
    with translation.override("de"):
        assert "Türkçe" in version.advice[0]


def test_leichte_sprache_may_say_that_it_is_german(db):
    assert papers.make_document({"de-x-leicht": papers.pdf("Wir helfen.")}).versions.get().advice == []


def test_a_broken_file_is_an_error_of_the_form_field(db):
    document = papers.make_document()
    version = DocumentVersion(document=document, language="en", file=ContentFile(b"%PDF-1.4 kaputt", name="a.pdf"))
    with pytest.raises(ValidationError) as refused:
        version.full_clean()
    assert set(refused.value.message_dict) == {"file"}


def test_files_of_the_library_lie_where_the_web_server_does_not_look(db, settings):
    version = papers.make_document().versions.get()
    assert version.file.path.startswith(str(settings.PRIVATE_ROOT))


def test_a_newer_file_takes_the_place_of_the_old_one(db, django_capture_on_commit_callbacks):
    version = papers.make_document().versions.get()
    before, storage = version.file.name, version.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        version.file = ContentFile(papers.pdf("Neu beschlossen"), name="neu.pdf")
        version.save()
    assert "Neu beschlossen" in DocumentVersion.objects.get(pk=version.pk).text
    assert not storage.exists(before) and storage.exists(version.file.name)


def test_deleting_a_document_deletes_its_files(db, django_capture_on_commit_callbacks):
    document = papers.make_document()
    file = document.versions.get().file
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not file.storage.exists(file.name)


def test_addresses_are_unique_and_stay(db):
    first, second = papers.make_document(), papers.make_document()
    assert (first.slug, second.slug) == ("ir-12-2026-mehr-sprachkurse", "ir-12-2026-mehr-sprachkurse-2")
    first.title = "Anders"
    first.save()
    assert LibraryDocument.objects.get(pk=first.pk).slug == "ir-12-2026-mehr-sprachkurse"


@pytest.mark.parametrize(
    "name, said, title, date",
    [
        ("2026-03-12_Protokoll_Integrationsrat.pdf", "", "Protokoll Integrationsrat", "2026-03-12"),
        ("12.03.2026 Niederschrift.pdf", "Microsoft Word - prot.docx", "Niederschrift", "2026-03-12"),
        ("scan0815.pdf", "Satzung des Integrationsrats", "Satzung des Integrationsrats", None),
        ("2026-02-31.pdf", "", "2026-02-31", None),
    ],
)
def test_title_and_date_are_taken_from_the_file_and_its_name(name, said, title, date):
    assert gathering.title_of(name, said=said) == title
    assert str(gathering.date_in(name)) == str(date)
