"""PDFs as councils have them: well made, badly made, scanned, locked; and documents of the library made of them."""

from functools import lru_cache
from io import BytesIO

import pikepdf
from django.core.files.base import ContentFile
from PIL import Image

from cms.directory.models import DocumentVersion, LibraryDocument


@lru_cache(maxsize=32)
def pdf(*paragraphs: str, title: str = "Beschluss", language: str = "de", tagged: bool = True, face: str = "serif") -> bytes:
    """Each paragraph stands on a page of its own."""
    from weasyprint import HTML

    pages = "".join(f'<section style="break-after:page"><h2>Punkt</h2><p>{text}</p></section>' for text in paragraphs)
    head = f"<title>{title}</title>" if title else ""
    html = f'<html lang="{language}"><head>{head}</head><body style="font-family:{face}">{pages}</body></html>'
    return HTML(string=html).write_pdf(pdf_variant="pdf/ua-1" if tagged else None)


def untagged(*paragraphs: str) -> bytes:
    """As many programs save it: text, but nothing about it."""
    with pikepdf.open(BytesIO(pdf(*paragraphs))) as file:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata"):
            if key in file.Root:
                del file.Root[key]
        del file.docinfo["/Title"]
        return saved(file)


def scan() -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 560), "#eeeeee").save(out, "PDF")
    return out.getvalue()


def locked() -> bytes:
    with pikepdf.open(BytesIO(pdf("Geheim"))) as file:
        out = BytesIO()
        file.save(out, encryption=pikepdf.Encryption(user="nur-wir", owner="nur-wir"))
        return out.getvalue()


def saved(file: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def make_document(data: bytes | dict | None = None, **fields) -> LibraryDocument:
    """`data`: the German PDF, or PDFs by language; without one a small PDF that says the title."""
    fields = {"title": "Mehr Sprachkurse", "number": "IR 12/2026", "date": "2026-03-12"} | fields
    files = data if isinstance(data, dict) else {"de": data or pdf(fields["title"])}
    topics = fields.pop("topics", [])
    titles = fields.pop("titles", {})
    document = LibraryDocument(**fields)
    document.versions = [
        DocumentVersion(language=code, title=titles.get(code, ""), file=ContentFile(content, name="x.pdf"))
        for code, content in files.items()
    ]
    document.topics.set(topics)
    document.full_clean(exclude=["slug"])
    document.save()
    return document
