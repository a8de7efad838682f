"""Every finding has a sentence, in German too, and every code that is used has one."""

import re
import string
from pathlib import Path

import pytest
from django.utils import translation

from cms.renditions.preflight import sentences
from cms.renditions.preflight.findings import Finding, Severity
from cms.renditions.preflight.wording import GROUPS, group_label, group_of, sentence

ROOM = Path(sentences.__file__).parent
USED = re.compile(r"(?:add|add_marks|Finding)\(\s*\"([a-z]+(?:-[a-z]+)*)\"")


def texts(code: str) -> tuple[str, ...]:
    text = sentences.SENTENCES[code]
    return text if isinstance(text, tuple) else (text,)


def test_every_code_in_use_has_a_sentence():
    used = {code for file in ROOM.glob("*.py") for code in USED.findall(file.read_text())}
    assert len(used) > 60
    assert used - {"content"} <= set(sentences.SENTENCES)


@pytest.mark.parametrize("code", sentences.SENTENCES)
def test_every_sentence_is_german_in_german_with_the_same_details(code):
    for text in texts(code):
        with translation.override("de"):
            german = translation.gettext(text)
        assert german != text
        wanted = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
        assert {name for _text, name, _spec, _conversion in string.Formatter().parse(german) if name} == wanted


def test_a_sentence_in_german():
    details = {"found": 142, "width": 80, "height": 60, "wanted": 270, "name": "Ljudmyla"}
    with translation.override("de"):
        text = sentence(Finding("picture-coarse", Severity.ERROR, details=details))
        assert text.startswith("Das Bild „Ljudmyla“ hat an dieser Stelle nur 142 ppi (80 × 60 mm). Nehmen Sie ein größeres")
        assert "1,5 mm" in sentence(Finding("bleed", details={"found": 1.5, "wanted": 3.0}))
        assert sentence(Finding("rgb", details={"what": "type"})).startswith(
            "Bildschirmfarben (RGB) sind verwendet für: Schrift."
        )


def test_an_old_or_unknown_finding_is_still_told():
    assert "–" in sentence(Finding("bleed"))
    assert "was-there-once" in sentence(Finding("was-there-once"))
    assert group_of(Finding("was-there-once")) in GROUPS
    assert group_label(Finding("rgb"))
