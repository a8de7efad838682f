"""Did the server take this mail? Asked only for the one mail per connection that a killed worker left unclear.

NEWSLETTER_RESOLVER names where to look: `folder:/path` (files of received mails, e.g. a Maildir or the local mailbox)
or `postfix:/path/to/mail.log` (the log of the relay on this machine). Empty: nobody can know.
"""

import re
from pathlib import Path

from django.conf import settings

HEADER_BYTES = 16_384  # the Message-ID stands in the first lines


def was_taken(message_id: str) -> bool | None:
    """True or False if it can be known, None if not."""
    kind, _colon, place = settings.NEWSLETTER_RESOLVER.partition(":")
    if not place or not Path(place).exists():
        return None
    if kind == "folder":
        return in_folder(Path(place), message_id)
    if kind == "postfix":
        return in_postfix_log(Path(place), message_id)
    return None


def in_folder(folder: Path, message_id: str) -> bool:
    """Newest files first: the mail in question left moments ago."""
    wanted = f"<{message_id}>".encode()
    files = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files:
        with path.open("rb") as content:
            if wanted in content.read(HEADER_BYTES):
                return True
    return False


def in_postfix_log(log: Path, message_id: str) -> bool:
    """Postfix notes the Message-ID while it reads (cleanup), and the queue number again once it has it all (qmgr)."""
    reading = re.compile(rf"/cleanup\[\d+\]: (\w+): message-id=<{re.escape(message_id)}>")
    queued = re.compile(r"/qmgr\[\d+\]: (\w+): from=")
    numbers = set()
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if found := reading.search(line):
                numbers.add(found[1])
            elif (found := queued.search(line)) and found[1] in numbers:
                return True
    return False
