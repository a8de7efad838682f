"""How accessible a PDF is, in one of three states, and what to do about it, in plain words for people who write with Word."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.core.lamps import Lamp

LONG = 3  # pages from which readers need headings


class Accessibility(models.TextChoices):
    GOOD = "good", gettext_lazy("accessible")
    GAPS = "gaps", gettext_lazy("not fully accessible")
    SCAN = "scan", gettext_lazy("picture only, no text")


LAMPS = {Accessibility.GOOD: Lamp.OK, Accessibility.GAPS: Lamp.OLD, Accessibility.SCAN: Lamp.NO}


def state_of(facts: dict, *, language: str) -> Accessibility:
    """`facts` as checking.py keeps them; `language` is the version's."""
    if facts["empty_pages"] >= facts["page_count"]:
        return Accessibility.SCAN
    return Accessibility.GAPS if advice(facts, language=language) else Accessibility.GOOD


def advice(facts: dict, *, language: str) -> list[str]:
    """What to do, the most important first, in the active language; empty if nothing is missing."""
    if facts["empty_pages"] >= facts["page_count"]:
        return [
            _(
                "No text was found: the pages are pictures (a scan). It is not found by the search and cannot be read aloud. "
                "Upload the PDF that the original program saved, or let a text recognition (OCR) run over the scan."
            )
        ]
    return [*about_text(facts), *about_structure(facts), *about_naming(facts, language=language)]


def about_text(facts: dict) -> list[str]:
    found = []
    if facts["empty_pages"]:
        text = ngettext(
            "%(count)s page has no text, perhaps a scan or only a picture: it is not found and cannot be read aloud.",
            "%(count)s pages have no text, perhaps scans or only pictures: they are not found and cannot be read aloud.",
            facts["empty_pages"],
        )
        found.append(text % {"count": facts["empty_pages"]})
    if not facts["readable_aloud"]:
        found.append(_("The file locks screen readers out. Save it again without restrictions on copying."))
    if facts["active"]:
        found.append(_("Opening the file starts a script. Save it again as a plain PDF."))
    return found


def about_structure(facts: dict) -> list[str]:
    found = []
    if not facts["tagged"]:
        found.append(
            _(
                "It has no tags, so that a screen reader does not know what is a heading, a list or a table. In Word: "
                "File → Save as → PDF → Options → “Document structure tags for accessibility”. In LibreOffice: "
                "File → Export as → Export as PDF → “Universal accessibility (PDF/UA)”."
            )
        )
    if facts["figures"]:
        text = ngettext(
            "%(count)s picture has no alternative text. In Word: right-click on it → “Edit alt text”.",
            "%(count)s pictures have no alternative text. In Word: right-click on each → “Edit alt text”.",
            facts["figures"],
        )
        found.append(text % {"count": facts["figures"]})
    if facts["tagged"] and not facts["headings"] and facts["page_count"] > LONG:
        found.append(_("There are no headings to jump to. Use the styles “Heading 1”, “Heading 2” instead of large bold type."))
    return found


def about_naming(facts: dict, *, language: str) -> list[str]:
    found, code = [], facts["language"].lower()
    names = {code.split("-")[0]: name for code, name in reversed(settings.LANGUAGES)}
    wanted = language.split("-")[0]
    if not code:
        found.append(_("The file does not say its language, so that it is read aloud wrongly. In Word: Review → Language."))
    elif code.split("-")[0] != wanted:
        text = _("The file says that it is in “%(found)s”, but it stands here as %(wanted)s. Set the language and save it again.")
        found.append(text % {"found": facts["language"], "wanted": names.get(wanted, wanted)})
    if not facts["title"]:
        found.append(_("The file has no title. In Word: File → Info → Title; then save it again as PDF."))
    return found
