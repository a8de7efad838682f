"""The newsletter in Wagtail's admin: what the office sees and does. Domain functions do the work; this translates."""
