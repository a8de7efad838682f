"""Accessibility of the PDF for readers: language, title, structure, alternative texts, link texts (ISO 14289-1)."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary

from .findings import Severity
from .job import Job
from .limits import DEPTH, TooMuch
from .structure import xmp_of

EMPTY_WORDS = {"hier", "here", "mehr", "more", "link", "klick", "click here", "klicken sie hier", "weiter", "pdf"}
MOST_ELEMENTS = 300_000
LONG = 8  # pages from which readers want bookmarks
HEADING = re.compile(r"^/H([1-6])$")


def check_accessibility(job: Job) -> None:
    if not (job.purpose == "screen" or job.for_archive):
        return
    root = job.pdf.Root
    if not str(root.get("/Lang", "")).strip():
        job.add("language-missing")
    if not str(job.pdf.docinfo.get("/Title", "")).strip():
        job.add("title-missing")
    if job.purpose == "screen" and b"pdfuaid" not in xmp_of(job.pdf):
        job.add("standard-missing", Severity.WARNING, wanted="PDF/UA-1")
    if job.for_archive and b"pdfaid" not in xmp_of(job.pdf):
        job.add("standard-missing", wanted="PDF/A")
    if len(job.pages) >= LONG and "/Outlines" not in root:
        job.add("bookmarks-missing", Severity.WARNING)
    tree = root.get("/StructTreeRoot")
    info = root.get("/MarkInfo")
    if not isinstance(tree, Dictionary) or not isinstance(info, Dictionary) or not info.get("/Marked", False):
        job.add("untagged")
    else:
        _check_tree(job, tree)
    _check_links(job)


def elements_of(tree: Dictionary) -> Iterator[tuple[str, Dictionary, int | None]]:
    """Every structure element in reading order: its standard type, itself, its page's number in the file."""
    roles = tree.get("/RoleMap") if isinstance(tree.get("/RoleMap"), Dictionary) else {}
    seen: set = set()
    todo = [(tree.get("/K"), 0, None)]
    while todo:
        item, depth, page = todo.pop()
        if len(seen) > MOST_ELEMENTS or depth > DEPTH * 40:
            raise TooMuch("objects")
        if isinstance(item, Array):
            todo.extend((part, depth + 1, page) for part in reversed(item.as_list()))
        elif isinstance(item, Dictionary) and "/S" in item:
            if item.objgen != (0, 0):
                if item.objgen in seen:
                    continue
                seen.add(item.objgen)
            page = item["/Pg"].objgen if isinstance(item.get("/Pg"), Dictionary) else page
            name = str(item["/S"])
            yield str(roles.get(name, name)), item, page
            todo.append((item.get("/K"), depth + 1, page))


def _check_tree(job: Job, tree: Dictionary) -> None:
    numbers = {page.page.obj.objgen: page.number for page in job.pages}
    elements = [(kind, element, numbers.get(page)) for kind, element, page in elements_of(tree)]
    without = [number or 0 for kind, element, number in elements if kind == "/Figure" and not _is_described(element)]
    for number in sorted(set(without)):
        job.add("alt-missing", page=number or None, count=without.count(number))
    headings = [(int(match[1]), number) for kind, _item, number in elements if (match := HEADING.match(kind))]
    for (before, _number), (level, number) in zip([(0, None), *headings], headings, strict=False):
        if level > before + 1:
            job.add("heading-jump", page=number, level=level, before=before)
    for kind, table, number in elements:
        if kind == "/Table" and not any(inner == "/TH" for inner, _item, _page in elements_of(Dictionary(K=table))):
            job.add("table-headless", Severity.WARNING, page=number)
    if not headings and len(job.pages) > 2:
        job.add("headings-missing", Severity.WARNING)


def _is_described(figure: Dictionary) -> bool:
    return bool(str(figure.get("/Alt", "")).strip() or str(figure.get("/ActualText", "")).strip())


def _check_links(job: Job) -> None:
    for page in job.pages:
        annotations = page.page.obj.get("/Annots")
        if not isinstance(annotations, Array):
            continue
        for item in list(annotations)[:2000]:
            if not isinstance(item, Dictionary) or item.get("/Subtype") != "/Link":
                continue
            words = str(item.get("/Contents", "")).strip()
            if words.lower().strip(" .…»>") in EMPTY_WORDS:
                job.add("link-text", Severity.WARNING, page=page, words=words)
