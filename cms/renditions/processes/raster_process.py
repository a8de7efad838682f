"""Pictures of the pages of a PDF, and where two PDFs differ. A confined process of its own, because PDFs may come from strangers.

Asked by raster.py only; the pictures go into the job's folder.
"""

from pathlib import Path

from .confined import serve

WIDTH, HEIGHT = 900, 1300  # px that a page picture fits into
SMALL = 220
MOST_PAGES = 250
MM = 25.4 / 72
CELL = 10  # px: differences are joined on a grid this fine
VISIBLE = 28  # of 255: less is the noise of smooth edges


def work(job: dict, _data: bytes) -> dict:
    try:
        return {"pages": draw(job)} if job["kind"] == "pages" else {"changes": compare(job)}
    except MemoryError:
        return {"error": "memory"}
    except Exception as error:  # whatever pdfium says about a broken file
        return {"error": f"{type(error).__name__}: {error}"[:300]}


def opened(path: str):
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    if len(document) > MOST_PAGES:
        raise ValueError(f"more than {MOST_PAGES} pages")
    return document


def picture(page):
    """The page as RGB picture that fits into WIDTH × HEIGHT."""
    scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
    return page.render(scale=scale).to_pil().convert("RGB")


def draw(job: dict) -> list[dict]:
    """1.jpg, 1-small.jpg … in the job's folder; returns the size of every page and where its trimmed area begins, in mm."""
    folder, pages = Path(job["folder"]), []
    for number, page in enumerate(opened(job["files"][0]), start=1):
        image = picture(page)
        image.save(folder / f"{number}.jpg", "JPEG", quality=84)
        small = image.copy()
        small.thumbnail((SMALL, SMALL))
        small.save(folder / f"{number}-small.jpg", "JPEG", quality=84)
        pages.append({"px": image.size, "mm": [page.get_width() * MM, page.get_height() * MM], "trim": trim_corner(page)})
    return pages


def trim_corner(page) -> list[float]:
    """Left and top edge of the trimmed page within what is shown, in mm."""
    left, _bottom, _right, top = page.get_trimbox()
    shown_left, _b, _r, shown_top = page.get_cropbox()
    return [max(0.0, left - shown_left) * MM, max(0.0, shown_top - top) * MM]


def compare(job: dict) -> list[dict]:
    """For every page of either file: the changed regions [x, y, width, height] in parts of the page."""
    old, new = (opened(path) for path in job["files"])
    changes = []
    for index in range(max(len(old), len(new))):
        if index >= len(old) or index >= len(new):
            changes.append({"page": index + 1, "regions": [[0, 0, 1, 1]], "only": "new" if index >= len(old) else "old"})
            continue
        foot = proof_line(new[index]) if job["proofs"] else 0
        found = regions(picture(old[index]), picture(new[index]), foot=foot)
        changes.append({"page": index + 1, "regions": found, "only": ""})
    return changes


def proof_line(page) -> float:
    """How much of the page's height, from below, the line with version and date takes (see overlays.py)."""
    width, height = page.get_width() * MM, page.get_height() * MM
    return (2 + 1.3 * max(2.4, (width * height) ** 0.5 / 90) + 2.4) / height


def regions(before, after, *, foot: float = 0) -> list[list[float]]:
    """Where two pictures differ; the lowest part `foot` of them is left out."""
    from PIL import ImageChops

    if before.size != after.size:
        return [[0, 0, 1, 1]]
    difference = ImageChops.difference(before, after).convert("L").point(lambda value: 255 if value > VISIBLE else 0)
    width, height = before.size
    difference.paste(0, (0, round(height * (1 - foot)), width, height))
    if difference.getbbox() is None:
        return []
    across, down = -(-width // CELL), -(-height // CELL)
    canvas = difference.crop((0, 0, across * CELL, down * CELL))
    cells = canvas.reduce(CELL).tobytes()
    changed = {(x, y) for y in range(down) for x in range(across) if cells[y * across + x] > 4}
    return [
        [x * CELL / width, y * CELL / height, min(1, w * CELL / width), min(1, h * CELL / height)]
        for x, y, w, h in joined(changed)
    ]


def joined(cells: set[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Neighbouring cells (up to two apart) as rectangles x, y, width, height in cells, from top to bottom."""
    found = []
    while cells:
        waiting = [cells.pop()]
        group = set(waiting)
        while waiting:
            x, y = waiting.pop()
            near = {(x + dx, y + dy) for dx in range(-2, 3) for dy in range(-2, 3)} & cells
            cells -= near
            group |= near
            waiting.extend(near)
        left, top = min(x for x, _y in group), min(y for _x, y in group)
        right, bottom = max(x for x, _y in group), max(y for _x, y in group)
        found.append((left, top, right - left + 1, bottom - top + 1))
    return sorted(found, key=lambda box: (box[1], box[0]))


if __name__ == "__main__":
    serve(work)
