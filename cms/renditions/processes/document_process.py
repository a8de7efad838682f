"""What somebody else's PDF says and how accessible it is: its text page by page, tags, language, title, alternative texts.

A confined process of its own, asked by documents.py only, because such a file may be broken or hostile. Knows no Django.
"""

import re
import unicodedata
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary

from ..preflight.accessibility import elements_of
from ..preflight.limits import TooMuch
from ..preflight.structure import xmp_of
from .confined import serve

MOST_PAGES = 2000
MOST_TEXT = 400_000  # characters that are kept for the search
MOST_NAMES = 200  # entries of a name tree that are looked at
SCANNED = 8  # a page with fewer characters says nothing
PRESENTATION_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")  # ligatures, and Arabic letters as they are drawn
TURNED = re.compile("\u0627([\u0627\u0623\u0625\u0622])\u0644")  # pdfium turns the ligature of lam and alef round
CUT = re.compile(r"(?:\ufffe|(?<=\w)[-\u2010\u00ad])\r?\n(?!und\b|oder\b|bzw\b)(?=[^\W\d_A-ZÄÖÜ])")


def work(_job: dict, data: bytes) -> dict:
    try:
        return looked_at(data)
    except pikepdf.PasswordError:
        return {"refused": "encrypted"}
    except TooMuch:
        return {"refused": "large"}
    except MemoryError:
        return {"refused": "large"}
    except Exception:  # whatever two PDF libraries say about a broken file
        return {"refused": "damaged"}


def looked_at(data: bytes) -> dict:
    """Raises what the libraries raise, and TooMuch."""
    with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
        if len(pdf.pages) == 0:
            return {"refused": "damaged"}
        if len(pdf.pages) > MOST_PAGES:
            raise TooMuch("pages")
        root = pdf.Root
        tree, marked = root.get("/StructTreeRoot"), root.get("/MarkInfo")
        tagged = isinstance(tree, Dictionary) and isinstance(marked, Dictionary) and bool(marked.get("/Marked", False))
        figures, headings = counted(tree) if tagged else (0, 0)
        facts = {
            "tagged": tagged,
            "language": words(root.get("/Lang"))[:35],
            "title": title_of(pdf)[:300],
            "figures": figures,
            "headings": headings,
            "standard": b"pdfuaid" in xmp_of(pdf),
            "readable_aloud": bool(pdf.allow.accessibility),
            "active": is_active(root),
        }
    return facts | text_of(data)


def words(value) -> str:
    return " ".join(str(value or "").split())


def title_of(pdf: pikepdf.Pdf) -> str:
    """As the document information says it, else its XMP."""
    if said := words(pdf.docinfo.get("/Title")):
        return said
    try:
        return words(pdf.open_metadata().get("dc:title"))
    except Exception:  # broken XML
        return ""


def counted(tree: Dictionary) -> tuple[int, int]:
    """Pictures without an alternative text, and headings."""
    figures = headings = 0
    for kind, element, _page in elements_of(tree):
        if kind == "/Figure" and not (words(element.get("/Alt")) or words(element.get("/ActualText"))):
            figures += 1
        if kind in ("/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"):
            headings += 1
    return figures, headings


def is_active(root: Dictionary) -> bool:
    """Whether opening the file starts a script or a program."""
    names = root.get("/Names")
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        return True
    if isinstance(root.get("/AA"), Dictionary):
        return True
    action = root.get("/OpenAction")
    return (
        isinstance(action, Dictionary) and not isinstance(action, Array) and str(action.get("/S")) in ("/JavaScript", "/Launch")
    )


def text_of(data: bytes) -> dict:
    """The text of every page, in reading order, and how many pages have none."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    texts, left, empty = [], MOST_TEXT, 0
    for number in range(len(document)):
        page = document[number]
        text = plain(page.get_textpage().get_text_range())
        empty += len(text) < SCANNED
        texts.append(text[: max(0, left)])
        left -= len(text)
        page.close()
    return {"pages": texts, "empty_pages": empty}


def plain(text: str) -> str:
    """Words as they are typed: letters in their basic form, words that a line end has cut whole again."""
    text = TURNED.sub("\u0627\u0644\\1", text)
    text = CUT.sub("", PRESENTATION_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text))
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text.replace("\u00ad", "")).split())


if __name__ == "__main__":
    serve(work)
