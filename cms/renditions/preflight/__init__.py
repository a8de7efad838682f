"""Preflight: what is wrong with a finished PDF, or with a page before it is printed, in sentences editors understand.

`checker.check_pdf` is pure (no Django, no network); `service` runs it in a process of its own; `content` looks at pages.
"""
