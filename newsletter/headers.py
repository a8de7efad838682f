"""Header values that cannot break out of their line: RFC 2047 for what is not ASCII, and no control characters at all."""

import binascii
import re
from email.header import Header

from cms.core.addresses import on_the_wire

WORD_BYTES = 42  # of UTF-8 in one encoded word: 56 characters of base64, 68 with its frame, of 75 allowed
UNFIT_FOR_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")  # control characters, also of direction


class HeaderError(ValueError):
    """The value holds a line break or another control character."""


def single_line(value: str) -> str:
    """`value` with its blanks tidied. Raises HeaderError for control characters that blanks cannot stand in for."""
    tidy = " ".join(value.split())
    if any(ord(character) < 32 or ord(character) == 127 for character in tidy):
        raise HeaderError("A header value contains control characters.")
    return tidy


def encoded(value: str, *, name: str) -> str:
    """Any text as the value of header `name`, ASCII only; encoded words are folded at 76 characters."""
    tidy = single_line(value)
    if tidy.isascii() and "=?" not in tidy and len(tidy) < 900:
        return tidy  # a line may have 998 characters; folding plain words would only add blanks
    return Header(tidy, charset="utf-8", maxlinelen=76, header_name=name).encode(linesep="\r\n")


def encoded_address(display_name: str, address: str, *, name: str = "From") -> str:
    """`Display Name <address>` with the name quoted or encoded as needed."""
    wire = on_the_wire(address)
    tidy = single_line(display_name)
    if not tidy:
        return wire
    if tidy.isascii():
        quoted = tidy.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{wire}>'
    return f"{Header(tidy, charset='utf-8', maxlinelen=76, header_name=name).encode(linesep=' ').replace('  ', ' ')} <{wire}>"


def tidy_name(name: str) -> str:
    """A person's name as they typed it, without what could break a line or turn the direction of what follows."""
    return " ".join(UNFIT_FOR_NAMES.sub(" ", name).split())


def quoted_name(name: str) -> bytes:
    """A tidy name for `To:`, followed by a blank; empty without a name. Much faster than the standard library's Header."""
    if not name:
        return b""
    if name.isascii() and "=?" not in name:
        return b'"%b" ' % name.replace("\\", r"\\").replace('"', r"\"").encode()
    if len(whole := name.encode("utf-8")) <= WORD_BYTES:
        return b"=?utf-8?b?%b?= " % binascii.b2a_base64(whole, newline=False)
    words, word = [], b""
    for letter in name:
        encoded_letter = letter.encode("utf-8")
        if len(word) + len(encoded_letter) > WORD_BYTES:
            words.append(word)
            word = b""
        word += encoded_letter
    words.append(word)
    return b"\r\n ".join(b"=?utf-8?b?%b?=" % binascii.b2a_base64(part, newline=False) for part in words) + b" "
