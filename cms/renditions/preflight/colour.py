"""Colour: the printing condition, light where ink is wanted, black type, overprint, spots, gradients, transparency."""

import pikepdf
from pikepdf import Array, Dictionary, Stream

from .findings import Severity
from .grounds import Grounds
from .job import Job
from .limits import MOST_STREAM, TooMuch, decoded
from .marks import Mark, around
from .spaces import PROCESS, icc_header

SMALL_TYPE = 14.0  # pt: four inks do not meet exactly; below this size it shows
PALE = 0.025  # tints below are not held by the plate
OLD_VARIANTS = ("pdf/x-1a", "pdf/x-3")  # know no transparency


def check_colour(job: Job) -> None:
    if not job.for_press:
        return
    _check_intent(job)
    _check_light(job)
    _check_spots(job)
    _check_black(job)
    for page in job.pages:
        for box in page.broken_shadings:
            job.add("gradient-broken", page=page, box=box)
        for box in page.meshes:
            old = job.condition is not None and job.condition.variant in OLD_VARIANTS
            job.add("gradient-mesh", Severity.WARNING if old else Severity.INFO, page=page, box=box)
        if any(kind in ("rgb", "iccrgb", "calrgb", "lab") for kind in page.groups):
            job.add("blend-space", page=page)
    _check_tints(job)
    if job.condition and job.condition.variant in OLD_VARIANTS:
        _check_transparency(job)


def _check_intent(job: Job) -> None:
    """The output intent names what the inks mean: ISO 15930-7, 6.2."""
    intents = job.pdf.Root.get("/OutputIntents")
    items = [item for item in list(intents)[:8] if isinstance(item, Dictionary)] if isinstance(intents, Array) else []
    intent = next((item for item in items if item.get("/S") == "/GTS_PDFX"), None)
    if intent is None:
        job.add("intent-missing")
        return
    profile = intent.get("/DestOutputProfile")
    if isinstance(profile, Stream):
        header = _whole_profile(profile)
        if header is None:
            job.add("intent-damaged")
            return
        if header[1] != b"CMYK" or header[0] != b"prtr" or profile.get("/N") != 4:
            job.add("intent-no-ink", found=header[1].decode("ascii", "replace").strip())
            return
    elif job.condition and job.condition.variant == "pdf/x-4":
        job.add("intent-damaged")
        return
    named = str(intent.get("/OutputConditionIdentifier", ""))
    if job.condition and _plain(named) != _plain(job.condition.identifier):
        job.add("intent-other", Severity.WARNING, found=named or "–", wanted=job.condition.identifier)


