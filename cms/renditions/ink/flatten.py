"""PDF/X-3 and PDF/X-1a know no transparency (ISO 15930-4, -6): what can be had without is, the rest is refused by page.

Groups in which nothing is transparent paint the same without being groups; a picture's soft edge becomes a sharp one at its
own resolution. Tints and shadows that let something shine through cannot be had.
"""

import pikepdf
from pikepdf import Dictionary, Name, Stream
from PIL import Image


class Transparent(Exception):
    """Something shines through; `pages` says where."""

    def __init__(self, pages: list[int]):
        super().__init__(", ".join(map(str, pages)))
        self.pages = pages


def flatten(pdf: pikepdf.Pdf) -> None:
    """Take transparency out of the file. Raises Transparent where it shows."""
    pages = [number for number, page in enumerate(pdf.pages, 1) if _shows(page.resources, seen=set())]
    if pages:
        raise Transparent(pages)
    for item in pdf.objects:
        if not isinstance(item, Dictionary | Stream):
            continue
        group = item.get("/Group")
        if isinstance(group, Dictionary) and group.get("/S") == Name.Transparency:
            del item["/Group"]
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Image and "/SMask" in item:
            item.Mask = _stencil(item.SMask, pdf=pdf)
            del item["/SMask"]


def _shows(resources, *, seen: set) -> bool:
    """Whether a page's or a form's resources hold a state that lets something through."""
    if not isinstance(resources, Dictionary):
        return False
    for state in _dictionaries(resources, "/ExtGState"):
        mask = state.get("/SMask", Name("/None"))
        alpha = min(float(state.get("/ca", 1)), float(state.get("/CA", 1)))
        blend = str(state.get("/BM", "/Normal"))
        if alpha < 0.999 or mask != Name("/None") or blend not in ("/Normal", "/Compatible"):
            return True
    for item in [*_dictionaries(resources, "/XObject"), *_dictionaries(resources, "/Pattern")]:
        if item.objgen in seen:
            continue
        seen.add(item.objgen)
        if _shows(item.get("/Resources"), seen=seen):
            return True
    return False


def _dictionaries(resources: Dictionary, kind: str) -> list:
    found = resources.get(kind)
    return [value for value in found.values() if isinstance(value, Dictionary | Stream)] if isinstance(found, Dictionary) else []


def _stencil(mask: Stream, *, pdf: pikepdf.Pdf) -> Stream:
    """A soft mask as a stencil of one bit, twice as fine: painted is what was at least half there."""
    soft = pikepdf.PdfImage(mask).as_pil_image().convert("L")
    fine = soft.resize((soft.width * 2, soft.height * 2), Image.Resampling.BICUBIC)
    hard = fine.point([255] * 128 + [0] * 128).convert("1", dither=Image.Dither.NONE)  # 1 is masked out
    return pdf.make_stream(
        hard.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=hard.width,
        Height=hard.height,
        ImageMask=True,
        BitsPerComponent=1,
    )
