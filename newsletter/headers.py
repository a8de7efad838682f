"""Header values that cannot break out of their line: RFC 2047 for what is not ASCII, and no control characters at all."""

from email.header import Header

from .addresses import on_the_wire


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
