"""People with functions and portraits, organisations with logos: what pages of every kind name. Knows no page type."""
