"""The library in the office: the form with its advice, the list, many files at once, and who may do it."""

import html as html_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale

from cms.directory.models import DocumentTopic, LibraryDocument
from tests.directory.papers import locked, make_document, pdf, scan, untagged

pytestmark = pytest.mark.django_db

LIST = "wagtailsnippets_directory_librarydocument:list"
ADD = "wagtailsnippets_directory_librarydocument:add"
EDIT = "wagtailsnippets_directory_librarydocument:edit"


def upload(data: bytes, name: str = "datei.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="application/pdf")


def filled(file, **more) -> dict:
    form = {
        "title": "Mehr Sprachkurse",
        "kind": "resolution",
        "number": "IR 12/2026",
        "date": "12.03.2026",
        "committee": "",
        "body": "Integrationsrat",
        "summaries-TOTAL_FORMS": "0",
        "summaries-INITIAL_FORMS": "0",
        "summaries-MIN_NUM_FORMS": "0",
        "summaries-MAX_NUM_FORMS": "1000",
        "summary": "",
        "visibility": "public",
        "internal_until": "",
        "review_on": "",
        "owner": "",
        "versions-TOTAL_FORMS": "1",
        "versions-INITIAL_FORMS": "0",
        "versions-MIN_NUM_FORMS": "1",
        "versions-MAX_NUM_FORMS": "1000",
        "versions-0-language": "de",
        "versions-0-title": "",
        "versions-0-file": file,
        "versions-0-ORDER": "1",
        "links-TOTAL_FORMS": "0",
        "links-INITIAL_FORMS": "0",
        "links-MIN_NUM_FORMS": "0",
        "links-MAX_NUM_FORMS": "1000",
    }
    return form | more


def text(response) -> str:
    return html_module.unescape(response.content.decode())


def test_a_document_is_added_with_its_pdf(client, editor):
    client.force_login(editor)
    response = client.post(reverse(ADD), filled(upload(pdf("Zwölf Kurse"))))
    assert response.status_code == 302
    document = LibraryDocument.objects.get()
    assert (document.slug, document.is_public) == ("ir-12-2026-mehr-sprachkurse", True)
    assert "Zwölf Kurse" in document.versions.get().text


def test_a_locked_pdf_is_refused_beside_its_field(client, editor):
    client.force_login(editor)
    response = client.post(reverse(ADD), filled(upload(locked())))
    assert response.status_code == 200 and not LibraryDocument.objects.exists()
    assert "mit einem Passwort gesperrt" in text(response)


def test_one_language_cannot_be_there_twice(client, editor):
    client.force_login(editor)
    twice = {
        "versions-TOTAL_FORMS": "2",
        "versions-1-language": "de",
        "versions-1-file": upload(pdf("Zwei")),
        "versions-1-ORDER": "2",
    }
    assert client.post(reverse(ADD), filled(upload(pdf("Eins")), **twice)).status_code == 200
    assert not LibraryDocument.objects.exists()


def test_the_form_says_what_to_do_about_each_pdf(client, editor):
    document = make_document(untagged("Ohne Tags"), body="Stadtrat")
    client.force_login(editor)
    html = text(client.get(reverse(EDIT, args=[document.pk])))
    assert "Dokumentstrukturtags" in html and "nicht ganz barrierefrei" in html
    assert '<option value="Stadtrat">' in html


def test_the_list_filters_by_how_accessible_files_are(client, editor):
    make_document(scan(), title="Alte Satzung", number="")
    make_document(title="Neue Satzung", number="")
    client.force_login(editor)
    html = text(client.get(reverse(LIST), {"accessibility": "scan"}))
    assert "Alte Satzung" in html and "Neue Satzung" not in html
    assert "Neue Satzung" in text(client.get(reverse(LIST), {"q": "neue"}))


def test_many_files_come_in_at_once_and_each_says_what_became_of_it(client, editor):
    make_document(pdf("Schon da"), title="Bekannt", number="")
    client.force_login(editor)
    files = [
        upload(pdf("Anwesend waren alle.", title=""), "2026-03-12_Protokoll.pdf"),
        upload(b"kein PDF", "brief.pdf"),
        upload(pdf("Schon da"), "kopie.pdf"),
    ]
    shared = {"kind": "minutes", "body": "Integrationsrat", "language": "de", "date": "01.01.2026", "visibility": "internal"}
    html = text(client.post(reverse("library_upload"), shared | {"files": files}))
    document = LibraryDocument.objects.get(kind="minutes")
    assert (document.title, str(document.date), document.visibility) == ("Protokoll", "2026-03-12", "internal")
    assert document.owner == editor
    assert "Das ist kein PDF" in html and "als „Bekannt“" in html and LibraryDocument.objects.count() == 2


def test_an_upload_without_files_is_told_so(client, editor):
    client.force_login(editor)
    assert "Wählen Sie ein oder mehrere PDFs aus" in text(client.post(reverse("library_upload"), {"kind": "minutes"}))


def test_only_people_with_the_permission_upload(client, django_user_model):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("leser", "leser@lindenau.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("library_upload")).status_code == 302
    assert client.get(reverse(LIST)).status_code == 302


def test_each_topic_is_offered_once(client, editor, home):
    topic = DocumentTopic.objects.create(name="Wohnen", locale=home.locale)
    topic.copy_for_translation(Locale.objects.get(language_code="tr")).save()
    client.force_login(editor)
    assert text(client.get(reverse(ADD))).count('name="topics"') == 1
