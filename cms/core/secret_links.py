"""Links that grant something: signed, so that nothing secret lies in the database and nobody can guess them.

A link that must end before its time is checked against its row as well; the signature alone cannot be taken back.
"""

import datetime
from typing import Any

from django.core import signing


class LinkError(Exception):
    """The link opens nothing."""


class LinkForged(LinkError):
    """Damaged on its way, or made up."""


class LinkExpired(LinkError):
    """It was good once."""


class SecretLink:
    """One kind of link. `purpose` keeps a token of one kind from opening another."""

    def __init__(self, purpose: str, *, max_age: datetime.timedelta | None = None) -> None:
        self.salt = f"link.{purpose}"
        self.max_age = max_age

    def token(self, value: Any) -> str:
        """`value`: what JSON can hold; readable for whoever has the link."""
        return signing.dumps(value, salt=self.salt)

    def read(self, token: str) -> Any:
        """The value. Raises LinkExpired or LinkForged."""
        try:
            return signing.loads(token, salt=self.salt, max_age=self.max_age)
        except signing.SignatureExpired as error:
            raise LinkExpired from error
        except (signing.BadSignature, ValueError) as error:
            raise LinkForged from error
