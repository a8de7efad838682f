"""Files of subscribers: what comes in proves its consent or is only asked, nobody comes back, and what goes out is harmless."""

import csv
import datetime
import io
import json
import zipfile

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from cms.core import spreadsheets, tables
from cms.core.addresses import AddressError, digest, normalise
from newsletter import evidence, optin, privacy, verification
from newsletter.exchange import columns, exporting, fingerprints, running
from newsletter.exchange.seen import Seen
from newsletter.models import ConsentEvent, SignupRequest, Subscriber, SubscriberImport, Subscription

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    cache.clear()


def upload(text: str | bytes, name: str = "liste.csv") -> SubscriberImport:
    content = text.encode() if isinstance(text, str) else text
    return running.upload(SimpleUploadedFile(name, content), site=None, user=None)


def bring_in(text: str | bytes, *, topics, name: str = "liste.csv", take: bool = True, **choices) -> SubscriberImport:
    """The whole way; `topics` hold where a row names none."""
    row = upload(text, name)
    chosen = columns.Choices(**(row.choices | {"topics": [topic.pk for topic in topics]} | choices))
    running.choose(row, chosen)
    row.refresh_from_db()
    assert row.state == "checked", row.trouble
    if take:
        running.start(row, user=None)
        row.refresh_from_db()
        assert row.state == "done"
    return row


PROVEN = {"consent_source": "altes Werkzeug, Ordner 7", "consent_date": "2025-05-04"}


# --- what becomes of rows ------------------------------------------------------------------------------------------------
def test_a_proven_consent_is_taken_over_with_day_source_and_a_whole_chain(topics):
    row = bring_in("E-Mail;Name;Sprache;Themen\nanna@x.example;Anna;türkisch;termine\n", topics=topics[:1], **PROVEN)
    assert row.counts == {"added": 1}
    reader = Subscriber.objects.get()
    assert (reader.address, reader.name, reader.language, reader.current_topics()) == (
        "anna@x.example",
        "Anna",
        "tr",
        [topics[1]],
    )
    event = ConsentEvent.objects.get()
    assert (event.kind, event.at.date(), event.details) == (
        "enrolled",
        datetime.date(2025, 5, 4),
        {"source": "altes Werkzeug, Ordner 7", "file": "liste.csv", "topics": ["termine"]},
    )
    assert evidence.is_intact(evidence.chain(reader.digest))
    assert list(verification.verify_chains()) == []
    assert list(verification.verify_subscribers()) == []
    assert reader.digest == digest("ANNA@x.example")


@pytest.mark.parametrize("words", ["\\N", "\\.", "Akte\\neu\t7", "Zoë „\"' ; {a,b}", "zwei\nZeilen", "NULL", "%s"])
def test_names_and_sources_arrive_as_they_stand_in_the_file(topics, words):
    """PostgreSQL takes them by COPY, where some of these mean something else."""
    text = io.StringIO()
    csv.writer(text).writerows([["email", "name", "source"], *([f"{name}@x.example", words, words] for name in ("anna", "bert"))])
    bring_in(text.getvalue(), topics=topics, **PROVEN)
    assert list(Subscriber.objects.values_list("name", flat=True)) == [" ".join(words.split())] * 2
    assert [event.details["source"] for event in ConsentEvent.objects.all()] == [words] * 2
    assert list(verification.verify_chains()) == []
    assert bring_in(text.getvalue(), topics=topics, **PROVEN).counts == {"known": 2}


