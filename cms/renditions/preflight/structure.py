"""Structure: what a file for print must carry, and what it must not: passwords, programs, forms, attachments, layers."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from .findings import Severity
from .job import X_VERSIONS, Job
from .limits import DEPTH, MOST_OBJECTS, TooMuch, decoded
from .marks import common, transformed

XMP_X = re.compile(rb"GTS_PDFXVersion(?:>\s*|\s*=\s*[\"'])([^<\"']*)")
ACTIONS = {"/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Hide", "/Sound", "/Movie", "/Rendition", "/GoTo3DView"}
SUSPECT = re.compile(rb"/(?:JS|JavaScript|XFA|TR2?|" + "|".join(name[1:] for name in sorted(ACTIONS)).encode() + rb")\b")
HARMLESS_TRANSFER = (None, "/Identity", "/Default")
X_NAMES = {"pdf/x-1a": "PDF/X-1", "pdf/x-3": "PDF/X-3", "pdf/x-4": "PDF/X-4"}


def check_structure(job: Job) -> None:
    if job.pdf.is_encrypted:
        job.add("encrypted")
    _check_objects(job)
    root = job.pdf.Root
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary) and isinstance(form.get("/Fields"), Array) and len(form["/Fields"]):
        job.add("form-field")
    names = root.get("/Names")
    has_files = isinstance(names, Dictionary) and "/EmbeddedFiles" in names
    if has_files and job.purpose != "archive":  # only PDF/A-3 holds files of any kind
        job.add("attachment")
    if not job.for_press:
        return
    _check_identity(job)
    _check_layers(job)
    for page in job.pages:
        _check_annotations(job, page)


def _check_objects(job: Job) -> None:
    """Everything that could run, start or fetch something, wherever it hides."""
    found: set[str] = set()
    for number, item in enumerate(job.pdf.objects):
        if number > MOST_OBJECTS:
            raise TooMuch("objects")
        if isinstance(item, Stream) or (isinstance(item, Dictionary | Array) and SUSPECT.search(item.unparse(resolved=True))):
            for part in _parts(item):
                found |= _dangers(part)
    root = job.pdf.trailer.get("/Root")
    for part in _parts(root) if isinstance(root, Dictionary) else ():
        found |= _dangers(part)
    for code in sorted(found):
        if code in ("transfer", "postscript") and not job.for_press:
            continue
        job.add(code)


def _parts(item, *, depth: int = 0) -> Iterator:
    """A dictionary and those written directly within it, which are no objects of their own."""
    if isinstance(item, Dictionary | Stream):
        yield item
        values = [value for _key, value in item.items()]
    else:
        values = item.as_list() if len(item) < 2000 else []
    if depth < DEPTH:
        for value in values:
            if isinstance(value, Dictionary | Array) and not value.is_indirect:
                yield from _parts(value, depth=depth + 1)


def _dangers(item) -> set[str]:
    found = set()
    kind = item.get("/S")
    if kind == "/JavaScript" or "/JS" in item:
        found.add("script")
    elif isinstance(kind, Name) and str(kind) in ACTIONS and item.get("/Type") in (None, "/Action"):
        found.add("action")
    if "/XFA" in item:
        found.add("form-field")
    if isinstance(item, Stream):
        if "/F" in item and not isinstance(item["/F"], Name):
            found.add("external")
        if item.get("/Subtype") == "/PS" or item.get("/Subtype2") == "/PS":
            found.add("postscript")
    elif any(item.get(key) not in HARMLESS_TRANSFER for key in ("/TR", "/TR2")) and "/S" not in item:
        found.add("transfer")
    return found


def _check_identity(job: Job) -> None:
    """Ids, dates, title, trapping and the name of the standard: ISO 15930-7, 6."""
    variant = job.condition.variant if job.condition else "pdf/x-4"
    info = job.pdf.docinfo
    if "/ID" not in job.pdf.trailer:
        job.add("id-missing")
    trapped = info.get("/Trapped")
    if str(trapped) not in ("/True", "/False"):
        job.add("trapped-missing")
    if not str(info.get("/Title", "")).strip():
        job.add("title-missing")
    if "/CreationDate" not in info or "/ModDate" not in info:
        job.add("dates-missing")
    limit = X_VERSIONS[variant]
    if _version(job.pdf.pdf_version) > _version(limit):
        job.add("version", found=job.pdf.pdf_version, wanted=limit, variant=variant.upper())
    named = _named_standard(job, info=info)
    if named is None:
        job.add("standard-missing", wanted=variant.upper())
    elif not named.upper().startswith(X_NAMES[variant]):
        job.add("standard-other", found=named, wanted=variant.upper())


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def _named_standard(job: Job, *, info) -> str | None:
    if "/GTS_PDFXVersion" in info:
        return str(info["/GTS_PDFXVersion"])
    match = XMP_X.search(xmp_of(job.pdf))
    return match[1].decode(errors="replace").strip() if match else None


def xmp_of(pdf: pikepdf.Pdf) -> bytes:
    """The file's metadata; nothing if there is none or far too much of it."""
    metadata = pdf.Root.get("/Metadata")
    if not isinstance(metadata, Stream):
        return b""
    try:
        return decoded(metadata, limit=2_000_000)
    except (TooMuch, pikepdf.PdfError):
        return b""


def _check_layers(job: Job) -> None:
    layers = job.pdf.Root.get("/OCProperties")
    if isinstance(layers, Dictionary) and isinstance(layers.get("/OCGs"), Array) and len(layers["/OCGs"]):
        job.add("layers", Severity.WARNING)


def _check_annotations(job: Job, page) -> None:
    """Links, comments and fields within the printed area."""
    annotations = page.page.obj.get("/Annots")
    if not isinstance(annotations, Array):
        return
    printed = page.boxes["bleed"]
    for annotation in list(annotations)[:500]:
        if not isinstance(annotation, Dictionary):
            continue
        kind = str(annotation.get("/Subtype", "/?")).lstrip("/")
        rect = annotation.get("/Rect")
        box = None
        if isinstance(rect, Array) and len(rect) == 4:
            box = transformed(tuple(float(value) for value in rect), page.base)
            if common(box, printed) is None:
                continue
        if kind not in ("PrinterMark", "TrapNet", "Widget"):
            job.add("annotation", page=page, box=box, kind=kind)
