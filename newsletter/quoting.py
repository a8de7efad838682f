"""Text → quoted-printable lines as they go over the wire. Values that are put in later start on a soft line of their own.

No line begins with a dot, so SMTP's dot-stuffing never has to touch the mail and a DKIM signature covers what is sent.
"""

import binascii
import itertools
import re

LONGEST = 76  # RFC 2045, the "=" of a soft break included
_LEADING_DOTS = re.compile(rb"(?m)^\.[^\r\n]*")


def quoted_printable(text: str) -> bytes:
    """Lines of at most 76 characters with CRLF. Meant to start on a line of its own."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    lines = binascii.b2a_qp(plain, istext=True).replace(b"\r\n", b"\n")
    if b"." in lines[:1] or b"\n." in lines:
        lines = _LEADING_DOTS.sub(_without_leading_dot, lines)
    return lines.replace(b"\n", b"\r\n")


def _without_leading_dot(found: re.Match) -> bytes:
    """The same line with its dot written as =2E, broken softly if it gets too long."""
    rest = found[0][1:]
    if rest.startswith(b".") or len(rest) + 3 > LONGEST:
        return b"=2E=\n" + (_LEADING_DOTS.sub(_without_leading_dot, rest) if rest.startswith(b".") else rest)
    return b"=2E" + rest


def cut(text: str, slots: re.Pattern) -> list[bytes | str]:
    """Encoded pieces and, between them, the names of slots, each on a line of its own. Ends in exactly one CRLF."""
    pieces: list[bytes | str] = []
    split = slots.split(text.rstrip() + "\n")
    for piece, following in itertools.pairwise([*split, ""]):
        if slots.fullmatch(piece):
            # A line that ends here anyway needs no soft end, and must not get an empty line after it.
            pieces += [b"=\r\n", piece, b"" if following.startswith("\n") else b"=\r\n"]
        elif piece:
            pieces.append(quoted_printable(piece))
    return pieces


def merge(pieces: list[bytes | str]) -> list[bytes | str]:
    """Neighbouring bytes become one piece: fewer joins per recipient."""
    merged: list[bytes | str] = []
    for piece in pieces:
        if merged and isinstance(piece, bytes) and isinstance(merged[-1], bytes):
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged
