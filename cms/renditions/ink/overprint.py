"""Black text prints over what lies below, so that no white edge shows when the plates shift a little.

Only text in pure black up to a size: large letters would let a picture shine through. White never overprints (ISO 15930-7).
"""

from collections.abc import Iterable, Iterator
from math import hypot

from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator

UP_TO_PT = 24
ON, OFF = Name("/OverOn"), Name("/OverOff")
SHOWS = ("Tj", "TJ", "'", '"')
BLACK = [0, 0, 0, 1]


class Overprint:
    """The filter for one PDF; called once per content stream."""

    def __init__(self, pdf):
        self.on = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1))
        self.off = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0))

    def __call__(self, instructions: Iterable, resources: Dictionary) -> Iterator:
        text, used = _Text(), False
        for instruction in instructions:
            operator = str(instruction.operator)
            text.follow(operator, instruction)
            if operator in SHOWS and text.wanted() != text.overprints:
                text.overprints, used = not text.overprints, True
                yield _switch(text.overprints)
            if operator == "ET" and text.overprints:
                text.overprints = False
                yield instruction
                yield _switch(False)
                continue
            yield instruction
        if used:
            if "/ExtGState" not in resources:
                resources["/ExtGState"] = Dictionary()
            resources.ExtGState[ON], resources.ExtGState[OFF] = self.on, self.off


def _switch(on: bool) -> ContentStreamInstruction:
    return ContentStreamInstruction([ON if on else OFF], Operator("gs"))


class _Text:
    """What decides whether the next letters are small and black."""

    def __init__(self):
        self.state = (True, 1.0, 0.0, 0)  # black?, scale of the page, font size, rendering mode
        self.stack: list = []
        self.text_scale = 1.0
        self.overprints = False

    def wanted(self) -> bool:
        black, scale, size, mode = self.state
        return black and mode == 0 and 0 < size * scale * self.text_scale <= UP_TO_PT

    def follow(self, operator: str, instruction) -> None:
        black, scale, size, mode = self.state
        if operator == "q":
            self.stack.append(self.state)
        elif operator == "Q":
            self.state = self.stack.pop() if self.stack else self.state
        elif operator == "cm":
            self.state = (black, scale * _scale(instruction.operands), size, mode)
        elif operator == "Tf":
            self.state = (black, scale, float(instruction.operands[1]), mode)
        elif operator == "Tr":
            self.state = (black, scale, size, int(instruction.operands[0]))
        elif operator == "BT":
            self.text_scale = 1.0
        elif operator == "Tm":
            self.text_scale = _scale(instruction.operands)
        elif operator in ("k", "scn", "sc", "g", "cs", "rg"):
            self.state = (_is_black(operator, instruction.operands), scale, size, mode)


def _is_black(operator: str, operands) -> bool:
    if operator in ("cs", "rg"):
        return operator == "cs" and str(operands[0]) in ("/DeviceCMYK", "/DeviceGray")  # begins with black
    if any(isinstance(value, Name) for value in operands):
        return False
    values = [float(value) for value in operands]
    return values in (BLACK, [0]) if operator != "k" else values == BLACK


def _scale(operands) -> float:
    """How much larger a matrix makes type: the length of what was one unit high."""
    return hypot(float(operands[2]), float(operands[3]))
