"""Feast days of many faiths and days that matter to councils, for 2026 to 2028, and the public holidays of the German states.

Dates by the moon can move by a day where people watch the sky; feasts that begin on the evening before are given by their first
full day. Years beyond the table are typed by editors.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIRST_YEAR, LAST_YEAR = 2026, 2028


@dataclass(frozen=True)
class Feast:
    key: str
    name: Promise
    when: Callable[[int], date | None] = field(compare=False)

    def day(self, year: int) -> date | None:
        """The day in this year; None if it is not known."""
        return self.when(year)


def easter(year: int) -> date:
    """Western Easter Sunday (Gauss, as Butcher writes it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian calendar, as a date of ours (1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _table(*days: str) -> Callable[[int], date | None]:
    """One day for each year of the table, as ISO dates."""
    known = {int(day[:4]): date.fromisoformat(day) for day in days}
    return known.get


def _red_wednesday(year: int) -> date:
    """Çarşema Sor of the Yazidi: the first Wednesday from 14 April on."""
    start = date(year, 4, 14)
    return start + timedelta(days=(2 - start.weekday()) % 7)


FEASTS = (
    Feast("orthodox-christmas", _("Orthodox Christmas (old calendar)"), _fixed(1, 7)),
    Feast("mother-language", _("Day of the Mother Tongue"), _fixed(2, 21)),
    Feast("lunar-new-year", _("Lunar New Year, Tết"), _table("2026-02-17", "2027-02-06", "2028-01-26")),
    Feast("ramadan", _("Ramadan begins"), _table("2026-02-19", "2027-02-08", "2028-01-28")),
    Feast("purim", _("Purim"), _table("2026-03-03", "2027-03-23", "2028-03-12")),
    Feast("holi", _("Holi"), _table("2026-03-04", "2027-03-22", "2028-03-11")),
    Feast("womens-day", _("International Women’s Day"), _fixed(3, 8)),
    Feast("eid-al-fitr", _("Eid al-Fitr, end of Ramadan"), _table("2026-03-20", "2027-03-09", "2028-02-26")),
    Feast("nowruz", _("Nowruz, Newroz"), _table("2026-03-21", "2027-03-21", "2028-03-20")),
    Feast("against-racism", _("Day against Racism"), _fixed(3, 21)),
    Feast("pesach", _("Pesach"), _table("2026-04-02", "2027-04-22", "2028-04-11")),
    Feast("roma-day", _("International Romani Day"), _fixed(4, 8)),
    Feast("orthodox-easter", _("Orthodox Easter"), orthodox_easter),
    Feast("vaisakhi", _("Vaisakhi"), _table("2026-04-14", "2027-04-14", "2028-04-13")),
    Feast("red-wednesday", _("Çarşema Sor, Yazidi New Year"), _red_wednesday),
    Feast("hidirellez", _("Hıdırellez, Ederlezi"), _fixed(5, 6)),
    Feast("vesak", _("Vesak"), _table("2026-05-31", "2027-05-20", "2028-05-08")),
    Feast("eid-al-adha", _("Eid al-Adha, Feast of Sacrifice"), _table("2026-05-27", "2027-05-16", "2028-05-05")),
    Feast("refugee-day", _("World Refugee Day"), _fixed(6, 20)),
    Feast("ashura", _("Ashura"), _table("2026-06-25", "2027-06-15", "2028-06-03")),
    Feast("enkutatash", _("Enkutatash, Ethiopian New Year"), _table("2026-09-11", "2027-09-12", "2028-09-11")),
    Feast("rosh-hashanah", _("Rosh Hashanah"), _table("2026-09-12", "2027-10-02", "2028-09-21")),
    Feast("yom-kippur", _("Yom Kippur"), _table("2026-09-21", "2027-10-11", "2028-09-30")),
    Feast("moon-festival", _("Moon Festival"), _table("2026-09-25", "2027-09-15", "2028-10-03")),
    Feast("languages", _("European Day of Languages"), _fixed(9, 26)),
    Feast("meskel", _("Meskel"), _table("2026-09-27", "2027-09-28", "2028-09-27")),
    Feast("open-mosque", _("Day of the Open Mosque"), _fixed(10, 3)),
    Feast("diwali", _("Diwali"), _table("2026-11-08", "2027-10-29", "2028-10-17")),
    Feast("saint-nicholas", _("Saint Nicholas’ Day"), _fixed(12, 6)),
    Feast("hanukkah", _("Hanukkah begins"), _table("2026-12-05", "2027-12-25", "2028-12-13")),
    Feast("human-rights", _("Human Rights Day"), _fixed(12, 10)),
    Feast("migrants-day", _("International Migrants Day"), _fixed(12, 18)),
)
BY_KEY = {feast.key: feast for feast in FEASTS}

STATES = (
    ("BW", "Baden-Württemberg"),
    ("BY", "Bayern"),
    ("BE", "Berlin"),
    ("BB", "Brandenburg"),
    ("HB", "Bremen"),
    ("HH", "Hamburg"),
    ("HE", "Hessen"),
    ("MV", "Mecklenburg-Vorpommern"),
    ("NI", "Niedersachsen"),
    ("NW", "Nordrhein-Westfalen"),
    ("RP", "Rheinland-Pfalz"),
    ("SL", "Saarland"),
    ("SN", "Sachsen"),
    ("ST", "Sachsen-Anhalt"),
    ("SH", "Schleswig-Holstein"),
    ("TH", "Thüringen"),
)


def public_holidays(year: int, *, state: str) -> list[tuple[date, Promise]]:
    """The public holidays of a German state, in order. "" for no state: none."""
    if not state:
        return []
    sunday = easter(year)

    def away(days: int) -> date:
        return sunday + timedelta(days=days)

    autumn = date(year, 11, 22)
    repentance = autumn - timedelta(days=(autumn.weekday() - 2) % 7)
    holidays = [
        (date(year, 1, 1), _("New Year"), None),
        (date(year, 1, 6), _("Epiphany"), {"BW", "BY", "ST"}),
        (date(year, 3, 8), _("International Women’s Day"), {"BE", "MV"}),
        (away(-2), _("Good Friday"), None),
        (away(1), _("Easter Monday"), None),
        (date(year, 5, 1), _("Labour Day"), None),
        (away(39), _("Ascension Day"), None),
        (away(50), _("Whit Monday"), None),
        (away(60), _("Corpus Christi"), {"BW", "BY", "HE", "NW", "RP", "SL"}),
        (date(year, 8, 15), _("Assumption Day"), {"SL"}),
        (date(year, 9, 20), _("World Children’s Day"), {"TH"}),
        (date(year, 10, 3), _("Day of German Unity"), None),
        (date(year, 10, 31), _("Reformation Day"), {"BB", "HB", "HH", "MV", "NI", "SN", "ST", "SH", "TH"}),
        (date(year, 11, 1), _("All Saints’ Day"), {"BW", "BY", "NW", "RP", "SL"}),
        (repentance, _("Day of Repentance"), {"SN"}),
        (date(year, 12, 25), _("Christmas Day"), None),
        (date(year, 12, 26), pgettext_lazy("holiday", "Boxing Day"), None),
    ]
    return sorted(((day, name) for day, name, states in holidays if states is None or state in states), key=lambda item: item[0])
