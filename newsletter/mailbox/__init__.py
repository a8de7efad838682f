"""The local mailbox: a real SMTP server on loopback and pages to read what it received. For development only.

smtp.py receives, store.py keeps one .eml file per mail, index.py lists them, reading.py takes a mail apart, pages.py shows it,
server.py runs everything. None of it is in cms.urls; real sending is newsletter/transport.py.
"""
