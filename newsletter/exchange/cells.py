"""Cells of tables that people open in a spreadsheet: text that begins like a formula must not become one."""

from cms.core.spreadsheets import DANGEROUS


def safe(value) -> str:
    """The value as text; an apostrophe before what a spreadsheet would calculate."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text
