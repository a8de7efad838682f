"""Entries out of and into tables: columns.py says what the columns are, taking.py judges and takes over, writing.py exports."""
