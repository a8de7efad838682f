"""Functions of a PDF (ISO 32000-1, 7.10), as far as gradients and spot colours need them: sampled, exponential, stitched."""

import pikepdf

from .limits import DEPTH, TooMuch, decoded

SAMPLES = 300_000  # bytes


def evaluate(function, inputs: list[float], *, depth: int = 0) -> list[float] | None:
    """The function's values; None if it is damaged or written in PostScript, which is not run."""
    try:
        if isinstance(function, pikepdf.Array):
            parts = [evaluate(part, inputs, depth=depth + 1) for part in list(function)[:8]] if depth < DEPTH else [None]
            return None if None in parts else [value for part in parts for value in part]
        kind = int(function.get("/FunctionType", -1))
        if depth > DEPTH:
            return None
        if kind == 2:
            return _exponential(function, inputs[0])
        if kind == 3:
            return _stitched(function, inputs[0], depth=depth)
        if kind == 0 and len(inputs) == 1:
            return _sampled(function, inputs[0])
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, ArithmeticError, TooMuch, pikepdf.PdfError):
        return None
    return None


def outputs(function) -> int | None:
    """How many values it gives; None if that cannot be known."""
    if isinstance(function, pikepdf.Dictionary | pikepdf.Stream) and function.get("/FunctionType") == 4:
        limits = function.get("/Range")
        return len(limits) // 2 if isinstance(limits, pikepdf.Array) else None
    values = evaluate(function, [0.0])
    return None if values is None else len(values)


def _numbers(values) -> list[float]:
    return [float(value) for value in values]


def _exponential(function, place: float) -> list[float]:
    first, last = _numbers(function.get("/C0", [0])), _numbers(function.get("/C1", [1]))
    power = max(0.0, min(1.0, place)) ** float(function.get("/N", 1))
    return [start + power * (end - start) for start, end in zip(first, last, strict=False)]


def _stitched(function, place: float, *, depth: int) -> list[float] | None:
    low, high = _numbers(function["/Domain"])[:2]
    bounds = [low, *_numbers(function["/Bounds"]), high]
    place = max(low, min(high, place))
    number = max(index for index in range(len(bounds) - 1) if bounds[index] <= place or index == 0)
    start, end = _numbers(function["/Encode"])[number * 2 : number * 2 + 2]
    width = bounds[number + 1] - bounds[number]
    share = (place - bounds[number]) / width if width else 0.0
    return evaluate(function["/Functions"][number], [start + share * (end - start)], depth=depth + 1)


def _sampled(function, place: float) -> list[float]:
    """The nearest sample: gradients are judged, not drawn."""
    size, bits = int(function["/Size"][0]), int(function["/BitsPerSample"])
    limits = _numbers(function["/Range"])
    low, high = _numbers(function["/Domain"])[:2]
    count = len(limits) // 2
    share = (max(low, min(high, place)) - low) / ((high - low) or 1)
    index = round(share * (size - 1))
    data = decoded(function, limit=SAMPLES)
    step = bits // 8
    if bits % 8 or not step:
        raise ValueError("odd sample size")
    samples = [
        int.from_bytes(data[(index * count + part) * step : (index * count + part + 1) * step], "big") for part in range(count)
    ]
    most = 2**bits - 1
    return [limits[2 * n] + value / most * (limits[2 * n + 1] - limits[2 * n]) for n, value in enumerate(samples)]
