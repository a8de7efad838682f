"""What the council's public relations cost: planned, spent, expected; per year, item and printed copy."""
