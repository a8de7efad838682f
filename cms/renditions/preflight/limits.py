"""How much of a strange file is looked at before preflight gives up. Every limit ends in a finding, never in a hang."""

import time
import zlib
from dataclasses import dataclass, field

import pikepdf

MOST_BYTES = 250_000_000  # of the file
MOST_PAGES = 400
MOST_OBJECTS = 400_000
MOST_STREAM = 40_000_000  # bytes of one content stream, decoded
MOST_OPERATORS = 2_500_000  # in all pages, repeated forms counted each time
MOST_PIXELS = 140_000_000  # of one picture
DEPTH = 16  # forms within forms, functions within functions
SECONDS = 60.0


class TooMuch(Exception):
    """A limit is reached; `what` names it for the sentence: bytes, pages, objects, stream, operators, depth, time, memory."""

    def __init__(self, what: str):
        super().__init__(what)
        self.what = what


@dataclass
class Budget:
    """What may still be spent on one file."""

    seconds: float = SECONDS
    operators: int = MOST_OPERATORS
    started: float = field(default_factory=time.monotonic)

    def spend(self, operators: int) -> None:
        """Raises TooMuch."""
        self.operators -= operators
        if self.operators < 0:
            raise TooMuch("operators")
        self.check_time()

    def check_time(self) -> None:
        if time.monotonic() - self.started > self.seconds:
            raise TooMuch("time")


def filters_of(stream: pikepdf.Stream) -> list[str]:
    names = stream.get("/Filter")
    if names is None:
        return []
    return [str(names)] if isinstance(names, pikepdf.Name) else [str(name) for name in names]


def decoded(stream: pikepdf.Stream, *, limit: int = MOST_STREAM) -> bytes:
    """The stream's bytes. A small file that unpacks to more than `limit` is stopped while unpacking: raises TooMuch."""
    filters = filters_of(stream)
    raw = stream.read_raw_bytes()
    if "/FlateDecode" in filters[:1]:
        if len(raw) * 1100 < limit:  # deflate packs at most 1 : 1032
            return stream.read_bytes()
        inflater = zlib.decompressobj()
        size = 0
        data = raw
        try:
            while data and size <= limit:
                size += len(inflater.decompress(data, 1 << 20))
                data = inflater.unconsumed_tail
        except zlib.error:
            pass  # damaged: qpdf decides what can be read of it
        if size > limit or len(filters) > 2:
            raise TooMuch("stream")
    elif len(raw) > limit or len(filters) > 2:
        raise TooMuch("stream")
    return stream.read_bytes()
