"""The document library: what the council decided, minuted and wrote, as PDF in every language there is, found by every word."""
