"""From WeasyPrint's PDF to the piece: what a purpose asks for beyond the layout. Runs in the render process."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ..placing import place
from ..sheet import Sheet
from . import archive
from .condition import PressCondition


class Unfinished(Exception):
    """It cannot be had; `code` and `details` are put into words by the web process."""

    def __init__(self, code: str, **details):
        super().__init__(code)
        self.code, self.details = code, details


@dataclass(frozen=True)
class Finish:
    """What the layout and the finishing have to know about a purpose."""

    variant: str | None  # WeasyPrint's pdf_variant
    css: str = ""
    rewritten: bool = False  # written anew here: only then compressed and given its identifier, both of which take long


def finish_of(job: dict) -> Finish:
    """How a job is laid out."""
    if job["condition"]:
        return Finish("pdf/x-4", rewritten=True)  # the press pass turns it into other variants
    if variant := archive.VARIANTS.get(job["purpose"]):
        return Finish(variant, css=archive.CSS, rewritten=True)
    return Finish("pdf/ua-1")


def finished(made: Path, *, job: dict, places: dict[str, list[float]]) -> bytes:
    """The piece; `places` say where ready-made advertisements are laid in for print. Raises Unfinished."""
    if job["output"] == "png":
        return picture(made, size=Sheet.of(job["sheet"]).px)
    if job["condition"]:
        ads = job["ready_made"]
        return _for_press(place(made.read_bytes(), ads=ads, places=places) if ads else made, job=job)
    if job["output"] == "preview":
        return made.read_bytes()
    if job["purpose"] in archive.VARIANTS:
        return archive.finish(made)
    if job["purpose"] == "proof":
        from ..overlays import mark_as_proof

        return mark_as_proof(made, static=Path(job["static"]), rtl=job["rtl"], html_lang=job["language"], **job["proof"])
    if job["purpose"] == "office" and job["arrangement"]:
        return _arranged(made, job=job)
    return made.read_bytes()


def _for_press(made: bytes | Path, *, job: dict) -> bytes:
    from ..press import make_press_ready
    from .flatten import Transparent

    condition = PressCondition.of(job["condition"])
    try:
        return make_press_ready(
            made, sheet=Sheet.of(job["sheet"]), condition=condition, stamp=job["stamp"], document=job["document"]
        )
    except Transparent as found:
        pages = ", ".join(map(str, found.pages))
        raise Unfinished("transparent", variant=condition.variant.upper(), pages=pages) from found


def _arranged(made: Path, *, job: dict) -> bytes:
    from .. import imposition
    from ..overlays import write_labels
    from ..press import saved

    if job["arrangement"] == "booklet":
        imposed = imposition.booklet(made, rtl=job["rtl"])
    elif job["arrangement"] == "tiles":
        imposed = imposition.tiles(made, words=job["words"])
    else:
        imposed = imposition.n_up(made)
    write_labels(imposed.pdf, imposed.labels, size=imposed.size, static=Path(job["static"]))
    return saved(imposed.pdf)


def picture(made: Path, *, size: tuple[int, int] | None) -> bytes:
    """The first page as PNG of exactly `size` px, drawn twice as large first, for clean edges."""
    import pypdfium2
    from PIL import Image

    if size is None:
        raise Unfinished("no-picture")
    page = pypdfium2.PdfDocument(made)[0]
    drawn = page.render(scale=2 * size[0] / page.get_width()).to_pil().convert("RGB")
    out = BytesIO()
    drawn.resize(size, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()