def _whole_profile(profile: Stream) -> tuple[bytes, bytes] | None:
    """The header of a profile that is really as long as it says."""
    header = icc_header(profile)
    if header is None:
        return None
    try:
        data = decoded(profile, limit=MOST_STREAM // 4)
    except (TooMuch, pikepdf.PdfError):
        return None
    return header if int.from_bytes(data[:4], "big") <= len(data) else None


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _check_light(job: Job) -> None:
    """RGB and Lab in type, areas and lines; pictures are looked at in images.py."""
    variant = job.condition.variant if job.condition else "pdf/x-4"
    for page in job.pages:
        light: dict[tuple[str, str], list[Mark]] = {}
        for mark in page.marks:
            kind = mark.colour.space.kind
            if mark.kind == "picture" and not _is_stencil(mark):
                continue
            if kind == "rgb":
                light.setdefault(("rgb", mark.kind), []).append(mark)
            elif kind in ("iccrgb", "calrgb", "lab"):
                code = "light-device-independent" if variant == "pdf/x-4" else "rgb"
                light.setdefault((code, mark.kind), []).append(mark)
            if mark.colour.space.broken and mark.kind != "shading":
                light.setdefault(("profile-damaged", mark.kind), []).append(mark)
        for (code, kind), marks in light.items():
            severity = Severity.WARNING if code == "light-device-independent" else Severity.ERROR
            box = around(mark.box for mark in marks)
            job.add(code, severity, page=page, box=box, count=len(marks), what="type" if kind == "text" else kind)


def _is_stencil(mark: Mark) -> bool:
    return not mark.inline and mark.image is not None and bool(mark.image.get("/ImageMask", False))


def _check_spots(job: Job) -> None:
    spots: dict[str, tuple] = {}
    for page in job.pages:
        for mark in page.marks:
            if mark.colour.space.kind != "spot":
                continue
            if mark.colour.is_registration:
                inside = mark.box[2] > 0 and mark.box[3] > 0 and mark.box[0] < page.width and mark.box[1] < page.height
                if inside:
                    spots.setdefault("/All", (page, mark))
                continue
            for name in mark.colour.space.names:
                if name not in PROCESS and name not in ("/None", "/All"):
                    spots.setdefault(name, (page, mark))
    for name, (page, mark) in spots.items():
        if name == "/All":
            job.add("registration-colour", page=page, box=mark.box)
        else:
            job.add("spot-colour", Severity.WARNING, page=page, box=mark.box, name=name.lstrip("/").replace("#20", " "))


def _check_black(job: Job) -> None:
    """White that overprints vanishes; small type in four inks blurs; black type on colour wants to overprint."""
    for page in job.pages:
        grounds = Grounds(page)
        white, rich, knocking = [], [], []
        for mark in page.marks:
            if mark.overprint and mark.colour.is_white and mark.kind in ("text", "fill", "stroke"):
                white.append(mark)
            if mark.kind != "text" or mark.points * job.sheet.scale >= SMALL_TYPE:
                continue
            ink = mark.colour.ink
            if ink and ink[3] > 0.5 and sum(ink[:3]) > 0.6:
                rich.append(mark)
            wants = job.condition is not None and job.condition.black_overprint
            if wants and mark.colour.is_pure_black and not mark.overprint and _stands_on_colour(grounds, mark):
                knocking.append(mark)
        if white:
            job.add("white-overprints", page=page, box=around(mark.box for mark in white))
        if rich:
            inks = [round(part * 100) for part in rich[0].colour.ink]
            job.add("black-rich", Severity.WARNING, page=page, box=around(m.box for m in rich), inks="/".join(map(str, inks)))
        if knocking:
            job.add("black-knocks-out", Severity.WARNING, page=page, box=around(mark.box for mark in knocking))


def _stands_on_colour(grounds: Grounds, mark: Mark) -> bool:
    ground = grounds.below(mark)
    if not isinstance(ground, Mark):
        return False
    if ground.kind == "picture":
        return True
    ink = ground.colour.ink
    return ink is not None and max(ink[:3]) > 0.15


def _check_tints(job: Job) -> None:
    """Areas so pale that the plate does not hold them."""
    for page in job.pages:
        pale = []
        for mark in page.marks:
            if mark.kind != "fill" or mark.width * mark.height < 25 or mark.colour.is_white:
                continue
            ink = mark.colour.ink
            if ink is not None and 0 < max(ink) * mark.alpha < PALE:
                pale.append((max(ink) * mark.alpha, mark))
        if pale:
            least = min(share for share, _mark in pale)
            job.add("tint-pale", Severity.WARNING, page=page, box=around(m.box for _s, m in pale), found=round(least * 100, 1))


def _check_transparency(job: Job) -> None:
    for page in job.pages:
        through = [
            mark
            for mark in page.marks
            if mark.alpha < 0.999
            or mark.soft_mask
            or mark.blend not in ("/Normal", "/Compatible")
            or (mark.kind == "picture" and not mark.inline and mark.image.get("/SMask") is not None)
        ]
        if through:
            variant = job.condition.variant.upper()
            job.add("transparency", page=page, box=around(mark.box for mark in through), variant=variant)
