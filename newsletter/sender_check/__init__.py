"""Is our domain ready? What large providers look for in the DNS before they take mail from a town, in plain words.

asking.py asks the DNS, checks.py judges the answers. Nothing here sends a mail or changes anything.
"""
