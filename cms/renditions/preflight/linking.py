"""Findings of the file, the layout and WeasyPrint become one list, linked to the blocks that cause them."""

import re

from .findings import Finding, Rect, Severity, sorted_findings

NOTICES = (  # WeasyPrint's words → our code; what is not listed concerns only developers
    (re.compile(r"(?i)failed to load image|cannot load image|image.*(failed|error)"), "picture-not-loaded", Severity.ERROR),
    (re.compile(r"(?i)font.*(cannot|can't|failed|not).*(load|found|be)"), "font-not-loaded", Severity.ERROR),
)
PROBLEMS = {"pages-not-multiple-of-four": ("page-multiple", {"multiple": 4})}
NAMED = {  # findings that say which picture it is, if that is known
    "picture-coarse",
    "picture-soft",
    "picture-waste",
    "picture-rgb",
    "picture-light",
    "picture-damaged",
    "picture-artefacts",
    "picture-stretched",
    "picture-alpha",
    "line-art-coarse",
}


def findings_of(
    findings: list[Finding],
    *,
    fits: list[dict] | tuple = (),
    places: dict[str, list] | None = None,
    problems: list[str] | tuple = (),
    page=None,
) -> list[Finding]:
    """One list of all findings. `fits`, `places` and `problems` are a Pdf's; `page` gives blocks their names."""
    places = places or {}
    names = block_names(page, printed_pages(page)) if page is not None else {}
    linked = [link(finding, places=places, names=names) for finding in findings]
    return sorted_findings(
        [*linked, *overset(fits, names=names, page=page), *_noticed(problems, told={item.code for item in findings})]
    )


def link(finding: Finding, *, places: dict[str, list], names: dict) -> Finding:
    """The finding with the block whose place on the page it overlaps most; small blocks win over those around them."""
    if finding.block or finding.rect is None or finding.page is None:
        return finding
    best, most = "", 0.25
    for block, (page, *rect) in places.items():
        if page != finding.page:
            continue
        shared = _shared(finding.rect, tuple(rect))
        whole = max(rect[2] * rect[3], 0.01)
        mine = max(finding.rect[2] * finding.rect[3], 0.01)
        score = shared / mine * 0.9 + shared / whole * 0.2  # most of the finding lies in it, and not much else does
        if score > most:
            best, most = block, score
    if not best:
        return finding
    owner, name = names.get(best, (None, ""))
    details = {"name": name} if name and finding.code in NAMED else {}
    return finding.linked(block=best, owner=owner, **details)


def _shared(first: Rect, second: Rect) -> float:
    across = min(first[0] + first[2], second[0] + second[2]) - max(first[0], second[0])
    down = min(first[1] + first[3], second[1] + second[3]) - max(first[1], second[1])
    return max(0.0, across) * max(0.0, down)


def overset(fits, *, names: dict, page=None) -> list[Finding]:
    """Frames whose content does not fit: how many lines, and how many characters to cut."""
    found = []
    for fit in fits:
        if not fit.get("over"):
            continue
        lines, letters = fit.get("lines_over", 0), fit.get("characters_over", 0)
        frame = fit.get("name", "")
        frame = str(page.frame_label(frame)) if hasattr(page, "frame_label") else frame
        if lines or letters:
            code, details = "overset", {"frame": frame, "lines": lines, "letters": _rounded(letters)}
        else:
            code, details = "overset-wide", {"frame": frame, "found": fit.get("mm_over", 0)}
        block = fit.get("block", "")
        story = str(fit.get("story") or "")
        owner = names.get(block, (int(story) if story.isdigit() else None, ""))[0]
        rect = tuple(fit["rect"]) if fit.get("rect") else None
        found.append(Finding(code, Severity.ERROR, fit.get("page"), rect, details, block, owner))
    return found


def _rounded(letters: int) -> int:
    """Nobody counts to the letter: tens up to 200, then fifties."""
    step = 10 if letters <= 200 else 50
    return max(step, -(-letters // step) * step)


def _noticed(problems, *, told: set[str]) -> list[Finding]:
    found = []
    for problem in problems:
        if problem in PROBLEMS:
            code, details = PROBLEMS[problem]
            if code not in told:
                found.append(Finding(code, Severity.ERROR, details={"count": 0} | details))
            continue
        for pattern, code, severity in NOTICES:
            if pattern.search(problem):
                found.append(Finding(code, severity, details={"detail": problem[:160]}))
                break
    return found


def printed_pages(page) -> list:
    """The page and those that are printed in it."""
    others = page.printed_pages() if hasattr(page, "printed_pages") else [page]
    return others or [page]


def block_names(page, pages: list) -> dict[str, tuple[int | None, str]]:
    """Block id or field name → the page it belongs to (None: the printed page itself) and what editors call it."""
    names: dict[str, tuple[int | None, str]] = {}
    for other in pages:
        owner = None if other.pk == page.pk else other.pk
        for field_name, block_id, value in blocks_of(other):
            names.setdefault(block_id or field_name, (owner, _name_of(value)))
    return names


def blocks_of(page):
    """(field name, block id, value) of every block in every StreamField of a page, nested streams included."""
    from wagtail.fields import StreamField

    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name) or ():
                yield from _within(field.name, child, depth=0)


def _within(field_name: str, child, *, depth: int):
    from wagtail.blocks import StreamValue

    yield field_name, str(child.id or ""), child.value
    if depth < 6 and hasattr(child.value, "items"):
        for value in child.value.values():
            if isinstance(value, StreamValue):
                for inner in value:
                    yield from _within(field_name, inner, depth=depth + 1)


def _name_of(value) -> str:
    """The title of the picture in a block, else its own title."""
    if not hasattr(value, "get"):
        return str(getattr(value, "title", ""))
    for key in ("image", "picture", "portrait", "logo", "poster"):
        if getattr(value.get(key), "title", ""):
            return value[key].title
    return str(value.get("title") or value.get("name") or "")[:80]
