"""Operators that draw areas and lines: only what is needed to judge them. Part of the Reader in reading.py."""

import math

from .marks import POINTS, Box, Mark, common, transformed
from .spaces import Colour

RUNS = 40_000  # strokes of one path that are remembered


class PathOperators:
    """A path in user space; painting it makes marks."""

    def _new_path(self):
        self.left = self.top = math.inf
        self.right = self.bottom = -math.inf
        self.pieces = 0
        self.rectangles_only = True
        self.runs: list | None = []
        self.current = (0.0, 0.0)
        self.pending_clip = False

    def _point(self, x: float, y: float):
        self.left, self.right = min(self.left, x), max(self.right, x)
        self.top, self.bottom = min(self.top, y), max(self.bottom, y)

    def move(self, operands):
        self.current = (float(operands[0]), float(operands[1]))
        self.pieces += 1
        self.rectangles_only = False

    def line_to(self, operands):
        x, y = float(operands[0]), float(operands[1])
        if self.runs is not None:
            if y == self.current[1] and len(self.runs) < RUNS:
                self.runs.append((*self.current, x))
            else:
                self.runs = None
        self._point(*self.current)
        self._point(x, y)
        self.current = (x, y)

    def curve(self, operands):
        values = list(map(float, operands))
        self._point(*self.current)
        for x, y in zip(values[::2], values[1::2], strict=False):
            self._point(x, y)
        self.current = (values[-2], values[-1])
        self.runs = None
        self.rectangles_only = False

    def rectangle(self, operands):
        x, y, width, height = map(float, operands)
        self._point(x, y)
        self._point(x + width, y + height)
        self.pieces += 1
        self.runs = None
        if self.pieces > 1:
            self.rectangles_only = False

    def close(self, _operands):
        self.runs = None

    def clip(self, _operands):
        self.pending_clip = True

    def paint(self, *, fill: bool, stroke: bool):
        patterned: list = []
        if self.right >= self.left:
            matrix, state = self.state.matrix, self.state
            box = transformed((self.left, self.top, self.right, self.bottom), matrix)
            upright = (matrix[1] == 0 == matrix[2]) or (matrix[0] == 0 == matrix[3])
            shaped = not (self.rectangles_only and upright)
            if fill:
                mark = self._mark("fill", box, colour=state.fill, shaped=shaped)
                patterned.append((mark, state.fill_pattern))
            if stroke:
                patterned.append((self._stroke(box), state.stroke_pattern))
            if self.pending_clip:
                seen = common(state.clip, box)
                state.clip = seen or (0.0, 0.0, -1.0, -1.0)
                state.clip_shaped = state.clip_shaped or shaped
        self._new_path()  # before the patterns: a tile holds paths of its own
        for mark, pattern in patterned:
            if mark is not None and pattern is not None:
                self.pattern(pattern, mark.box)

    def _stroke(self, box: Box) -> Mark | None:
        a, b, c, d, _e, _f = self.state.matrix
        scale = math.sqrt(abs(a * d - b * c))
        wide = self.state.line * scale
        half = wide / 2
        grown = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
        mark = self._mark("stroke", grown, colour=self.state.stroke, shaped=True, points=wide * POINTS)
        if mark and self.runs and len(self.runs) > 60 and b == 0 == c:
            e, f = self.state.matrix[4:]
            mark.runs = [(min(x, end) * a + e, y * d + f, abs(end - x) * abs(a), wide) for x, y, end in self.runs]
        return mark

    def _mark(self, kind: str, box: Box, *, colour: Colour, shaped: bool = False, **more) -> Mark | None:
        state = self.state
        seen = common(state.clip, box)
        if seen is None:
            return None
        stroke = kind == "stroke"
        mark = Mark(
            kind,
            seen,
            box,
            colour=colour,
            alpha=state.stroke_alpha if stroke else state.fill_alpha,
            overprint=state.stroke_overprint if stroke else state.fill_overprint,
            overprint_mode=state.overprint_mode,
            blend=state.blend,
            soft_mask=state.soft_mask,
            shaped=shaped or state.clip_shaped,
            **more,
        )
        if mark.alpha > 0:
            self.out.marks.append(mark)
        return mark