def test_without_a_proven_consent_people_are_only_asked(topics, post_office):
    from newsletter.duties import retry_confirmations

    row = bring_in("email,name\nanna@x.example,Anna\nbert@x.example,Bert\n", topics=topics)
    assert row.counts == {"asked": 2}
    assert not Subscriber.objects.exists()
    assert not post_office.letters, "the sweeper sends them little by little"
    SignupRequest.objects.update(requested_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    retry_confirmations()
    assert sorted(letter.recipients[0] for letter in post_office.letters) == ["anna@x.example", "bert@x.example"]
    assert list(verification.verify_chains()) == []
    assert bring_in("email\nanna@x.example\n", topics=topics).counts == {"waiting": 1}


def test_a_row_with_its_own_day_and_source_needs_no_word_for_the_file(topics):
    rows = ["email;consent date;source", "a@x.example;04.05.2025;Stand", "b@x.example;;Stand"]
    text = "\n".join([*rows, "c@x.example;31.12.2999;Stand", "d@x.example;2025-01-01;"])
    assert bring_in(text, topics=topics).counts == {"added": 1, "asked": 2, "day": 1}


def test_who_left_is_blocked_or_was_erased_does_not_come_back_and_the_report_says_so(topics):
    left, erased, complained, blocked = make_readers(4, topics=topics)
    optin.leave(left, way="page")
    privacy.erase(erased, by="reader")
    Subscriber.objects.filter(pk=complained.pk).update(state="complained")
    privacy.suppress(blocked.address, note="", user=None)
    before = list(Subscriber.objects.order_by("pk").values())
    text = "email\n" + "\n".join(reader.address for reader in (left, erased, complained, blocked))
    row = bring_in(text, topics=topics, take=False, **PROVEN)
    assert row.counts == {"left": 2, "blocked": 2}
    report = list(csv.reader(io.StringIO(row.report.read().decode("utf-8-sig")), delimiter=";"))
    assert [line[0] for line in report[1:]] == ["2", "3", "4", "5"]
    assert [line[1] for line in report[1:]] == [left.address, erased.address, complained.address, blocked.address]
    running.start(row, user=None)
    assert list(Subscriber.objects.order_by("pk").values()) == before
    assert not SignupRequest.objects.exists()


def test_nothing_of_a_reader_is_lowered_and_only_new_topics_with_consent_are_added(topics):
    reader = make_readers(1, topics=topics[:1], language="ar")[0]
    text = f"email;sprache;name\n{reader.address};de;Neu\n"
    assert bring_in(text, topics=topics[:1], **PROVEN).counts == {"known": 1}
    assert bring_in(text, topics=topics, **PROVEN).counts == {"extended": 1}
    reader.refresh_from_db()
    assert (reader.language, reader.name, len(reader.current_topics())) == ("ar", "", 2)
    assert evidence.is_intact(evidence.chain(reader.digest))
    optin.leave(reader, topics=[topics[1]], way="page")
    assert bring_in(text, topics=topics, **PROVEN).counts == {"left": 1}
    assert reader.current_topics() == [topics[0]]


def test_every_kind_of_bad_row_is_named(topics):
    text = (
        "email;language;topics;state\n"
        "gut@x.example;de;zeitung;active\n"
        "kein-at;de;zeitung;active\n"
        "GUT@x.example;de;zeitung;active\n"
        "b@x.example;klingonisch;zeitung;active\n"
        "c@x.example;de;gibtsnicht;active\n"
        "d@x.example;de;zeitung;unsubscribed\n"
        "e@x.example;de;;active\n"
        "f@x.example\n"
    )
    row = bring_in(text, topics=[], **PROVEN)
    assert row.counts == {"added": 1, "address": 1, "twice": 1, "language": 1, "topic": 1, "inactive": 1, "no-topic": 2}
    assert Subscriber.objects.get().address == "gut@x.example"


def test_the_dry_run_finds_what_stands_twice_in_different_slices(topics, monkeypatch):
    monkeypatch.setattr(running, "SLICE", 2)
    text = "email\n" + "\n".join(f"p{number % 5}@x.example" for number in range(10))
    row = bring_in(text, topics=topics, take=False, **PROVEN)
    assert row.counts == {"added": 5, "twice": 5}
    assert not Subscriber.objects.exists(), "a dry run writes nothing"
    running.start(row, user=None)
    row.refresh_from_db()
    assert row.counts == {"added": 5, "known": 5}


# --- safe work -----------------------------------------------------------------------------------------------------------
def test_a_worker_that_dies_in_the_middle_loses_and_doubles_nothing(topics, monkeypatch):
    monkeypatch.setattr(running, "SLICE", 3)
    text = "email\n" + "\n".join(f"p{number}@x.example" for number in range(20))
    row = bring_in(text, topics=topics, take=False, **PROVEN)
    SubscriberImport.objects.update(state="running", position=0, counts={})
    assert running.work_on(row.pk, seconds=0), "one slice, then the next turn"
    row.refresh_from_db()
    assert row.position == 3
    with open(row.report.path, "ab") as report:  # noqa: PTH123
        report.write(b"a slice that was never committed\n")
    taken = []

    def dies(self, entries):
        taken.append(len(entries))
        if len(taken) == 3:
            raise OSError("power cut")
        return original(self, entries)

    original = running.Taking.take
    monkeypatch.setattr(running.Taking, "take", dies)
    running.work_on(row.pk)
    row.refresh_from_db()
    assert (row.state, row.position) == ("failed", 9)
    SubscriberImport.objects.update(state="running")
    monkeypatch.setattr(running.Taking, "take", original)
    running.work_on(row.pk)
    row.refresh_from_db()
    assert (row.state, row.counts) == ("done", {"added": 20})
    assert Subscriber.objects.count() == 20
    assert Subscription.objects.count() == 40
    lines = row.report.read().decode().splitlines()
    assert len(lines) == 21
    assert "never committed" not in "".join(lines)


def test_a_double_click_takes_a_file_over_once(topics):
    row = bring_in("email\na@x.example\n", topics=topics, take=False, **PROVEN)
    running.start(row, user=None)
    with pytest.raises(running.ImportRefused):
        running.start(row, user=None)
    with pytest.raises(running.ImportRefused):
        running.choose(row, columns.Choices(**row.choices))


def test_the_duty_goes_on_with_what_a_dead_worker_left(topics):
    row = bring_in("email\na@x.example\n", topics=topics, take=False, **PROVEN)
    old = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    SubscriberImport.objects.update(state="running", position=0, touched_at=old)
    assert running.wake_imports() == 1
    row.refresh_from_db()
    assert row.state == "done"


# --- reading -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("encoding", "separator"), [("utf-8", ";"), ("utf-8-sig", ","), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8", "|")]
)
def test_encoding_and_separator_are_found(topics, encoding, separator):
    lines = ["E-Mail-Adresse;Name", "müller@x.example".replace("ü", "ue") + ";Jürgen Müßig", 'b@x.example;"a"']
    text = "\n".join(lines).replace(";", separator)
    bring_in(text.encode(encoding), topics=topics, **PROVEN)
    assert Subscriber.objects.get(address="mueller@x.example").name == "Jürgen Müßig"


