"""Lines that WeasyPrint has broken once are not broken again: texts are measured in the columns in which they are then set.

WeasyPrint's own function decides; here its answers are kept while one document is composed (private API, pinned, tested).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy

from weasyprint.layout import inline

WHOLE_LINES = 4  # characters of a line of text are narrower than a quarter of the type size, says WeasyPrint
AHEAD = 60  # characters behind them that may decide where a line ends: the longest word that is set in columns
DECIDES = (
    "font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning", "font_variant_ligatures",
    "font_variant_position", "font_variant_caps", "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian",
    "font_feature_settings", "font_variation_settings", "font_language_override", "lang", "direction", "letter_spacing",
    "word_spacing", "white_space", "overflow_wrap", "word_break", "hyphens", "hyphenate_character", "hyphenate_limit_chars",
    "hyphenate_limit_zone", "text_decoration_line", "tab_size",
)  # fmt: skip


class LineMemory:
    """Answers of `split_first_line`, by text, style and width."""

    def __init__(self, split):
        self.split = split
        self.lines: dict[tuple, tuple] = {}
        self.styles: dict[tuple, int] = {}
        self.found = 0

    def __call__(self, text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False):
        rest = (context, max_width, justification_spacing, is_line_start, minimum)
        if not max_width or max_width > 10_000 or "\n" in text:
            return self.split(text, style, *rest)
        enough = text[: int(max_width / style["font_size"] * WHOLE_LINES) + AHEAD]
        key = (enough, len(enough) == len(text), self._number(style), round(max_width, 2), *rest[2:])
        known = self.lines.get(key)
        if known is None:
            known = self.split(enough, style, *rest)
            if known[2] is None and len(enough) < len(text):
                return self.split(text, style, *rest)
            self.lines[key] = (copy(known[0]), *known[1:])  # the layout itself changes when it is drawn
            return known
        self.found += 1
        return (copy(known[0]), *known[1:])

    def _number(self, style) -> int:
        """Equal for styles that break lines in the same way."""
        try:
            return style.breaks_lines_as
        except AttributeError:
            values = tuple(str(style[name]) for name in DECIDES)
            style.breaks_lines_as = self.styles.setdefault(values, len(self.styles))
            return style.breaks_lines_as


@contextmanager
def remembering_lines() -> Iterator[LineMemory]:
    """Within, WeasyPrint breaks each text in the same style and width only once."""
    memory = LineMemory(inline.split_first_line)
    inline.split_first_line = memory
    try:
        yield memory
    finally:
        inline.split_first_line = memory.split
