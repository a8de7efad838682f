"""Pictures of a PDF's pages, trimmed, for showing where findings are. Runs in the preflight process."""

import base64
from io import BytesIO

MOST_PAGES = 64
QUALITY = 80


def page_pictures(data: bytes, *, width_px: int) -> list[dict]:
    """JPEG (base64 `data`), `width` and `height` in px, and the trim's `mm` (width, height) of each page. Empty if unreadable."""
    import pypdfium2

    pictures = []
    try:
        document = pypdfium2.PdfDocument(data)
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            page.set_cropbox(*page.get_trimbox())
            bitmap = page.render(scale=width_px / max(page.get_width(), 1), may_draw_forms=False)
            out = BytesIO()
            picture = bitmap.to_pil().convert("RGB")
            picture.save(out, "JPEG", quality=QUALITY)
            size = [round(value / 72 * 25.4, 2) for value in (page.get_width(), page.get_height())]
            encoded = base64.b64encode(out.getvalue()).decode()
            pictures.append({"data": encoded, "width": picture.width, "height": picture.height, "mm": size})
        document.close()
    except (RuntimeError, ValueError, OSError, MemoryError):
        return pictures
    return pictures
