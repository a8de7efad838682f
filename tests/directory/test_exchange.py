"""Tables of entries in and out: dry run, report by line, nothing that becomes a formula."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from cms.core.spreadsheets import DANGEROUS, as_csv
from cms.core.tables import Unreadable
from cms.directory.exchange import taking, writing
from cms.directory.models import EntryImport, Organisation, Person

from .content import make_need, make_organisation

pytestmark = pytest.mark.django_db
HEAD = "Name;Art;Anliegen;Telefon;E-Mail;Sprachen;Öffnungszeiten;Stadtteil"


@pytest.fixture(autouse=True)
def town(home):
    make_need("Hilfe mit Papieren", key="papiere")
    make_need("einen Deutschkurs", key="deutsch")


def file(*rows: str, name: str = "liste.csv", head: str = HEAD) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\r\n".join([head, *rows]).encode())


def checked(*rows: str, kind: str = "organisations", **more) -> EntryImport:
    row = taking.upload(file(*rows, **more), kind=kind)
    return taking.check(row, mapping=row.mapping)


def outcomes(row: EntryImport) -> list[str]:
    return [line[2] for line in row.report]


def test_a_row_becomes_an_entry_with_all_its_facts():
    assert outcomes(checked("Brückenhaus;Kegelbahn;;;;;;")) == ["error"]
    row = checked("Brückenhaus;counselling;Hilfe mit Papieren;089 1;rat@haus.example;Deutsch, Arabisch;Mo–Do 9–12;Südstadt")
    assert outcomes(row) == ["new"] and not Organisation.objects.exists(), "a dry run changes nothing"
    taking.take_over(row)
    entry = Organisation.objects.get()
    assert (entry.needs, entry.languages, entry.district) == (("papiere",), ("de", "ar"), "Südstadt")
    assert entry.week[0] == [["09:00", "12:00"]] and entry.kind == "counselling"


def test_a_second_press_changes_nothing():
    row = checked("Brückenhaus;;;;;;;")
    taking.take_over(row)
    taking.take_over(row)
    assert Organisation.objects.count() == 1


def test_an_entry_with_the_same_name_is_changed_and_empty_cells_leave_what_was_there():
    make_organisation()
    row = checked("BRÜCKENHAUS;;;089 2;;;;")
    assert outcomes(row) == ["changed"]
    taking.take_over(row)
    entry = Organisation.objects.get()
    assert (entry.phone, entry.email, entry.languages) == ("089 2", "rat@brueckenhaus.example", ("de", "ar"))


@pytest.mark.parametrize(
    "cells",
    [
        ";;;;;;;",
        "Haus;;;;keine Adresse;;;",
        "Haus;;;;;Klingonisch;;",
        "Haus;;unbekannt;;;;;",
        "Haus;;;;;;Mo neun bis zwölf;",
        f"Haus;;;{'1' * 60};;;;",
    ],
    ids=["no name", "address", "language", "need", "hours", "too long"],
)
def test_a_row_with_a_mistake_is_left_out_with_the_reason_and_the_others_come(cells):
    row = checked(cells, "Gut;;;;;;;")
    expected = ["new"] if cells == ";;;;;;;" else ["error", "new"]  # an empty row is no row
    assert outcomes(row) == expected
    assert all(line[3] for line in row.report if line[2] == "error")
    taking.take_over(row)
    assert [entry.name for entry in Organisation.objects.all()] == ["Gut"]


def test_the_same_name_twice_in_a_file_is_said():
    assert outcomes(checked("Haus;;;;;;;", "haus;;;;;;;")) == ["new", "error"]


def test_people_find_their_organisation_by_name():
    make_organisation()
    row = checked("Hawa Diallo;Brückenhaus", "Omid;Unbekannt", kind="people", head="Name;Organisation")
    assert outcomes(row) == ["new", "error"]
    taking.take_over(row)
    assert Person.objects.get().organisation.name == "Brückenhaus"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+49 89", "-1", "@SUM(A1)", "\t=1", "＝1+1"])
def test_nothing_that_goes_out_becomes_a_formula_and_it_comes_back_as_it_was(text):
    make_organisation(text.strip() or "x", helps_with=text.strip())
    heads, rows = writing.table("organisations")
    table = list(csv.reader(io.StringIO(as_csv(heads, rows).decode("utf-8-sig")), delimiter=";"))
    assert not [cell for line in table for cell in line if cell.startswith(DANGEROUS)]
    again = taking.upload(SimpleUploadedFile("wieder.csv", as_csv(*writing.table("organisations"))), kind="organisations")
    assert outcomes(taking.check(again, mapping=again.mapping)) == ["same"]


def test_what_is_exported_can_be_imported_without_a_change():
    make_organisation(
        week=[[["09:00", "12:30"]]] * 5 + [[], []], access="step-free,lift", url="https://haus.example/", kind="counselling"
    )
    again = taking.upload(SimpleUploadedFile("wieder.csv", as_csv(*writing.table("organisations"))), kind="organisations")
    assert set(again.mapping) >= {"name", "kind", "needs", "week", "access", "url", "visibility", "checker_email"}
    assert outcomes(taking.check(again, mapping=again.mapping)) == ["same"]


def test_excel_is_read_like_csv():
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Verein", "Tel.", "Sprachen"])
    book.active.append(["FC Pegnach", "089 5", "tr; de"])
    book.save(out)
    row = taking.upload(SimpleUploadedFile("liste.xlsx", out.getvalue()), kind="organisations")
    taking.take_over(taking.check(row, mapping=row.mapping))
    assert Organisation.objects.get().languages == ("tr", "de")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leer.csv", b""),
        ("kopf.csv", b"Name;Telefon"),
        ("bild.xlsx", b"PK\x03\x04kaputt"),
        ("a.jsonl", b"{}\n"),
        ("gross.csv", b"x" * 5_000_001),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(name, content):
    with pytest.raises(Unreadable, match="."):
        taking.upload(SimpleUploadedFile(name, content), kind="organisations")


def someone(*codenames: str):
    user = get_user_model().objects.create_user("lotse", email="lotse@lindenau.example", password="x")
    wanted = Permission.objects.filter(codename__in=["access_admin", *codenames])
    user.user_permissions.set(wanted)
    return user


def test_guides_see_the_network_and_nothing_else(client):
    make_organisation("Hawa", visibility="internal", phone="089 77")
    client.force_login(someone("view_network"))
    page = client.get(reverse("network:index")).content.decode()
    assert "Hawa" in page and "089 77" in page and "/edit/" not in page.split("<main")[1]
    assert client.get(reverse("network:exchange")).status_code == 302
    assert client.post(reverse("network:export", args=["people", "csv"])).status_code == 302


def test_who_has_no_permission_sees_no_network(client):
    client.force_login(someone())
    assert client.get(reverse("network:index")).status_code == 302


def test_the_office_uploads_checks_and_takes_over(client):
    client.force_login(someone("view_network", "import_entries"))
    answer = client.post(reverse("network:exchange"), {"kind": "organisations", "file": file("Haus;;;089 1;;;;")})
    page = client.get(answer.url).content.decode()
    assert "liste.csv" in page and "089 1" in page
    row = EntryImport.objects.get()
    client.post(answer.url, {"check": "1", **{field: str(place) for field, place in row.mapping.items()}})
    assert "Haus" in client.get(answer.url).content.decode() and not Organisation.objects.exists()
    client.post(answer.url, {"take": "1"})
    assert Organisation.objects.get().phone == "089 1"
    book = client.post(reverse("network:export", args=["organisations", "xlsx"]))
    assert load_workbook(io.BytesIO(book.content)).active["A2"].value == "Haus"
    assert client.get(reverse("network:export", args=["organisations", "xlsx"])).status_code in (302, 403)


def test_a_wrong_file_is_explained_on_the_page(client):
    client.force_login(someone("import_entries"))
    answer = client.post(reverse("network:exchange"), {"kind": "people", "file": SimpleUploadedFile("x.csv", b"Name\n")})
    assert answer.status_code == 200 and not EntryImport.objects.exists()
