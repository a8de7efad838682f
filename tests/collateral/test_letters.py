"""Letters by DIN 5008: the address stands in the window, everybody gets the own language, and afterwards nothing is kept."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale, PageLogEntry

from cms.collateral import letters
from cms.collateral.models import LetterRun
from cms.core.medium import Medium
from cms.core.sweeping import sweep
from cms.renditions.render import render
from tests.collateral.sheets import make_letter, make_person, pdf_of, text_of, words_at
from tests.factories import make_home, paragraph
from tests.kept import kept

pytestmark = pytest.mark.django_db
CSV = (
    "Vorname;Nachname;Straße;PLZ;Ort;Sprache\n"
    "Hala;Aziz;Weg 1;09999;Lindenau;Arabisch\n"
    "Jonas;Vogel;Weg 2;09999;Lindenau;\n"
    "Ohne;Ort;Weg 3;09999;;\n"
    "Elif;Koç;Weg 4;09999;Lindenau;tr\n"
)


@pytest.fixture
def home(db):
    for code in ("de", "ar"):
        Locale.objects.get_or_create(language_code=code)
    return kept("home of two languages", make_home)


@pytest.fixture
def letter(home):
    return make_letter(home, signer=make_person())


@pytest.fixture
def run(letter):
    arabic = letter.copy_for_translation(Locale.objects.get(language_code="ar"), copy_parents=True)
    arabic.subject, arabic.body = "أهلًا {vorname}", [paragraph("وصلتم إلى {ort}.")]
    arabic.save_revision()
    return letters.upload(letter, CSV.encode(), file_name="zuzuege.csv")


@pytest.mark.slow
def test_the_address_stands_in_the_window_to_half_a_millimetre(letter):
    data = pdf_of(letter).data
    page, left, top, _right, _bottom = min(words_at(data, "Amina"), key=lambda place: place[2])
    assert page == 0 and left == pytest.approx(25, abs=0.5)
    assert 62.7 <= top <= 66
    town = [place for place in words_at(data, "09999 Lindenau an der Pegnach") if place[2] > 66]
    assert town[0][1] == pytest.approx(25, abs=0.5) and town[0][3] < 105 and town[0][4] < 90
    assert words_at(data, "Willkommen,")[0][2] == pytest.approx(99.5, abs=1.5)  # the subject, below 98.46 mm
    assert words_at(data, "angekommen")[0][1] >= 25


@pytest.mark.slow
def test_fold_and_hole_marks_are_where_the_machines_want_them(letter):
    import pypdfium2
    from pypdfium2 import raw

    page = pypdfium2.PdfDocument(pdf_of(letter).data)[0]
    heights = set()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=6):
        left, bottom, right, top = (value * 25.4 / 72 for value in item.get_bounds())
        if right < 12 and top - bottom < 0.5:
            heights.add(round(297 - (top + bottom) / 2, 1))
    assert heights == {105.1, 148.6, 210.1} or heights == {105.0, 148.5, 210.0}


@pytest.mark.slow
def test_every_letter_begins_on_a_new_sheet_in_its_own_language(run):
    assert [(one.row, one.language, bool(one.errors)) for one in letters.recipients_of(run)] == [
        (2, "ar", False),
        (3, "de", False),
        (4, "de", True),
        (5, "de", False),
    ]
    data = letters.run_pdf(run).data
    pages = text_of(data)
    streets = [place for words in ("Weg 1", "Weg 2", "Weg 4") for place in words_at(data, words)]
    assert [place[0] for place in streets] == [0, 2, 4]
    assert all(place[1] == pytest.approx(25, abs=0.5) and 66 < place[2] < 75 for place in streets)  # also in Arabic
    assert len(pages) == 5  # three letters on both sides of the sheet; the last has no back
    assert "Hala Aziz" in pages[0] and "Jonas Vogel" in pages[2] and "Elif Koç" in pages[4]
    assert pages[1].strip() == "" and pages[3].strip() == ""
    assert "angekommen" not in pages[0] and "angekommen" in pages[2]
    run.duplex = False
    assert len(text_of(letters.run_pdf(run).data)) == 3


@pytest.mark.slow
def test_follow_up_pages_are_numbered_in_every_letter_s_own_language(run):
    long = [paragraph("Wahrscheinlich stapeln sich noch Kartons im Flur. " * 12) for _number in range(14)]
    run.letter.body = long
    run.letter.save_revision()
    arabic = run.letter.get_translations().get()
    arabic.body = long
    arabic.save_revision()
    pages = text_of(letters.run_pdf(run).data)
    assert len(pages) == 11 and [number for number, text in enumerate(pages) if "Seite" in text] == [5, 6, 9, 10]
    assert "Seite 2 von 3" in pages[5] and "Seite 3 von 3" in pages[6] and "Seite 2 von 3" in pages[9]
    assert not pages[7].strip() and "Seite" not in pages[4]
    first = letters.letter_html(arabic, letters.printable(run)[0], product=arabic.products()[0])
    assert 'data-page="صفحة" data-of="من"' in first


@pytest.mark.slow
def test_long_runs_are_made_in_parts_and_joined(run, monkeypatch):
    monkeypatch.setattr(letters, "AT_ONCE", 2)
    pages = text_of(letters.run_pdf(run).data)
    assert "Hala Aziz" in pages[0] and "Elif Koç" in pages[4]


@pytest.mark.slow
def test_pages_are_known_before_anything_is_made(run):
    assert letters.page_counts(run) == {"de": 1, "ar": 1}
    assert letters.languages_of(run) == {"de": 2, "ar": 1}


def test_a_field_that_no_recipient_has_stops_the_saving(home):
    letter = make_letter(home)
    letter.subject, letter.body = "Hallo {vornmae}", [paragraph("Ihr {termin}")]
    with translation.override("en"), pytest.raises(ValidationError) as error:
        letter.full_clean()
    assert "{vornmae}" in str(error.value) and "{termin}" in str(error.value)
    letter.subject, letter.own_fields = "Hallo {vorname}", "termin"
    letter.full_clean()


def test_a_row_without_what_the_letter_needs_is_not_printed(home):
    letter = make_letter(home, body=[paragraph("Ihr Termin: {termin}")], own_fields="termin")
    text = "Nachname;Straße;PLZ;Ort;Termin\nA;Weg 1;09999;L;Montag\nB;Weg 2;09999;L;"
    letter.subject = "Termin"
    letter.save_revision()
    run = letters.upload(letter, text.encode(), file_name="t.csv")
    assert [bool(one.errors) for one in letters.recipients_of(run)] == [False, True]


def test_on_the_web_and_in_mails_nobody_is_named(letter, run):
    for medium in (Medium.EMAIL, Medium.TEXT):
        content = render(letter, medium=medium).content
        assert "Hala" not in content and "Aziz" not in content and "{vorname}" not in content


@pytest.mark.slow
def test_a_run_is_made_downloaded_and_deleted_without_a_trace(run, client):
    get_user_model().objects.create_superuser("chefin", "c@lindenau.example", "geheim-und-lang")
    client.login(username="chefin", password="geheim-und-lang")
    letters.request_run(run, duplex=True)
    run.refresh_from_db()
    letters.make(run)
    assert run.state == LetterRun.State.READY and run.page_count == 5
    response = client.get(reverse("letters:download", args=[run.letter_id, run.pk]))
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    name, storage = run.file.name, run.file.storage
    client.post(reverse("letters:delete", args=[run.letter_id, run.pk]))
    assert not LetterRun.objects.exists() and not storage.exists(name)
    log = str(list(PageLogEntry.objects.filter(action__startswith="collateral.").values_list("data", flat=True)))
    assert "Aziz" not in log and "'rows': 4" in log.replace('"', "'")


def test_addresses_go_by_themselves_after_thirty_days(run):
    LetterRun.objects.update(uploaded_at=timezone.now() - timedelta(days=29))
    sweep()
    assert LetterRun.objects.count() == 1
    LetterRun.objects.update(uploaded_at=timezone.now() - timedelta(days=31))
    assert sweep()["old recipients of letters"] == 1
    assert not LetterRun.objects.exists()


def test_a_run_of_a_dead_worker_is_given_back_and_fails_in_the_end(run):
    long_ago = timezone.now() - timedelta(days=1)
    LetterRun.objects.update(state=LetterRun.State.RENDERING, claimed_at=long_ago, attempts=1)
    assert letters.release_stale() == 1
    run.refresh_from_db()
    assert run.state == LetterRun.State.QUEUED
    LetterRun.objects.update(state=LetterRun.State.RENDERING, claimed_at=long_ago, attempts=9)
    letters.release_stale()
    run.refresh_from_db()
    assert run.state == LetterRun.State.FAILED and run.reason


@pytest.mark.slow
def test_the_office_uploads_and_sees_what_to_mend(letter, client):
    get_user_model().objects.create_superuser("chefin", "c@lindenau.example", "geheim-und-lang")
    address = reverse("letters:runs", args=[letter.pk])
    assert client.get(address).status_code == 302  # to the login
    client.login(username="chefin", password="geheim-und-lang")
    broken = client.post(address, {"file": SimpleUploadedFile("x.csv", b"nichts")})
    assert broken.status_code == 422 and LetterRun.objects.count() == 0
    page = client.post(address, {"file": SimpleUploadedFile("x.csv", CSV.encode())}, follow=True)
    assert page.status_code == 200 and "Ohne" in page.content.decode()
    run = LetterRun.objects.get()
    rows = client.get(reverse("letters:errors", args=[letter.pk, run.pk])).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2 and rows[1].startswith("Ohne;Ort;Weg 3")
