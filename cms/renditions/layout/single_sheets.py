"""A single article, page or list on sheets of its own: smaller picture and closer lines where that spares the last sheet.

Runs in the render process.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from weasyprint import Document

from .measure import add_class, find

KINDS = ("single", "dates-list")  # classes of what may be set closer, see single.css and calendar-list.css
SPARING = ("--picture:66mm", "--picture:52mm", "--picture:52mm;--close:.955")  # the gentlest first


def spare_a_sheet(root: Element, document: Document, render: Callable[[], Document]) -> Document:
    """The document on one sheet less if any of SPARING achieves that, otherwise as it was."""
    single = next((found for kind in KINDS if (found := find(root, kind)) is not None), None)
    if single is None or len(document.pages) == 1:
        return document

    usual = single.get("class")

    def trial(style: str) -> Document | None:
        single.set("style", style)
        shorter = render()
        return shorter if len(shorter.pages) < len(document.pages) else None

    add_class(single, "spared")
    if (tightest := trial(SPARING[-1])) is None:
        del single.attrib["style"]
        single.set("class", usual)
        return document
    for style in SPARING[:-1]:
        if gentler := trial(style):
            return gentler
    single.set("style", SPARING[-1])
    return tightest
