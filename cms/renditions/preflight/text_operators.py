"""Operators that set type: positions, fonts, and where a run of letters comes to stand. Part of the Reader in reading.py."""

import math
import re

import pikepdf

from .fonts import Font
from .marks import IDENTITY, POINTS, multiply, transformed

HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
NUMBER = re.compile(rb"-?[0-9.]+")
TOKENS = re.compile(rb"<([0-9A-Fa-f]*)>|(-?[0-9.]+)")
WIDE = 300  # thousandths of the size, on top of a space: a justified line this loose is seen from afar


class TextOperators:
    """Text matrices and showing of text."""

    def begin_text(self, _operands):
        self.text_matrix = self.line_matrix = IDENTITY

    def set_font(self, operands):
        source = self._resource("/Font", operands[0])
        self.state.font, self.state.size = self.cache.font(source), float(operands[1])

    def text_position(self, operands):
        self.line_matrix = multiply((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line_matrix)
        self.text_matrix = self.line_matrix

    def text_position_leading(self, operands):
        self.state.leading = -float(operands[1])
        self.text_position(operands)

    def text_matrix_set(self, operands):
        self.text_matrix = self.line_matrix = tuple(map(float, operands))

    def next_line(self, _operands):
        self.text_position((0, -self.state.leading))

    def show(self, operands):
        self._show(bytes(operands[0]), adjust=0.0)

    def next_line_show(self, operands):
        self.next_line(())
        self.show(operands)

    def next_line_show_spaced(self, operands):
        self.state.word_space, self.state.letter_space = float(operands[0]), float(operands[1])
        self.next_line_show(operands[2:])

    def show_many(self, operands):
        raw = operands[0].unparse()
        if b"(" in raw.replace(b"()", b""):  # text in parentheses: let the library undo the escapes
            items = operands[0].as_list()
            text = b"".join(bytes(item) for item in items if isinstance(item, pikepdf.String))
            self._show(text, adjust=sum(float(item) for item in items if not isinstance(item, pikepdf.String)))
            return
        text = bytes.fromhex(b"".join(HEX.findall(raw)).decode())
        numbers = [float(number) for number in NUMBER.findall(HEX.sub(b" ", raw))]
        gaps = self._gaps(raw) if numbers and min(numbers) < -WIDE else ()
        self._show(text, adjust=sum(numbers), gaps=gaps)

    def _gaps(self, raw: bytes) -> list[tuple[float, float]]:
        """Where a line is driven apart: beginning and end of wide white, in units of unscaled text space."""
        state, font = self.state, self.state.font or Font()
        gaps, place = [], 0.0
        for letters, number in TOKENS.findall(raw):
            if letters:
                codes = font.codes(bytes.fromhex(letters.decode()))
                place += font.advance(codes) / 1000 * state.size + len(codes) * state.letter_space
            elif number:
                start, place = place, place - float(number) / 1000 * state.size
                if float(number) < -WIDE:
                    gaps.append((start * state.stretch, place * state.stretch))
        return gaps

    def _show(self, text: bytes, *, adjust: float, gaps=()):
        state, font = self.state, self.state.font or Font()
        codes = font.codes(text)
        advance = (font.advance(codes) - adjust) / 1000 * state.size + len(codes) * state.letter_space
        if state.word_space and not font.two_byte:
            advance += text.count(b" ") * state.word_space
        advance *= state.stretch
        matrix = multiply(self.text_matrix, state.matrix)
        if codes and state.render != 7:
            low, high = state.rise - 0.2 * state.size, state.rise + 0.74 * state.size
            box = transformed((min(0, advance), low, max(0, advance), high), matrix)
            outlined = state.render in (1, 5)
            size = abs(state.size) * math.hypot(matrix[2], matrix[3]) * POINTS
            if state.render != 3 and state.size:
                upright = matrix[1] == 0 == matrix[2] and matrix[0] > 0
                mark = self._mark(
                    "text",
                    box,
                    colour=state.stroke if outlined else state.fill,
                    shaped=True,
                    points=size,
                    font=font,
                    glyphs=len(codes),
                    empty_glyphs=sum(1 for code in codes if code in font.empty_codes) if font.empty_codes else 0,
                    gaps=tuple((start * matrix[0] + matrix[4], end * matrix[0] + matrix[4]) for start, end in gaps if upright),
                    hyphen=codes[-1] in font.hyphens,
                )
                pattern = state.stroke_pattern if outlined else state.fill_pattern
                if mark is not None and pattern is not None:
                    self.pattern(pattern, mark.box)
        self.text_matrix = multiply((1, 0, 0, 1, advance, 0), self.text_matrix)
