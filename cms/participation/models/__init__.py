"""Forms and what people send through them: contact, volunteers, ideas, surveys; calls with a jury are in calls.py."""
