"""Links that grant something: signed, so that nothing secret lies in the database and nobody can guess them.

leave    in every mailing: leave, change language. Never shows the address, exports or erases: mails are forwarded.
confirm  in the confirmation mail: says yes to one sign-up request.
care     in the mail a reader asked for: everything, for a day.
desk     on the tablet at an event: shows the form again and again, for a day and a half.
"""

import binascii
import hashlib
import hmac
from collections.abc import Callable

from django.conf import settings
from django.core import signing

CARE_HOURS = 24
DESK_HOURS = 36
URL_SAFE = bytes.maketrans(b"+/", b"-_")

_leave = signing.Signer(salt="newsletter.leave", sep=".")
_confirm = signing.Signer(salt="newsletter.confirm", sep=".")


class TokenError(Exception):
    """The link is damaged, forged or too old."""


def leave_token(uid: str, *, mailing_id: int) -> str:
    return _leave.sign(f"{uid}.{mailing_id}")


def leave_token_writer(*, mailing_id: int) -> Callable[[str], str]:
    """leave_token for everybody in a mailing, uid → token: the key is derived once, not for each mail."""
    key = salted_key("newsletter.leave" + "signer")  # as signing.Signer does it

    def write(uid: str) -> str:
        value = f"{uid}.{mailing_id}"
        seal = binascii.b2a_base64(hmac.digest(key, value.encode(), "sha256"), newline=False)
        return f"{value}.{seal.translate(URL_SAFE).rstrip(b'=').decode()}"

    return write


def salted_key(salt: str) -> bytes:
    """What Django's salted_hmac uses as key: to seal very many things with hmac.digest, which makes no object for each."""
    return hashlib.sha256((salt + settings.SECRET_KEY).encode()).digest()


def read_leave_token(token: str) -> tuple[str, int]:
    """The subscriber's uid and the mailing the link came with."""
    try:
        uid, mailing_id = _leave.unsign(token).split(".")
        return uid, int(mailing_id)
    except (signing.BadSignature, ValueError) as error:
        raise TokenError from error


def confirm_token(request_uid: str) -> str:
    return _confirm.sign(str(request_uid))


def read_confirm_token(token: str) -> str:
    try:
        return _confirm.unsign(token)
    except signing.BadSignature as error:
        raise TokenError from error


def care_token(uid: str) -> str:
    return signing.dumps(uid, salt="newsletter.care")


def read_care_token(token: str) -> str:
    try:
        return signing.loads(token, salt="newsletter.care", max_age=CARE_HOURS * 3600)
    except signing.BadSignature as error:
        raise TokenError from error


def desk_token(event: str, *, topics: list[int]) -> str:
    """The sign-up desk of one event, offering these topics (none: those of the usual form)."""
    return signing.dumps([event, topics], salt="newsletter.desk")


def read_desk_token(token: str) -> tuple[str, list[int]]:
    try:
        event, topics = signing.loads(token, salt="newsletter.desk", max_age=DESK_HOURS * 3600)
    except signing.BadSignature as error:
        raise TokenError from error
    return event, topics
