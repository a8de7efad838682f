"""Words laid over finished pages: the watermark of a proof, the names of sheets to glue. In our own typefaces."""

from html import escape
from io import BytesIO
from pathlib import Path

import pikepdf

from .imposition import Label
from .press import opened, saved

POINTS = 72 / 25.4
STYLE = """
@page {{ size: {width:.3f}mm {height:.3f}mm; margin: 0 }}
html {{ font-family: Rubik, "Noto Naskh Arabic"; font-weight: 600; color: #1c1b1f }}
body {{ margin: 0 }}
section {{ position: relative; width: {width:.3f}mm; height: {height:.3f}mm; overflow: hidden; break-after: page }}
section:last-child {{ break-after: auto }}
.label {{ position: absolute; line-height: 1; white-space: nowrap; height: 6mm; margin-top: -3mm;
  padding-top: 1.4mm; box-sizing: border-box }}
.centred {{ width: 160mm; margin-left: -80mm; text-align: center }}
.centred span {{ background: #ffffff; padding: 1mm 2mm }}
.word {{ position: absolute; left: -50%; width: 200%; top: 42%; text-align: center; font-weight: 800;
  font-size: {word:.2f}mm; line-height: 1; color: rgba(200, 50, 31, .16); transform: rotate({angle:.2f}deg) }}
.line {{ position: absolute; left: 0; right: 0; bottom: 2mm; text-align: center; font-size: {small:.2f}mm; line-height: 1.3 }}
.line span {{ background: #ffffff; color: #c8321f; border: .25mm solid #c8321f; padding: .6mm 2mm }}
"""


def write_labels(pdf: pikepdf.Pdf, labels: list[Label], *, size: tuple[float, float], static: Path) -> None:
    """Put labels on the sheets they belong to."""
    if not labels:
        return
    sections = [""] * len(pdf.pages)
    for label in labels:
        kind = "label centred" if label.centred else "label"
        place = f"left:{label.x:.2f}mm;top:{label.y:.2f}mm;font-size:{label.size}pt"
        sections[label.page] += f'<div class="{kind}" style="{place}"><span>{escape(label.text)}</span></div>'
    _lay_over(pdf, sections, size=size, static=static)


def mark_as_proof(made: bytes | Path, *, word: str, line: str, html_lang: str, rtl: bool, static: Path) -> bytes:
    """The PDF with `word` across each page and `line` at its foot; {page} and {pages} in it are filled in."""
    with opened(made) as pdf:
        sizes = {tuple(round(float(value) / POINTS, 2) for value in list(page.MediaBox)[2:]) for page in pdf.pages}
        size = max(sizes)
        count = len(pdf.pages)
        sections = []
        for number in range(1, count + 1):
            said = escape(line.replace("{page}", str(number)).replace("{pages}", str(count)))
            sections.append(f'<div class="word">{escape(word)}</div><div class="line"><span>{said}</span></div>')
        _lay_over(pdf, sections, size=size, static=static, word=word, lang=html_lang, rtl=rtl)
        return saved(pdf)


def _lay_over(
    pdf: pikepdf.Pdf,
    sections: list[str],
    *,
    size: tuple[float, float],
    static: Path,
    word: str = "",
    lang: str = "de",
    rtl: bool = False,
) -> None:
    from weasyprint import HTML

    from .processes.fetcher import ClosedFetcher

    width, height = size
    diagonal = (width**2 + height**2) ** 0.5
    style = STYLE.format(
        width=width,
        height=height,
        word=min(diagonal * 0.78 / max(4, len(word)) / 0.62, diagonal * 0.13),
        angle=-45 if height > width else -30,
        small=max(2.4, (width * height) ** 0.5 / 90),
    )
    body = "".join(f"<section>{section}</section>" for section in sections)
    html = (
        f'<html lang="{escape(lang)}" dir="{"rtl" if rtl else "ltr"}"><meta charset="utf-8">'
        f'<link rel="stylesheet" href="static:css/print/fonts.css"><style>{style}</style><body>{body}</body></html>'
    )
    fetcher = ClosedFetcher(pictures={}, static=static, condition=None)
    with pikepdf.open(BytesIO(HTML(string=html, url_fetcher=fetcher).write_pdf())) as over:
        for page, layer in zip(pdf.pages, over.pages, strict=True):
            page.add_overlay(layer, pikepdf.Rectangle(page.MediaBox))
