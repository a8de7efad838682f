"""What a print shop, a reader and the law ask of a piece, and which finding answers it. Nothing asked is without an answer."""

from pathlib import Path

import pytest
from django.conf import settings

from cms.renditions.preflight.sentences import SENTENCES

ROOT = Path(settings.BASE_DIR)
ASKED = {
    # structure
    "no password": ["encrypted"],
    "no scripts, actions, forms, PostScript, transfer curves": ["script", "action", "form-field", "postscript", "transfer"],
    "everything is in the file": ["external", "attachment", "font-missing"],
    "whole and of a size that can be checked": ["damaged", "too-much", "no-pages"],
    "no links or comments on the printed area": ["annotation"],
    "no layers": ["layers"],
    "version and name of the standard": ["version", "standard-missing", "standard-other"],
    "identifier, trapping, dates, title": ["id-missing", "trapped-missing", "dates-missing", "title-missing"],
    # geometry
    "trimmed size on every page": ["trim-missing", "trim-size", "boxes"],
    "bleed, and things that reach into it": ["bleed", "short-of-bleed", "marks-in-bleed"],
    "type away from edge, spine and folds": ["text-cut", "text-near-edge", "text-near-spine", "text-over-fold"],
    "number and order of pages": ["page-multiple", "one-page-only", "page-empty", "page-order"],
    "upright and at real size": ["rotated", "user-unit"],
    # colour
    "a printing condition, and the printer's": ["intent-missing", "intent-damaged", "intent-no-ink", "intent-other"],
    "no light among the inks": ["rgb", "light-device-independent", "profile-damaged", "blend-space"],
    "spot and registration colours": ["spot-colour", "registration-colour"],
    "ink within its limit": ["ink", "ink-unmeasured"],
    "black and white as they should be": ["black-rich", "black-knocks-out", "white-overprints"],
    "tints that are seen": ["tint-pale"],
    "gradients that are drawn": ["gradient-broken", "gradient-mesh"],
    "transparency only where the standard knows it": ["transparency"],
    # pictures
    "enough pixels, not too many, not stretched": [
        "picture-coarse",
        "picture-soft",
        "picture-waste",
        "picture-huge",
        "picture-stretched",
        "line-art-coarse",
    ],
    "whole, well kept, in ink": [
        "picture-damaged",
        "picture-artefacts",
        "picture-not-loaded",
        "picture-rgb",
        "picture-light",
        "picture-alpha",
    ],
    # type and lines
    "letters of the designed faces": ["glyph-missing", "font-foreign", "font-not-loaded"],
    "type and lines that can be printed": ["type-small", "type-small-white", "type-light-white", "line-thin", "line-thin-white"],
    "even setting": ["rivers", "hyphen-ladder"],
    "text that fits": ["overset", "overset-wide"],
    "QR codes that telephones read": ["qr-small", "qr-quiet", "qr-pale"],
    # accessibility
    "language, structure, headings, tables": [
        "language-missing",
        "untagged",
        "heading-jump",
        "headings-missing",
        "table-headless",
        "bookmarks-missing",
    ],
    "descriptions and links that speak": ["alt-missing", "link-text", "description-missing"],
    "contrast": ["contrast"],
    "reading order": ["reading-order"],
    # content
    "rights of pictures and persons": [
        "credit-missing",
        "credit-unprinted",
        "release-missing",
        "release-withdrawn",
        "release-expired",
        "release-medium",
        "release-nobody",
        "release-left-out",
    ],
    "no placeholders, nothing untranslated": ["placeholder", "untranslated", "same-as-source", "translation-outdated"],
    "legal notice": ["legal-responsible", "legal-publisher", "legal-printer", "legal-unprinted"],
    "QR codes that lead somewhere": ["qr-unknown", "qr-unpublished", "qr-invalid"],
    "events to come": ["event-past", "event-no-date"],
}
ANSWERS = sorted({code for codes in ASKED.values() for code in codes})


def test_everything_asked_has_a_sentence_and_every_sentence_was_asked_for():
    assert set(ANSWERS) == set(SENTENCES)


@pytest.fixture(scope="module")
def code_of_the_house() -> str:
    rooms = [folder for folder in (ROOT / "cms").rglob("*.py") if folder.name != "sentences.py"]
    return "\n".join(path.read_text() for path in rooms)


@pytest.fixture(scope="module")
def tests_of_the_house() -> str:
    return "\n".join(path.read_text() for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))


@pytest.mark.parametrize("code", ANSWERS)
def test_every_finding_is_made_somewhere_and_proven_somewhere(code, code_of_the_house, tests_of_the_house):
    assert f'"{code}"' in code_of_the_house
    assert f'"{code}"' in tests_of_the_house
