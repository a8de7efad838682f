"""The plain text of a mail: what the .txt templates wrote, with even spacing and lines that fit a screen."""

import re
import textwrap

WIDTH = 72  # characters in a line; addresses stay whole even if they are longer
BULLET = re.compile(r"^(\s*)(?:[-•*]|\d{1,2}[.)])\s+")
RULE = re.compile(r"^[=\-–—*]{3,}$")


def tidy(source: str) -> str:
    """`source` with lines wrapped at WIDTH, never more than one blank line in a row."""
    lines: list[str] = []
    for line in source.replace("\r\n", "\n").split("\n"):
        line = re.sub(r"(?<=\S)[ \t]+", " ", line).rstrip()
        if line:
            lines += wrapped(line)
        elif lines and lines[-1]:
            lines.append("")
    return "\n".join(lines).strip("\n") + "\n"


def wrapped(line: str) -> list[str]:
    """One line of the template as lines of at most WIDTH characters; list items hang under their text."""
    bullet = BULLET.match(line)
    if len(line) <= WIDTH or RULE.match(line):
        return [line]
    indent = " " * len(bullet.group()) if bullet else re.match(r"\s*", line).group()
    # NBSP is no place to break; textwrap splits at ASCII white space only.
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )
