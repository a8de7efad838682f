"""Is our domain ready? What large providers look for in the DNS before they take mail from a town, in plain words.

asking.py asks the DNS, spf.py reads what it says, checks.py judges it. Nothing here sends a mail or changes anything.
"""
