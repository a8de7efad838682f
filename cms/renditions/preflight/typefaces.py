"""Type: fonts that are not in the file, letters that no font has, faces the design does not name, type too small to print."""

import re

from .findings import Severity
from .grounds import Grounds
from .job import Job, by_place
from .marks import Mark, around

LIGHT = re.compile(r"(?i)thin|hairline|light")
LIGHT_UP_TO = 12.0  # pt


def check_type(job: Job) -> None:
    fonts: dict = {}
    for page in job.pages:
        empty = [mark for mark in page.marks if mark.kind == "text" and mark.empty_glyphs]
        for group in by_place(empty):
            count = sum(mark.empty_glyphs for mark in group)
            job.add("glyph-missing", page=page, box=around(mark.box for mark in group), letters=count)
        for mark in page.marks:
            if mark.kind == "text" and mark.font and mark.font not in fonts:
                fonts[mark.font] = (page, mark)
        if job.for_press and job.condition:
            _check_sizes(job, page)
    told = set()
    for font, (page, mark) in fonts.items():
        if (font.name, font.embedded) in told:
            continue
        told.add((font.name, font.embedded))
        if not font.embedded:
            job.add("font-missing", page=page, box=mark.box, font=font.name)
        elif job.typefaces is not None and not any(font.family.startswith(family) for family in job.typefaces):
            job.add("font-foreign", Severity.WARNING, page=page, box=mark.box, font=font.name)


def _check_sizes(job: Job, page) -> None:
    condition, scale = job.condition, job.sheet.scale
    small: dict[tuple[str, float], list[Mark]] = {}
    light: dict[tuple[str, float], list[Mark]] = {}
    grounds = Grounds(page)
    for mark in page.marks:
        if mark.kind != "text" or mark.width < 0.05:
            continue
        size = round(mark.points * scale, 1)
        if size < condition.min_type - 0.05:
            small.setdefault(("type-small", size), []).append(mark)
        elif not mark.colour.is_white:
            continue
        elif size < condition.min_type_negative - 0.05 and grounds.is_dark(mark):
            small.setdefault(("type-small-white", size), []).append(mark)
        elif size < LIGHT_UP_TO and mark.font and LIGHT.search(mark.font.name) and grounds.is_dark(mark):
            light.setdefault((mark.font.name, size), []).append(mark)
    for (code, size), marks in small.items():
        wanted = condition.min_type_negative if code == "type-small-white" else condition.min_type
        for group in by_place(marks, gap=4):
            job.add(code, Severity.WARNING, page=page, box=around(mark.box for mark in group), found=size, wanted=wanted)
    for (font, size), marks in light.items():
        box = around(mark.box for mark in marks)
        job.add("type-light-white", Severity.WARNING, page=page, box=box, font=font, found=size)