def test_a_list_of_bare_addresses_needs_no_heading(topics):
    row = upload("a@x.example\nb@x.example\n")
    assert (row.shape["header"], len(row.shape["columns"])) == (False, 1)
    assert bring_in("a@x.example\nb@x.example\n", topics=topics, columns={"address": 0}, **PROVEN).counts == {"added": 2}


def test_a_spreadsheet_is_read_like_any_other_file(topics):
    book = Workbook()
    book.active.append(["E-Mail", "Name", "Sprache", "Einwilligung am", "Quelle"])
    book.active.append(["anna@x.example", "Анна", "українська", datetime.datetime(2025, 5, 4), "Stand"])
    book.active.append([None, None])
    book.active.append(["b@x.example", 4711, "العربية", "2025-05-04", "Stand"])
    stream = io.BytesIO()
    book.save(stream)
    assert bring_in(stream.getvalue(), topics=topics, name="Liste.xlsx").counts == {"added": 2}
    assert list(Subscriber.objects.order_by("address").values_list("name", "language")) == [("Анна", "uk"), ("4711", "ar")]


@pytest.mark.parametrize(
    ("content", "name"), [(b"", "leer.csv"), (b"PK\x03\x04 kaputt", "kaputt.xlsx"), (b"\n\n\n", "zeilen.csv")]
)
def test_files_that_are_none_are_refused_in_words(content, name):
    with pytest.raises(running.ImportRefused):
        upload(content, name)
    assert not SubscriberImport.objects.exists()


