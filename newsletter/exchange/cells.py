"""Cells of tables that people open in a spreadsheet: text that begins like a formula must not become one."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value) -> str:
    """The value as text; an apostrophe before what a spreadsheet would calculate."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def plain(text: str) -> str:
    """What `safe` or a spreadsheet made of a value, taken back; without blanks around it and without NUL."""
    text = text.strip().replace("\0", "")
    return text[1:] if text.startswith("'") and text[1:].startswith(DANGEROUS) else text
