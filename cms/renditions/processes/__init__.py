"""Processes of their own: they render, look at pages and read strangers' files, with limits on time and memory."""
