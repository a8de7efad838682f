"""PDFs as advertisers upload them: what preflight says about each program's usual output."""

from pathlib import Path

import pytest

from cms.renditions.formats import ad_sheet
from cms.renditions.preflight.checker import check_pdf

SAMPLES = Path(__file__).parent / "samples"
AD = ad_sheet("ad:bote:2x120", width=92, height=120)
NO_X = {"intent-missing", "standard-missing", "trapped-missing", "trim-missing", "rgb"}  # no program makes PDF/X by itself


@pytest.mark.parametrize(
    ("name", "besides"),
    [
        ("chromium", {"id-missing", "annotation"}),
        ("ghostscript", {"version", "title-missing", "font-missing", "line-thin"}),
        ("inkscape", {"id-missing", "dates-missing", "title-missing", "blend-space", "line-thin"}),
        ("libreoffice", {"dates-missing", "one-page-only", "page-empty"}),
    ],
)
def test_what_is_wrong_with_a_usual_export(name, besides):
    findings = check_pdf((SAMPLES / f"{name}.pdf").read_bytes(), sheet=AD)
    assert {finding.code for finding in findings} == NO_X | besides


def test_the_same_file_is_fine_for_reading_apart_from_its_accessibility():
    findings = check_pdf((SAMPLES / "chromium.pdf").read_bytes(), sheet=AD, purpose="screen")
    assert {finding.code for finding in findings} == {"standard-missing"}
