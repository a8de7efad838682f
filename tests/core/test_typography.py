"""German is typeset, other languages are not; typesetting twice changes nothing."""

import random

import pytest
from django.template import Context, Template
from django.utils import translation

from cms.core.typography import in_quotation_marks, listed, typeset

N = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('Er sagt: "Vier geht auch."', "Er sagt: „Vier geht auch.“"),
        ("Sie: \"Er rief: 'Komm!'\"", "Sie: „Er rief: ‚Komm!‘“"),
        ("\"'Nein', sagt sie.\"", "„‚Nein‘, sagt sie.“"),
        ("“English marks”", "„English marks“"),
        ('("ja")', "(„ja“)"),
        ("„Schon richtig“ und ‚auch‘", "„Schon richtig“ und ‚auch‘"),
        ("Wie geht's Hans' Mutter?", "Wie geht’s Hans’ Mutter?"),
        ("Das ist 'ne Idee", "Das ist ’ne Idee"),
        ('Ein 17" Monitor', 'Ein 17" Monitor'),
        ("Kommt - oder nicht", f"Kommt{N}– oder nicht"),
        ("Kommt – oder nicht", f"Kommt{N}– oder nicht"),
        ("Na ...", "Na …"),
        ("10-12 Uhr", f"10–12{N}Uhr"),
        ("2024-2026", "2024–2026"),
        ("S. 3-5", f"S.{N}3–5"),
        ("z.B. und z. B. und Z. B.", f"z.{N}B. und z.{N}B. und Z.{N}B."),
        ("u.a., d. h., i. d. R.", f"u.{N}a., d.{N}h., i.{N}d.{N}R."),
        ("V.i.S.d.P.", f"V.{N}i.{N}S.{N}d.{N}P."),
        ("Lauf a. d. Pegnitz e.V.", f"Lauf a.{N}d. Pegnitz e.{N}V."),
        ("10 km, 25 Euro, 5 %", f"10{N}km, 25{N}Euro, 5{N}%"),
        ("Nr. 5, S. 3, § 5, Dr. Haddad", f"Nr.{N}5, S.{N}3, §{N}5, Dr.{N}Haddad"),
        ("am 3. Mai, am 14. Jan.", f"am 3.{N}Mai, am 14.{N}Jan."),
        ("Auflage 9 000, 1 200 000", f"Auflage 9{N}000, 1{N}200{N}000"),
        ("um 9:30 Uhr", f"um 9:30{N}Uhr"),
        ("8\u202f% und 9\u2009km, E\u2010Mail", f"8{N}% und 9{N}km, E-Mail"),
    ],
)
def test_german_is_set_by_its_rules(typed, expected):
    assert typeset(typed, language="de") == expected
    assert typeset(typed, language="de-x-leicht") == expected


@pytest.mark.parametrize(
    "untouched",
    [
        "https://lindenau.example/a-b?q=1-2",
        "www.lindenau.example/10-12",
        "rat-haus@lindenau.example",
        "2026-11-20",
        "Es stand 2:2 um 18:05",
        "Telefon 089 99998-120",
        "Ruf 0911 123-456",
        "ISBN 978-3-16-148410-0",
        "Covid-19, A4-Blatt, 24-7, 1-2-3",
        "Verfassung vom 1.2.2026",
    ],
)
def test_addresses_numbers_and_times_stay_as_they_are(untouched):
    assert typeset(untouched, language="de") == untouched


def test_a_quotation_may_close_after_an_address():
    assert typeset('Siehe "https://lindenau.example/a" hier', language="de") == "Siehe „https://lindenau.example/a“ hier"


@pytest.mark.parametrize("language", ["en", "tr", "ar", "uk"])
def test_other_languages_are_left_alone(language):
    text = 'It\'s "so" - z.B. 10-12 km ... „Zitat“'
    assert typeset(text, language=language) == text


def test_typesetting_twice_changes_nothing():
    dice = random.Random(24)
    pieces = [
        '"',
        "'",
        " ",
        "-",
        " - ",
        "...",
        "„",
        "“",
        "‚",
        "‘",
        "’",
        "”",
        "z.B.",
        "10",
        "12",
        " km",
        "Wort",
        ",",
        ".",
        "(",
        ")",
        "§ 5",
        "9:30",
    ]
    for _round in range(3000):
        text = "".join(dice.choice(pieces) for _place in range(dice.randint(1, 14)))
        once = typeset(text, language="de")
        assert typeset(once, language="de") == once, text


def test_words_never_get_lost():
    text = 'Ein "langer" Satz - mit allem, z.B. https://a.example/x-y und 10-12 km ...'
    letters = [char for char in text if char.isalnum()]
    assert [char for char in typeset(text, language="de") if char.isalnum()] == letters


@pytest.mark.parametrize(
    ("language", "expected"), [("de", "„Ja“"), ("de-x-leicht", "„Ja“"), ("en", "“Ja”"), ("ar", "«Ja»"), ("uk", "«Ja»")]
)
def test_quotations_get_the_marks_of_their_language(language, expected):
    assert in_quotation_marks("Ja", language=language) == expected
    assert in_quotation_marks(expected, language=language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Web, Plakat, Anzeigen"),
        ("uk", "Web, Plakat, Anzeigen"),
        ("ar", "Web، Plakat، Anzeigen"),
        ("fa-ir", "Web، Plakat، Anzeigen"),
    ],
)
def test_a_list_is_joined_by_the_comma_of_its_language_in_every_medium(language, expected):
    names = ["Web", "Plakat", "Anzeigen"]
    assert listed(names, language=language) == expected
    with translation.override(language):
        assert Template("{{ names|listed }}").render(Context({"names": names})) == expected
        assert (
            Template("{% for name in names %}{% if not forloop.first %}{% comma %}{% endif %}{{ name }}{% endfor %}").render(
                Context({"names": names})
            )
            == expected
        )
    in_mail = "{% for name in names %}{% if not forloop.first %}{% mail_value 'comma' %}{% endif %}{{ name }}{% endfor %}"
    if language != "fa-ir":  # mails are written in the site's languages
        assert Template(in_mail).render(Context({"names": names, "language": language})) == expected


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("اتصلوا بنا على الرقم 089 120-99998 صباحاً.", "089 120-99998"),
        ("هاتف: +49 (0)89 12099998", "+49 (0)89 12099998"),
        ("(0981) 23456", "(0981) 23456"),
        ("(هاتف 0981 23456)", "0981 23456"),
        ("(0981 23456)", "0981 23456"),
    ],
)
def test_a_phone_number_stays_in_order_among_arabic(typed, number):
    once = typeset(typed, language="ar")
    assert once == typed.replace(number, f"\u2066{number}\u2069")
    assert typeset(once, language="ar") == once


@pytest.mark.parametrize("typed", ["من 10-12 و2024-2026", "السعر 0,50 يورو", "05.11.2026", "089"])
def test_other_numbers_among_arabic_are_left_alone(typed):
    assert typeset(typed, language="ar") == typed
