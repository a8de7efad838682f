"""Calls in the admin: for the office and for the members of a jury."""
