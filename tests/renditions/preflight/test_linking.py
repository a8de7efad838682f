"""Findings of file and layout become one list, each linked to the block that causes it."""

from cms.renditions.preflight.findings import Finding, Severity, blocking, sorted_findings
from cms.renditions.preflight.linking import findings_of, link

PLACES = {"aaa": [1, 10.0, 10.0, 80.0, 200.0], "bbb": [1, 20.0, 50.0, 40.0, 30.0], "ccc": [2, 20.0, 50.0, 40.0, 30.0]}


def test_a_finding_belongs_to_the_smallest_block_around_it():
    finding = Finding("picture-coarse", Severity.ERROR, 1, (20, 50, 40, 30), {"found": 90})
    linked = link(finding, places=PLACES, names={"bbb": (7, "Ljudmyla")})
    assert (linked.block, linked.owner, linked.details["name"]) == ("bbb", 7, "Ljudmyla")


def test_a_finding_on_another_page_or_outside_of_every_block_belongs_to_none():
    assert link(Finding("rgb", page=3, rect=(20, 50, 40, 30)), places=PLACES, names={}).block == ""
    assert link(Finding("rgb", page=1, rect=(150, 250, 20, 20)), places=PLACES, names={}).block == ""
    assert link(Finding("intent-missing"), places=PLACES, names={}).block == ""


def test_what_does_not_fit_says_how_much_to_cut():
    fits = [
        {
            "name": "title",
            "page": 1,
            "rect": [1, 2, 3, 4],
            "lines_over": 17,
            "characters_over": 814,
            "over": True,
            "block": "aaa",
        },
        {"name": "back", "page": 1, "rect": [1, 2, 3, 4], "lines_over": 0, "characters_over": 0, "over": False, "block": ""},
        {"name": "flap", "page": 2, "rect": [1, 2, 3, 4], "lines_over": 0, "characters_over": 0, "mm_over": 4.2, "over": True},
    ]
    lines, wide = findings_of([], fits=fits)
    assert (lines.code, lines.details["lines"], lines.details["letters"], lines.block) == ("overset", 17, 850, "aaa")
    assert (wide.code, wide.details["found"], wide.page) == ("overset-wide", 4.2, 2)


def test_notices_of_the_layout_become_findings_once():
    problems = [
        "pages-not-multiple-of-four",
        "Failed to load image at 'media:3/x.jpg'",
        "Font-face 'Rubik' cannot be loaded",
        "Ignored `foo: bar` at 1:1",
    ]
    codes = {finding.code for finding in findings_of([], problems=problems)}
    assert codes == {"page-multiple", "picture-not-loaded", "font-not-loaded"}
    known = [Finding("page-multiple", details={"count": 6, "multiple": 4})]
    assert [finding.code for finding in findings_of(known, problems=problems[:1])] == ["page-multiple"]


def test_findings_survive_their_way_through_json():
    finding = Finding("bleed", Severity.WARNING, 3, (1.04, 2, 3, 4), {"found": 1.5}, "aaa", 9)
    assert Finding.of(finding.data()) == finding
    assert Finding.of(finding.data()).key == finding.key


def test_the_worst_comes_first_and_nothing_twice():
    info, warning, error = (Finding(str(level), level) for level in (Severity.INFO, Severity.WARNING, Severity.ERROR))
    assert sorted_findings([info, warning, error, warning]) == [error, warning, info]
    assert blocking([info, warning, error]) == [error]
