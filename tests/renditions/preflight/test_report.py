"""The report that goes to the printer, and the checks that editors see beside their text."""

import datetime
import io

import pikepdf
import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation

from cms.core.models import CouncilSettings
from cms.renditions.formats import sheet
from cms.renditions.ink.condition import DEFAULT
from cms.renditions.models import PrintFile
from cms.renditions.preflight.checker import check_pdf
from cms.renditions.preflight.report import report_context, report_json, report_pdf
from tests.factories import make_edition, paragraph

from .making import add_page, press_pdf, saved


@pytest.fixture
def print_file(home, settings, tmp_path):
    """Two pages; on the second an area in RGB (an error) and a hairline (a warning)."""
    settings.PRINT_ROOT = tmp_path
    pdf = press_pdf()
    add_page(pdf, "1 0 0 rg 20 20 50 50 re f 0 0 0 1 K 0.05 w 20 180 m 90 180 l S")
    data = saved(pdf)
    findings = [finding.data() for finding in check_pdf(data, sheet=sheet("a4"), condition=DEFAULT)]
    made = PrintFile(
        page=make_edition(home, articles=1).page_ptr,
        locale=home.locale,
        product="paper",
        sheet="a4",
        purpose="press",
        source="live",
        state=PrintFile.State.READY,
        page_count=2,
        size=len(data),
        findings=findings,
    )
    made.file.save("probe.pdf", ContentFile(data), save=False)
    made.save()
    return made


def accept(print_file, code):
    (found,) = [item for item in print_file.findings if item["code"] == code]
    at = datetime.datetime(2026, 11, 21, 15, 30, tzinfo=datetime.UTC)
    print_file.accepted = {found["key"]: {"user": 1, "name": "Ines Kaltwasser", "at": at.isoformat()}}


def test_the_json_says_what_was_found_in_words(print_file):
    with translation.override("de"):
        report = report_json(print_file)
    assert report["counts"] == {"error": 1, "warning": 1, "info": 0}
    first = report["findings"][0]
    assert (first["code"], first["page"], first["rect"]) == ("rgb", 2, [20.0, 20.0, 50.0, 50.0])
    assert first["sentence"].startswith("Bildschirmfarben (RGB)")
    assert len(report["file"]["sha256"]) == 64
    assert report["condition"]["max_ink"] == 300
    assert "icc" not in report["condition"]


def test_the_verdict_follows_errors_and_accepted_warnings(print_file):
    assert report_context(print_file)["verdict"]["kind"] == "error"
    print_file.findings = [item for item in print_file.findings if item["severity"] == "warning"]
    assert report_context(print_file)["verdict"]["kind"] == "warning"
    accept(print_file, "line-thin")
    context = report_context(print_file)
    assert context["verdict"]["kind"] == "ok"
    assert "Ines Kaltwasser" in context["rows"][0].accepted


@pytest.mark.slow
def test_the_report_is_an_accessible_pdf_with_pictures_of_the_pages(print_file):
    accept(print_file, "line-thin")
    with translation.override("de"):
        data = report_pdf(print_file)
    document = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", " ")
    assert "Nicht druckfertig" in words
    assert "Bildschirmfarben (RGB) sind verwendet" in words
    assert "Ines Kaltwasser" in words
    assert timezone.localtime(datetime.datetime(2026, 11, 21, 15, 30, tzinfo=datetime.UTC)).strftime("%H:%M") in words
    assert check_pdf(data, sheet=sheet("poster-a4"), purpose="screen") == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert sum(item.get("/Subtype") == "/Image" for item in pdf.objects if isinstance(item, pikepdf.Stream)) >= 2


@pytest.mark.slow
def test_editors_see_the_findings_of_their_draft(home, client, editor):
    edition = make_edition(home, articles=1)
    article = edition.articles[0]
    CouncilSettings.objects.update(printer="")
    article.body = [paragraph("Alles gut."), paragraph("Lorem ipsum dolor sit amet.")]
    article.save_revision()
    client.force_login(editor)
    answer = client.get(reverse("renditions:checks", args=[article.pk]))
    text = answer.content.decode()
    draft = article.get_latest_revision_as_object()
    assert answer.status_code == 200
    assert "Lorem ipsum" in text
    assert f"#block-{draft.body[1].id}-section" in text
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert reverse("renditions:checks", args=[article.pk]) in edit


def test_strangers_see_nothing(home, client, django_user_model):
    edition = make_edition(home, articles=1)
    address = reverse("renditions:checks", args=[edition.pk])
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("fremd", password="x"))
    assert client.get(address).status_code in (302, 403)