def test_a_file_without_a_column_of_addresses_is_asked_about(topics):
    row = upload("farbe;form\nrot;rund\n")
    with pytest.raises(running.ImportRefused):
        running.choose(row, columns.Choices(**row.choices))


ODD_ADDRESSES = [
    "a@b.example",
    "A.B+c@Example.ORG",
    "a..b@x.example",
    ".a@x.example",
    "a@x",
    "a@-x.example",
    "ä@x.example",
    "a@müller.example",
    "a@xn--mller-kva.example",
    "a_b@x.example",
    "a'b@x.example",
    "a@x.c",
    "-a@x.example",
    "a-@x.example",
    "a@1.2.3.4",
    "a@x.123",
    "=1+1@x.example",
    "a@x--y.example",
    "a@@x.example",
]


@pytest.mark.parametrize("address", [*ODD_ADDRESSES, "", "a b@x.example", f"a@{'x' * 70}.example", f"{'x' * 65}@x.example"])
def test_the_quick_fingerprint_agrees_with_the_thorough_one(address):
    try:
        expected = (normalise(address), digest(address))
    except AddressError:
        expected = None
    try:
        found = fingerprints.address_and_digest(address.strip())
    except AddressError:
        found = None
    assert found == expected


def test_seen_remembers_a_hundred_thousand_fingerprints():
    seen, many = Seen(), [f"{number * 2654435761 % 2**64:016x}" for number in range(100_000)]
    assert all(seen.add(number) for number in many)
    assert not any(seen.add(number) for number in many)
    assert tables.SAMPLE


# --- out -----------------------------------------------------------------------------------------------------------------
FORMULAS = ["=1+1", "+49 911", "-2", "@SUM(A1)", "\tx", "＝1"]


def test_no_export_holds_a_formula_and_an_import_takes_the_guard_off(topics):
    for number, name in enumerate(FORMULAS):
        optin.put_on_list(f"{'+' if number else '='}p{number}@x.example", language="de", topics=list(topics), name=name)
    text = b"".join(exporting.as_csv(exporting.table())).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    sheet = load_workbook(io.BytesIO(b"".join(exporting.as_xlsx(exporting.table())))).active
    evidence_rows = list(
        csv.reader(io.StringIO(b"".join(exporting.as_csv(exporting.evidence_table())).decode("utf-8-sig")), delimiter=";")
    )
    for table in (rows, [[cell.value or "" for cell in row] for row in sheet.iter_rows()], evidence_rows):
        assert not [cell for row in table for cell in row if str(cell).startswith(spreadsheets.DANGEROUS)]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    Subscriber.objects.all().delete()
    bring_in(text, topics=topics, **PROVEN)
    assert set(Subscriber.objects.values_list("address", flat=True)) == {
        "=p0@x.example",
        *(f"+p{n}@x.example" for n in range(1, 6)),
    }
    assert "=1+1" in Subscriber.objects.values_list("name", flat=True)


def test_the_own_export_comes_back_as_it_was(topics):
    readers = make_readers(3, topics=topics, language="tr")
    optin.leave(readers[2], way="page")
    text = b"".join(exporting.as_csv(exporting.table()))
    Subscriber.objects.all().delete()
    row = bring_in(text, topics=[])
    assert row.counts == {"added": 2, "inactive": 1}
    assert {reader.language for reader in Subscriber.objects.all()} == {"tr"}


