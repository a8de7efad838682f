"""One spelling per e-mail address: normalised for people (Unicode), for comparing, and for the wire (A-label).

Nothing here asks the DNS: that would let a web request wait for somebody else's server.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from email_validator import EmailNotValidError, validate_email

# What may stand in an SMTP envelope: no blanks, no control characters, none that would end or split it (RFC 5321, RFC 6531).
WIRE = re.compile(
    r"(?:[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]|[^\x00-\xa0\u2000-\u200f\u2028-\u202f\u2060-\u206f]){1,64}@[A-Za-z0-9.\-]{1,253}"
)


class AddressError(ValidationError):
    """The address cannot receive our mail; the message is for the person who typed it."""


def normalise(address: str) -> str:
    """The address as people read it: trimmed, domain in lower case and in Unicode. Raises AddressError."""
    try:
        checked = validate_email((address or "").strip(), check_deliverability=False, allow_smtputf8=True, test_environment=True)
    except EmailNotValidError as error:
        raise AddressError(_("Please check the e-mail address: something in it is not right."), code="invalid") from error
    if checked.ascii_email is None:
        raise AddressError(
            _("Mail programs cannot reliably reach addresses with special letters before the @ sign. Please use another one."),
            code="non-ascii",
        )
    return checked.normalized


def comparison_key(address: str) -> str:
    """Two addresses with the same key are the same mailbox for us: case never matters."""
    return normalise(address).casefold()


def digest(address: str) -> str:
    """A keyed fingerprint: recognises an address again without storing it. 64 hexadecimal digits."""
    return salted_hmac("newsletter.address", comparison_key(address), algorithm="sha256").hexdigest()


def on_the_wire(address: str) -> str:
    """The form for envelope and header: müller.de becomes xn--mller-kva.de. Raises AddressError.

    ASCII, unless the part before the @ has other letters: only a server with SMTPUTF8 takes those, see transport/smtp.py.
    """
    if not address.isascii():
        local, _at, domain = address.rpartition("@")
        try:
            domain = validate_email(f"x@{domain}", check_deliverability=False, test_environment=True).ascii_domain
        except EmailNotValidError as error:
            raise AddressError(_("This address cannot be written on an envelope."), code="wire") from error
        address = f"{local}@{domain}"
    if not WIRE.fullmatch(address):
        raise AddressError(_("This address cannot be written on an envelope."), code="wire")
    return address
