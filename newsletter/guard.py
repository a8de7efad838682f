"""A restored backup must not send: it does not know whom it has written to since.

The database counts its mailings and turns; a file beside the data remembers the count. A database that is behind the file has
been restored; so has a file whose times on the disk are not those written in it. Then every start and every worker refuses
until a person confirms, on the page in the office or with `manage.py confirm_restored`.
"""

import json
import os
import time
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .errors import MailingError
from .models import SendingCount

TOLERANCE = 15  # seconds between what is written in the file and what the disk says of it


class Restored(MailingError):
    """The data seem to be those of a backup."""


def path() -> Path:
    return settings.VAR_DIR / "newsletter" / "count.json"


@transaction.atomic
def check() -> None:
    """Raises Restored; else counts on. Called before every start and every worker's turn."""
    seen = _read()  # before counting: then it cannot be ahead of us
    mine = _count()
    compare(seen, mine)
    transaction.on_commit(lambda: _write(mine))


def compare(seen: dict | None, mine: SendingCount | None, *, counting: bool = True) -> None:
    """What the file says and what the database says. Raises Restored."""
    if seen is None or mine is None or seen["identity"] != str(mine.identity):
        return  # a new server, another machine that sends with us, or another database
    if seen["number"] > mine.number - counting:
        refuse(_("the database is older than the last mailing of this server"))
    if max(abs(seen["modified"] - seen["at"]), abs(seen["changed"] - seen["at"])) > TOLERANCE:
        refuse(_("its files were copied or unpacked"))


def refuse(trouble: str) -> None:
    raise Restored(
        _(
            "These data look like a restored backup: %s. Whoever got a mail since then would get it again. "
            "Nothing is sent until somebody has answered the question “Restored data” in the menu."
        )
        % trouble
    )


def trouble() -> str:
    """Why nothing may be sent, or nothing. Changes nothing."""
    try:
        compare(_read(), SendingCount.objects.filter(pk=1).first(), counting=False)
    except Restored as error:
        return str(error)
    return ""


@transaction.atomic
def confirm(*, user: AbstractBaseUser | None) -> None:
    """A person has looked at the mailings: from here on these are the data that count."""
    seen, mine = _read(), _count()
    if seen:
        mine.number = max(mine.number, seen["number"] + 1)
    mine.confirmed_by = user
    mine.save()
    log(instance=mine, action="newsletter.restored", user=user)
    path().unlink(missing_ok=True)
    transaction.on_commit(lambda: _write(mine))


def _count() -> SendingCount:
    """One more; two at the same time get different numbers."""
    SendingCount.objects.get_or_create(pk=1)
    SendingCount.objects.filter(pk=1).update(number=F("number") + 1)
    return SendingCount.objects.get(pk=1)


def _read() -> dict | None:
    try:
        found = json.loads(path().read_text())
        status = path().stat()
    except (OSError, ValueError):
        return None
    return found | {"modified": status.st_mtime, "changed": status.st_ctime}


def _write(mine: SendingCount) -> None:
    """Never backwards: another worker may have counted on meanwhile."""
    seen = _read()
    if seen and seen["identity"] == str(mine.identity) and seen["number"] > mine.number:
        return
    path().parent.mkdir(parents=True, exist_ok=True)
    partial = path().with_suffix(f".{os.getpid()}.{time.monotonic_ns()}")
    partial.touch()
    at = partial.stat().st_mtime  # the disk's own time, whatever this process believes
    partial.write_text(json.dumps({"identity": str(mine.identity), "number": mine.number, "at": at}))
    partial.replace(path())
