"""Joining PDFs that the render process made in parts, and taking one apart. Tags and links are lost: for paper only."""

from io import BytesIO


def join_pdfs(parts: list[bytes], *, even: bool = False) -> bytes:
    """One PDF of all pages in order, with the output intent and metadata of the first part.

    With `even`, every part begins on a new sheet of paper: a blank page is added to parts with an odd number.
    """
    import pikepdf

    with pikepdf.open(BytesIO(parts[0])) as joined:
        _pad(joined, wanted=even)
        for part in parts[1:]:
            with pikepdf.open(BytesIO(part)) as other:
                _pad(other, wanted=even)
                joined.pages.extend(other.pages)
        if "/StructTreeRoot" in joined.Root:
            del joined.Root.StructTreeRoot
            joined.Root.MarkInfo = pikepdf.Dictionary(Marked=False)
        out = BytesIO()
        joined.save(out, deterministic_id=True)
    return out.getvalue()


def single_pages(data: bytes) -> list[bytes]:
    """Each page of a press PDF as a PDF/X of its own, with the same printing condition."""
    import pikepdf

    from .press import saved

    singles = []
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
    for wanted in range(count):
        with pikepdf.open(BytesIO(data)) as pdf:
            for number in reversed(range(count)):
                if number != wanted:
                    del pdf.pages[number]
            for key in ("/Outlines", "/PageLabels", "/Names", "/Dests"):  # they know the other pages
                if key in pdf.Root:
                    del pdf.Root[key]
            singles.append(saved(pdf, version=pdf.pdf_version))
    return singles


def _pad(pdf, *, wanted: bool) -> None:
    if wanted and len(pdf.pages) % 2:
        box = pdf.pages[-1].mediabox
        pdf.add_blank_page(page_size=(float(box[2] - box[0]), float(box[3] - box[1])))
        last = pdf.pages[-1]
        for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
            if name in pdf.pages[0].obj:
                last.obj[name] = pdf.pages[0].obj[name]