def test_another_town_takes_over_people_with_their_whole_chain(topics, settings):
    wording = optin.wording_for(language="de", council_name="Integrationsrat")
    for name in ("anna", "bert", "chiara"):
        optin.enrol(f"{name}@x.example", language="de", topics=list(topics), source="Stand", wording=wording)
    optin.leave(Subscriber.objects.get(address="bert@x.example"), way="page")
    lines = b"".join(exporting.as_json_lines()).decode().splitlines()
    forged = json.loads(lines[2])
    forged["chain"][0]["at"] = "2020-01-01T00:00:00+00:00"
    for model in (Subscription, Subscriber, SignupRequest):
        model.objects.all().delete()
    ConsentEvent.objects.all()._raw_delete("default")
    settings.SECRET_KEY = "the other town has another key"  # noqa: S105
    text = "\n".join([*lines[:2], json.dumps(forged), "kein json", '{"format": "anderes"}'])
    row = bring_in(text, topics=topics, name="nachbarstadt.jsonl")
    assert row.counts == {"added": 1, "inactive": 1, "asked": 1, "row": 2}
    reader = Subscriber.objects.get()
    assert reader.address == "anna@x.example"
    event = ConsentEvent.objects.get(subject=reader.digest)
    assert event.details["earlier"][0]["text"] == wording.text
    assert evidence.is_intact([event])


def test_the_evidence_for_the_officer_is_complete(topics):
    make_readers(2, topics=topics)
    privacy.erase(Subscriber.objects.first(), by="office")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(exporting.evidence_zip())))
    assert archive.testzip() is None
    assert set(archive.namelist()) == {"README.txt", "consent.csv", "subscribers.jsonl", "wordings.json"}
    rows = archive.read("consent.csv").decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + ConsentEvent.objects.count()


# --- in the admin --------------------------------------------------------------------------------------------------------
@pytest.fixture
def office(client, editor, home):
    client.force_login(editor)
    return client


def test_an_editor_brings_a_file_in_step_by_step(office, topics, post_office):
    file = SimpleUploadedFile("liste.csv", b"mail;wer\nanna@x.example;Anna\nfalsch;\n")
    page = office.post(reverse("subscribers:exchange"), {"file": file}).url
    shown = office.get(page)
    assert "anna@x.example" in shown.content.decode()
    assert shown.context["form"]["column_address"].value() == "0"
    choices = {"column_address": "0", "column_name": "1", "language": "de", "topics": [topics[0].pk], "encoding": "utf-8"}
    office.post(page, choices | {"consent_source": "Ordner 7"})
    assert SubscriberImport.objects.get().state == "uploaded", "the day is missing"
    office.post(page, choices | {"consent_source": "Ordner 7", "consent_date": "2025-05-04"})
    shown = office.get(page)
    assert [(key, number) for key, _label, number, _changes in shown.context["taken"]] == [("added", 1)]
    report = b"".join(
        office.get(reverse("subscribers:import_report", args=[SubscriberImport.objects.get().pk])).streaming_content
    )
    assert b"falsch" in report
    office.post(page, {"start": "1"})
    assert Subscriber.objects.get().name == "Anna"
    assert office.get(page).status_code == 200
    assert office.get(reverse("subscribers:exchange")).status_code == 200


def test_letters_that_look_wrong_are_read_again(office, topics):
    file = SimpleUploadedFile("liste.csv", "mail;wer\na@x.example;Şükrü Ağaoğlu\n".encode("cp1254"))
    page = office.post(reverse("subscribers:exchange"), {"file": file}).url
    assert "Şükrü" not in office.get(page).content.decode()
    office.post(page, {"column_address": "0", "language": "de", "encoding": "cp1254"})
    assert "Şükrü Ağaoğlu" in office.get(page).content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl", "zip"])
def test_exports_need_the_button_and_the_right_and_are_recorded(office, client, django_user_model, topics, kind):
    from wagtail.models import ModelLogEntry

    make_readers(1, topics=topics)
    url = reverse("subscribers:export_file", args=[kind])
    assert office.get(url).status_code == 302
    answer = office.post(url)
    assert b"".join(answer.streaming_content)
    assert "attachment" in answer["Content-Disposition"]
    assert ModelLogEntry.objects.filter(action="newsletter.export_all").count() == 1
    client.force_login(django_user_model.objects.create_user("liest", "l@x.example", "x"))
    assert client.post(url).status_code in (302, 403)
    assert ModelLogEntry.objects.filter(action="newsletter.export_all").count() == 1
