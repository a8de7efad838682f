"""The press pass: what WeasyPrint leaves to do before a PDF/X may go to a printer (ISO 15930-7, -4, -6).

Exact boxes, the registry's name for the printing condition, no annotations, everything in ink within its limit, black text
overprints, marks if wanted, and the same bytes for the same content. The steps are modules of their own.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from .ink import marks
from .ink.condition import PressCondition
from .ink.flatten import flatten
from .ink.inks import Inks
from .ink.leftovers import Leftovers
from .ink.overprint import Overprint
from .ink.spaces import resolve
from .ink.xmp import PDF_VERSIONS, describe
from .sheet import Sheet

POINTS = 72 / 25.4
REGISTRY = "http://www.color.org"
NOT_FOR_PRESS = ("/OpenAction", "/AA", "/AcroForm", "/StructTreeRoot", "/MarkInfo", "/PageMode", "/Perms")


def make_press_ready(
    made: bytes | Path, *, sheet: Sheet, condition: PressCondition, stamp: str = "", document: str = ""
) -> bytes:
    """A PDF/X with every colour in ink. `sheet` gives the trim, `condition` the rest, `stamp` the date, `document` its name.

    Raises flatten.Transparent if the variant allows no transparency and some shows.
    """
    with opened(made) as pdf:
        _strip(pdf)
        _name_condition(pdf, condition=condition)
        bleed = condition.bleed_of(sheet)
        for page in pdf.pages:
            _set_boxes(page, sheet=sheet, bleed=bleed, room=marks.room(bleed) if condition.marks else bleed)
        then = Overprint(pdf) if condition.black_overprint else _as_it_is
        Leftovers(pdf, inks=Inks(condition), then=then).convert()
        if condition.variant != "pdf/x-4":
            flatten(pdf)
        if condition.marks:
            marks.draw(pdf, sheet=sheet, bleed=bleed)
        pdf.remove_unreferenced_resources()
        describe(pdf, variant=condition.variant, stamp=stamp, document=document)
        return saved(pdf, version=PDF_VERSIONS[condition.variant])


def opened(made: bytes | Path) -> pikepdf.Pdf:
    """A file of ours, read piece by piece from the disk if it lies there: an edition full of photos is large."""
    return pikepdf.open(BytesIO(made) if isinstance(made, bytes) else made)


def saved(pdf: pikepdf.Pdf, *, version: str = "") -> bytes:
    """The bytes of a file, with an identifier that comes from its content. `version` 1.4 … is set exactly."""
    streams = pikepdf.ObjectStreamMode.disable if version else pikepdf.ObjectStreamMode.generate
    with TemporaryFile() as out:
        pdf.save(out, object_stream_mode=streams, deterministic_id=True, force_version=version, fix_metadata_version=False)
        out.seek(0)
        return out.read()


def _as_it_is(instructions, _resources) -> Iterator:
    yield from instructions


def _strip(pdf: pikepdf.Pdf) -> None:
    """What has no place on a plate: links, forms, actions, tags, attachments."""
    for page in pdf.pages:
        for key in ("/Annots", "/AA", "/StructParents", "/Tabs"):
            if key in page:
                del page[key]
    for key in NOT_FOR_PRESS:
        if key in pdf.Root:
            del pdf.Root[key]
    names = pdf.Root.get("/Names")
    for key in ("/EmbeddedFiles", "/JavaScript"):
        if isinstance(names, Dictionary) and key in names:
            del names[key]


def _name_condition(pdf: pikepdf.Pdf, *, condition: PressCondition) -> None:
    intent = pdf.Root.OutputIntents[0]
    intent.S = Name.GTS_PDFX
    intent.OutputConditionIdentifier = String(condition.identifier)
    intent.OutputCondition = String(condition.name)
    intent.Info = String(condition.name)
    intent.RegistryName = String(REGISTRY)


def _set_boxes(page: pikepdf.Page, *, sheet: Sheet, bleed: float, room: float) -> None:
    """Trim from the sheet, bleed around it, and `room` (mm) of paper around that for marks."""
    left, bottom = (float(value) for value in list(page.TrimBox)[:2])
    right, top = left + sheet.width * POINTS, bottom + sheet.height * POINTS
    page.TrimBox = Array([round(value, 4) for value in (left, bottom, right, top)])
    page.BleedBox, page.MediaBox = (
        Array([round(value, 4) for value in (left - add, bottom - add, right + add, top + add)])
        for add in (bleed * POINTS, room * POINTS)
    )
    for key in ("/CropBox", "/ArtBox"):
        if key in page:
            del page[key]


def embedded_rgb(pdf: pikepdf.Pdf) -> list[str]:
    """Where RGB is left, as readable places; empty for a press-ready file. Tests and preflight ask this."""
    found = []
    for number, page in enumerate(pdf.pages, 1):
        found += [f"page {number}: {place}" for place in _rgb_in(page, page.resources)]
    for item in pdf.objects:
        if isinstance(item, Dictionary | pikepdf.Stream) and "/ShadingType" in item and resolve(item.ColorSpace).needs_ink:
            found.append(f"gradient {item.objgen}")
        if not isinstance(item, pikepdf.Stream):
            continue
        if item.get("/Subtype") == Name.Image and "/ColorSpace" in item:
            space = resolve(item.ColorSpace)
            if space.needs_ink or (space.base and space.base.needs_ink):
                found.append(f"image {item.objgen}")
        elif item.get("/Subtype") == Name.Form or item.get("/PatternType") == 1:
            found += [f"form {item.objgen}: {place}" for place in _rgb_in(item, item.get("/Resources"))]
    return found


def _rgb_in(stream, resources) -> list[str]:
    found = []
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator in ("rg", "RG") or operator in ("cs", "CS") and resolve(instruction.operands[0], resources).needs_ink:
            found.append(operator)
    return found
