"""Recipients from CSV: whatever a town's spreadsheet writes is read; rows that cannot be delivered are named, none is lost."""

import pytest
from django.utils import translation

from cms.collateral.addresses import WINDOW_LINES, check_addresses, width_mm, window_lines
from cms.collateral.merging import UnknownField, merge, merge_html, values_for
from cms.collateral.recipients import MOST_ROWS, Recipient, UnreadableFile, read_recipients

HEAD = "Vorname;Name;Straße;PLZ;Ort;Sprache"
ROW = "Ayşe;Yıldız;Färbergasse 7;09999;Lindenau;Türkisch"
LANGUAGES = ["de", "tr", "ar"]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def read(text: str, *, encoding: str = "utf-8"):
    return read_recipients(text.encode(encoding), languages=LANGUAGES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_are_read(encoding):
    assert read(f"{HEAD}\n{ROW}", encoding=encoding)[0].values["nachname"] == "Yıldız"


def test_windows_files_are_read():
    one = read(f"{HEAD}\r\nJörg;Müßig;Höhe 1;09999;Lindenau;", encoding="cp1252")[0]
    assert (one.values["vorname"], one.values["nachname"], one.language) == ("Jörg", "Müßig", "de")


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_sign_between_columns_is_found(sign):
    one = read("\n".join([HEAD, ROW]).replace(";", sign))[0]
    assert (one.language, one.values["ort"]) == ("tr", "Lindenau")


def test_house_numbers_of_their_own_join_the_street():
    one = read("Nachname;Straße;Hausnr.;PLZ;Ort\nVogel;Am Wehr;12 a;09999;Lindenau")[0]
    assert one.values["strasse"] == "Am Wehr 12 a"


@pytest.mark.parametrize(
    ("wanted", "language", "notes"), [("العربية", "ar", 0), ("Ukrainisch", "de", 1), ("Klingonisch", "de", 1), ("", "de", 0)]
)
def test_a_language_without_a_letter_falls_back_to_german_and_says_so(wanted, language, notes):
    one = read(f"{HEAD}\nA;B;C 1;09999;D;{wanted}")[0]
    assert (one.language, len(one.notes), one.errors) == (language, notes, [])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no recipient"),
        (HEAD.encode(), "no recipient"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"Vorname;Alter\nA;3", "does not name the column"),
        (b"Name;Name;PLZ;Ort\nA;B;1;2", "Two columns"),
        (b"x" * 5_000_001, "5 MB"),
        ((HEAD + ("\n" + ROW) * (MOST_ROWS + 1)).encode(), "recipients"),
        (b"Name;PLZ;Ort\n" + b'"' + b"x" * 200_000, "cannot be read"),
    ],
)
def test_files_that_are_none_say_why(data, words):
    with pytest.raises(UnreadableFile, match=words):
        read_recipients(data, languages=LANGUAGES)


def test_a_row_with_too_many_cells_is_an_error_and_keeps_its_number():
    rows = read(f"{HEAD}\n{ROW}\nA;B;C 1;09999;D;de;zu viel")
    assert [(one.row, bool(one.errors)) for one in rows] == [(2, False), (3, True)]


def checked(*rows: dict) -> list[Recipient]:
    good = {"vorname": "Hala", "nachname": "Aziz", "strasse": "Weg 1", "plz": "09999", "ort": "Lindenau"}
    made = [Recipient(row=place + 2, language="de", values={**good, **row}) for place, row in enumerate(rows)]
    check_addresses(made)
    return made


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"plz": ""}, "postcode is missing"),
        ({"plz": "9999"}, "leading zero"),
        ({"plz": "ABCDE"}, "no German postcode"),
        ({"strasse": ""}, "street is missing"),
        ({"ort": ""}, "town is missing"),
        ({"nachname": "", "vorname": ""}, "name is missing"),
        ({"strasse": "Straße der Freundschaft zwischen allen Städten und Dörfern 117 b"}, "too long"),
    ],
)
def test_addresses_that_cannot_be_delivered_are_named(row, words):
    assert words in " ".join(checked(row)[0].errors)


def test_a_foreign_postcode_is_none_of_our_business():
    one = checked({"plz": "AB1 2CD", "land": "Großbritannien"})[0]
    assert one.errors == [] and window_lines(one.values)[-1] == "GROSSBRITANNIEN"


def test_the_second_of_two_equal_addresses_names_the_first():
    first, second = checked({}, {"vorname": " HALA "})
    assert first.errors == [] and "row 2" in second.errors[0]


def test_six_lines_fit_the_window():
    values = {"firma": "Verein", "zusatz": "Hinterhaus", "land": "Polen", "plz": "00-950"}
    one = checked(values)[0]
    assert len(window_lines(one.values)) == WINDOW_LINES and one.errors == []


def test_widths_are_measured_and_not_counted():
    assert width_mm("WWWWWWWWWW") > 2 * width_mm("iiiiiiiiii")


def test_fields_are_filled_and_escaped():
    values = values_for({"vorname": "<b>Ayşe</b>", "nachname": "Yıldız"})
    assert merge("Guten Tag { Vorname }", values=values) == "Guten Tag <b>Ayşe</b>"
    assert merge_html("<p>{vorname}</p>", values=values) == "<p>&lt;b&gt;Ayşe&lt;/b&gt;</p>"


def test_a_field_inside_a_value_is_not_filled_again():
    assert merge("{vorname}", values=values_for({"vorname": "{nachname}", "nachname": "X"})) == "{nachname}"


def test_an_unknown_field_is_named_with_the_nearest_one():
    with pytest.raises(UnknownField, match=r"no field \{vornmae\}.*\{vorname\}"):
        merge("{vornmae}", values=values_for({}))


@pytest.mark.parametrize(
    ("given", "said"),
    [("", "Dear Hala Aziz,"), ("Frau", "Dear Ms Aziz,"), ("Liebe Hala", "Liebe Hala,"), ("Hallo!", "Hallo!")],
)
def test_salutations(given, said):
    assert values_for({"anrede": given, "vorname": "Hala", "nachname": "Aziz"})["anrede"] == said


def test_a_salutation_gets_the_comma_of_its_language():
    with translation.override("ar"):
        assert values_for({"anrede": "تحية طيبة، Amina"})["anrede"] == "تحية طيبة، Amina،"
