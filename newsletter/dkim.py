"""Signs mails with DKIM (RFC 6376, RFC 8463) when the relay does not. Keys lie in var/keys and are made by `dkim_key`.

c=relaxed/simple: our bodies are canonical as they are (CRLF, one line end at the end), so one hash over them is enough.
"""

import base64
import hashlib
import os
import re
import time
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa
from django.conf import settings
from django.utils.translation import gettext as _

# Listed once more than they occur: nobody can add a second one on the way.
OVERSIGNED = ("from", "to", "subject")
BLANKS = re.compile(rb"[ \t]+")


class DkimError(Exception):
    """There is no usable key; the message is for the operator."""


def key_file(domain: str, *, selector: str) -> Path:
    return Path(settings.VAR_DIR) / "keys" / f"{domain}.{selector}.pem"


def make_key(domain: str, *, selector: str, kind: str) -> Path:
    """A new private key, readable by this user only. Raises DkimError if there already is one."""
    path = key_file(domain, selector=selector)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if kind == "ed25519":
        key = ed25519.Ed25519PrivateKey.generate()
    else:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(pem)
    except FileExistsError as error:
        raise DkimError(_("There is already a key for %(domain)s: %(path)s") % {"domain": domain, "path": path}) from error
    return path


class Signer:
    """One key of one domain. Raises DkimError if it cannot be read."""

    def __init__(self, domain: str, *, selector: str):
        path = key_file(domain, selector=selector)
        try:
            self._key = serialization.load_pem_private_key(path.read_bytes(), password=None)
        except (OSError, ValueError) as error:
            raise DkimError(
                _("The DKIM key of %(domain)s cannot be read (%(path)s). Make one with: manage.py dkim_key")
                % {"domain": domain, "path": path}
            ) from error
        if not isinstance(self._key, rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey):
            raise DkimError(_("The DKIM key %s is neither RSA nor Ed25519.") % path)
        self.domain = domain
        self.selector = selector
        self.kind = "rsa" if isinstance(self._key, rsa.RSAPrivateKey) else "ed25519"

    def dns_record(self) -> tuple[str, str]:
        """Name and value of the TXT record that publishes the key."""
        public = self._key.public_key()
        if self.kind == "rsa":
            raw = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        else:
            raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return f"{self.selector}._domainkey.{self.domain}", f"v=DKIM1; k={self.kind}; p={base64.b64encode(raw).decode()}"

    def prepare(self, *, own: list[str], shared: bytes) -> "Stamp":
        """For mails that share the header block `shared` and have the headers named in `own` each to themselves."""
        return Stamp(self, own=own, shared=shared)

    def signature(self, data: bytes) -> bytes:
        if self.kind == "rsa":
            return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self._key.sign(hashlib.sha256(data).digest())


class Stamp:
    """Everything about a signature that is the same for all mails of a mailing in one language."""

    def __init__(self, signer: Signer, *, own: list[str], shared: bytes):
        self._signer = signer
        fields = [relaxed(line) for line in unfolded(shared)]
        self._shared = b"".join(fields)
        names = [name.lower() for name in own] + [field.partition(b":")[0].decode() for field in fields]
        names += [name for name in OVERSIGNED if name in names]
        self._tags = (
            f"v=1; a={signer.kind}-sha256; c=relaxed/simple; d={signer.domain}; s={signer.selector}; h={':'.join(names)}; t="
        ).encode()

    def header(self, own: bytes, *, body: bytes) -> bytes:
        """The complete DKIM-Signature field. `own` are the mail's own header lines in the order given to prepare."""
        digest = base64.b64encode(hashlib.sha256(body).digest())
        tags = b"%b%d; bh=%b; b=" % (self._tags, int(time.time()), digest)
        signed = b"".join(relaxed(line) for line in unfolded(own))
        data = signed + self._shared + b"dkim-signature:" + tags
        signature = base64.b64encode(self._signer.signature(data))
        folded = b"\r\n\t ".join(signature[start : start + 72] for start in range(0, len(signature), 72))
        return b"DKIM-Signature: " + tags.replace(b"; ", b";\r\n\t") + folded + b"\r\n"


def unfolded(block: bytes) -> list[bytes]:
    lines = block.replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ").split(b"\r\n")
    return [line for line in lines if line]


def relaxed(line: bytes) -> bytes:
    """One unfolded header in relaxed canonical form, with its line end (RFC 6376, 3.4.2)."""
    name, _colon, value = line.partition(b":")
    return name.strip().lower() + b":" + BLANKS.sub(b" ", value).strip() + b"\r\n"
