"""Calendars: known feasts and holidays, the year by months, the folded programme."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from cms.collateral.calendar_plan import plan_wall
from cms.collateral.feasts import BY_KEY, FEASTS, easter, orthodox_easter, public_holidays
from cms.collateral.leaflet_plan import heading_size, plan_leaflet
from cms.collateral.models.calendar import CalendarEntry
from cms.core.medium import Medium
from cms.renditions.display_type import hyphenated_lines
from cms.renditions.faces import MEDIUM
from cms.renditions.formats import SHEETS
from cms.renditions.pdf import make_pdf
from cms.renditions.printing import product_of
from cms.renditions.render import render
from cms.renditions.templatetags.piece_tags import PieceSheet
from tests.collateral.signs import WEEK, make_calendar

DAY = datetime.date


def test_easter_is_where_it_is():
    assert [easter(year) for year in (2024, 2026, 2027)] == [DAY(2024, 3, 31), DAY(2026, 4, 5), DAY(2027, 3, 28)]
    assert [orthodox_easter(year) for year in (2024, 2026, 2027)] == [DAY(2024, 5, 5), DAY(2026, 4, 12), DAY(2027, 5, 2)]


@pytest.mark.parametrize("feast", FEASTS, ids=lambda feast: feast.key)
def test_every_feast_has_a_day_in_every_year_of_the_table(feast):
    assert all(feast.day(year).year == year for year in (2026, 2027, 2028))


def test_a_year_beyond_the_table_has_no_invented_days():
    assert BY_KEY["eid-al-fitr"].day(2031) is None
    assert BY_KEY["womens-day"].day(2031) == DAY(2031, 3, 8)


def test_public_holidays_differ_by_state():
    bavaria, saxony = (dict(public_holidays(2026, state=state)) for state in ("BY", "SN"))
    assert DAY(2026, 6, 4) in bavaria and DAY(2026, 6, 4) not in saxony  # Corpus Christi
    assert DAY(2026, 11, 18) in saxony  # Day of Repentance
    assert public_holidays(2026, state="") == []


def test_the_year_holds_holidays_feasts_and_own_dates_in_order(home):
    calendar = make_calendar(home)
    days = calendar.days_of_year()
    assert [entry.start for entry in days] == sorted(entry.start for entry in days)
    assert {entry.kind for entry in days} == {"holiday", "feast", "council", "culture", "learning"}
    assert sum(len(entries) for _month, entries in calendar.months()) == len(days)


def test_on_the_wall_the_event_week_is_one_date(home):
    calendar = make_calendar(home, **WEEK)
    wall = [
        entry for entry in calendar.days_of_year(week=True) if entry.touches(DAY(2027, 9, 25), DAY(2027, 10, 2)) and entry.own
    ]
    assert [(entry.title, entry.end) for entry in wall] == [("Woche der Vielfalt", DAY(2027, 10, 3))]


def test_the_programme_is_day_by_day_and_hour_by_hour(home):
    programme = make_calendar(home, **WEEK).programme()
    assert [(day.day, [entry.title for entry in entries]) for day, entries in programme] == [
        (25, ["Stadtrundgang", "Eröffnung mit Chor"]),
        (27, ["Film: Die Näherinnen"]),
    ]


@pytest.mark.parametrize("design", ["months", "planner"])
@pytest.mark.parametrize("key", ["poster-a1", "poster-a3"])
def test_every_day_of_the_year_has_its_place_on_the_wall(key, design):
    entries = [CalendarEntry(DAY(2028, 2, 29), "Schalttag", "culture")]
    piece = PieceSheet(SHEETS[key])
    plan = plan_wall(entries, year=2028, piece=piece, design=design)
    cells = [cell for month in plan.months for cell in month.cells]
    assert [cell.day for cell in cells] == [DAY(2028, 1, 1) + datetime.timedelta(days=number) for number in range(366)]
    for month in plan.months:
        for cell in month.cells:
            assert cell.x >= 0 and cell.x + cell.width <= month.frame.width + 0.01
        assert month.frame.y + month.frame.height <= plan.foot.y
        assert month.frame.x + month.frame.width <= piece.sheet.width - piece.edge + 0.01
    assert next(cell for cell in cells if cell.day == DAY(2028, 2, 29)).kind == "culture"


def test_narrow_fields_count_lines_as_they_will_be_hyphenated():
    german = {"size": 2.3, "face": MEDIUM, "language": "de"}
    assert hyphenated_lines("Sitzung des Integrationsrats", width=14, **german) == 3
    assert hyphenated_lines("Sitzung des Integrationsrats", width=60, **german) == 1
    assert hyphenated_lines("Mond-Neujahr", width=9, **german) == 2  # after the hyphen that is there
    assert hyphenated_lines("Integrationsrat", width=4, **german) is None
    turkish = {"size": 2.3, "face": MEDIUM, "language": "tr"}  # WeasyPrint has no Turkish hyphens
    assert hyphenated_lines("Entegrasyon", width=9, **turkish) is None


def test_on_a_planner_much_text_is_written_into_an_empty_day_below_and_only_there():
    title = "Weltflüchtlingstag mit Sommerfest der Vereine"
    entries = [CalendarEntry(DAY(2027, 6, day), title, "culture") for day in (7, 15, 16, 18)]
    plan = plan_wall(entries, year=2027, piece=PieceSheet(SHEETS["poster-a3"]), design="planner")
    june = {cell.day.day: cell for cell in plan.months[5].cells}
    assert june[7].room == pytest.approx(2 * june[7].height) and june[8].lent
    assert june[7].size > june[15].size
    assert june[15].room == june[15].height  # the 16th has a date of its own
    assert june[18].room == june[18].height and not june[19].lent  # a Saturday keeps its ground


def test_a_full_programme_is_set_smaller_and_nothing_is_lost():
    day = DAY(2027, 9, 25)
    few, many = (
        [
            (
                day,
                [
                    CalendarEntry(day, f"Veranstaltung {number}", "culture", time="18 Uhr", place="Rathaus")
                    for number in range(count)
                ],
            )
        ]
        for count in (6, 60)
    )
    piece = PieceSheet(SHEETS["flyer-6-zigzag"])
    loose, dense = (plan_leaflet(days, piece=piece, easy=False) for days in (few, many))
    assert dense.size < loose.size
    titles = [entry.title for panel in dense.inside for _day, entries, _on in panel.days for entry in entries]
    assert titles == [entry.title for entry in many[0][1]]
    assert [on for panel in dense.inside for _day, _entries, on in panel.days][0] is False
    assert any(on for panel in dense.inside for _day, _entries, on in panel.days)


def test_days_stay_whole_and_the_panels_are_filled_evenly():
    days = [
        (DAY(2027, 9, day), [CalendarEntry(DAY(2027, 9, day), f"Veranstaltung {number}", "culture") for number in range(count)])
        for day, count in ((24, 2), (25, 2), (26, 1), (27, 1), (28, 2), (29, 1))
    ]
    plan = plan_leaflet(days, piece=PieceSheet(SHEETS["flyer-6-zigzag"]), easy=False)
    assert [[day.day for day, _dates, _on in panel.days] for panel in plan.inside] == [[24, 25], [26, 27], [28, 29]]
    assert heading_size(plan, [("Donnerstag", "30. September")], easy=False) <= 1.35 * plan.size
    assert heading_size(plan, [("Donnerstag" * 3, "30. September")], easy=False) < plan.size


@pytest.mark.slow
def test_the_week_stands_at_a_glance_on_the_second_flap(home):
    calendar = make_calendar(home, **WEEK)
    rendition = render(calendar, medium=Medium.PRINT, product=product_of(calendar, "leaflet", sheet="flyer-8-parallel"))
    assert "Auf einen Blick" in rendition.content and rendition.content.count("glance-day") == 2


def test_the_folded_programme_has_two_sides_and_names_its_week(home):
    calendar = make_calendar(home, **WEEK)
    rendition = render(calendar, medium=Medium.PRINT, product=product_of(calendar, "leaflet", design="cards"))
    pdf = make_pdf(rendition)
    assert pdf.pages == 2 and pdf.problems == []
    assert "Woche der Vielfalt" in rendition.content.replace("<br>", " ").replace("\u00a0", " ")


def test_there_is_a_folded_programme_only_with_its_days(home):
    calendar = make_calendar(home)
    assert [product.key for product in calendar.products()] == ["wall", "list"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"programme_until": None}, "programme_until"),
        ({"programme_until": DAY(2027, 9, 1)}, "programme_until"),
        ({"programme_until": DAY(2027, 12, 1)}, "programme_until"),
        ({"programme_title": ""}, "programme_title"),
    ],
)
def test_a_programme_without_sense_is_refused(home, changes, field):
    calendar = make_calendar(home, **WEEK)
    for name, value in changes.items():
        setattr(calendar, name, value)
    with pytest.raises(ValidationError, match=field):
        calendar.clean()


def test_the_last_day_of_a_date_cannot_lie_before_the_first():
    from wagtail.blocks import StructBlockValidationError

    from cms.collateral.models.calendar import CalendarEntryBlock

    block = CalendarEntryBlock()
    value = block.to_python({"date": "2027-05-22", "end": "2027-05-20", "title": "Fest", "kind": "culture"})
    with pytest.raises(StructBlockValidationError):
        block.clean(value)


def test_a_date_that_began_last_year_stands_in_january():
    entry = CalendarEntry(DAY(2026, 12, 30), "Winterferien", "culture", end=DAY(2027, 1, 5))
    plan = plan_wall([entry], year=2027, piece=PieceSheet(SHEETS["poster-a2"]), design="months")
    assert plan.months[0].entries == (entry,)
