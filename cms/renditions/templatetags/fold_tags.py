"""A folded sheet, `{% fold product html_dir as sides %}` (see folding.py and flyer.css), and the claim on its title."""

from django import template

from ..folding import folded_sheet, sides

register = template.Library()


@register.simple_tag
def fold(product, html_dir="ltr"):
    return sides(folded_sheet(product, rtl=html_dir == "rtl"))


@register.filter
def claim_lines(text):
    """The claim in the lines that the editor broke."""
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]


@register.filter
def claim_size(lines):
    """How large a claim is set: by its longest word and line, in pt on the usual panel. It still shrinks if it must."""
    longest = max([len(line) for line in lines] or [1])
    words = max([len(word) for line in lines for word in line.split()] or [1])
    by_width = 82 / 25.4 * 72 / (0.565 * max(words, min(longest, 14)))
    by_lines = 150 / max(1, sum(-(-len(line) // 12) for line in lines))
    return f"{max(17, min(44, by_width, by_lines)):.1f}"
