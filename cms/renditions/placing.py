"""Ready-made advertisements in a page of ours: as a picture on screen, as they are (vectors, fonts, inks) in print.

Runs in the render process. A place is an element `data-field="ready-made-<pk>"` with its size, holding an img `ready-made:<pk>`.
"""

from io import BytesIO
from xml.etree.ElementTree import Element

import pikepdf

SCREEN_PPI = 150
MM = 25.4
POINTS = 72 / MM


def take_pictures_out(tree: Element) -> None:
    """For print, where the advertisement itself is laid into its place."""
    for parent in list(tree.iter()):
        for child in [child for child in parent if child.tag == "img" and (child.get("src") or "").startswith("ready-made:")]:
            parent.remove(child)


def picture_of(path: str) -> bytes:
    """The advertisement's trimmed first page as JPEG, for readers on screen."""
    import pypdfium2

    page = pypdfium2.PdfDocument(path)[0]
    left, bottom, right, top = page.get_trimbox()
    page.set_cropbox(left, bottom, right, top)
    out = BytesIO()
    page.render(scale=SCREEN_PPI / 72).to_pil().convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def place(pdf_bytes: bytes, *, ads: dict[str, str], places: dict[str, list[float]]) -> bytes:
    """Lay each advertisement (key → path of its PDF) into its place: page, x, y, width, height in mm from the trim's top left."""
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        for key, path in ads.items():
            if f"ready-made-{key}" not in places:
                continue
            number, x, y, width, height = places[f"ready-made-{key}"]
            page = pdf.pages[int(number) - 1]
            left, _bottom, _right, top = (float(value) for value in page.trimbox)
            x, y = left + x * POINTS, top - y * POINTS
            with pikepdf.open(path) as ad:
                page.add_overlay(ad.pages[0], pikepdf.Rectangle(x, y - height * POINTS, x + width * POINTS, y))
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()
