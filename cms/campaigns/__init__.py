"""Campaigns and the testimonials of residents in them."""
