"""Self-standing printed matter: flyers, posters, letters, welcome signs, calendars."""
