"""Events with dates, places, programmes and speakers."""
