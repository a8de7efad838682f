"""Hands mails to any Django mail backend: a provider's HTTP interface by django-anymail, or a backend of the town's own.

One mail per call, because only then it is known what became of it. Errors are sorted the same way as SMTP's replies.
"""

import email
import re
import smtplib
from collections.abc import Callable, Iterable, Iterator
from email.header import decode_header, make_header
from email.message import Message as ParsedMail
from email.utils import parseaddr

import requests
from anymail.exceptions import (
    AnymailAPIError,
    AnymailConfigurationError,
    AnymailError,
    AnymailRecipientsRefused,
    AnymailUnsupportedFeature,
)
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from newsletter.models import Delivery

from .answers import Answer, Envelope, Kind, Outcome, Unreachable, always, judged

# Written anew by whoever builds the final mail.
STRUCTURE = {
    *("from", "to", "reply-to", "subject", "date", "mime-version", "content-type", "content-transfer-encoding"),
    "dkim-signature",  # over bytes that will not be sent
}
PATIENCE_ASKED = {408, 425, 429, 503}
BETWEEN = {502, 504}  # a gateway gave up waiting: the provider may have the mail all the same
SAME_REFUSALS = 3  # then it is not about the reader
NUMBER_OF_AN_ERROR = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # another one in every answer
NO_CONNECTION = {  # by name, because each library has errors of its own
    *("NewConnectionError", "NameResolutionError", "SSLError", "ProxyError"),
    *("EndpointConnectionError", "ConnectTimeoutError", "ProxyConnectionError"),
}

# What providers write themselves; asked for all the same, Mailjet refuses the whole mail (its error send-0011).
PROVIDERS_OWN = {"Mailjet": {"message-id", "list-id"}}
# Mailgun takes the domain of the envelope sender for the account to send from, and there is no such account.
NOT_THE_ENVELOPE_SENDER = {"Mailgun"}
# Amazon answers most of these with 400, which would be about one mail.
AMAZON = {
    **dict.fromkeys(["TooManyRequestsException", "ThrottlingException", "Throttling", "LimitExceededException"], 429),
    **dict.fromkeys(["AccountSuspendedException", "SendingPausedException", "MailFromDomainNotVerifiedException"], 403),
}


class MailerSession:
    def __init__(self, backend: BaseEmailBackend):
        self._backend = backend
        # What Anymail can ask a provider for. No tracking, whatever the account's settings say; not every provider knows these.
        self._wishes = {"track_opens": False, "track_clicks": False}
        self._provider = getattr(backend, "esp_name", "")
        self._passes_envelope_sender = self._provider not in NOT_THE_ENVELOPE_SENDER
        self._token_as = ["metadata", "tags"]  # ways to get the delivery's token back with the provider's notices, best first
        self._refusals: list[str] = []
        self.is_open = True

    @classmethod
    def open(cls, alias: str) -> "MailerSession":
        """Raises Unreachable."""
        try:
            backend = mailers[alias]
            backend.open()
        except (ImproperlyConfigured, ImportError) as error:
            raise Unreachable(_("The mail service is not set up completely: %s") % error, kind=Kind.CONFIG) from error
        except OSError as error:
            raise Unreachable(_("The mail service cannot be reached: %s") % first_line(error), kind=Kind.NETWORK) from error
        except Exception as error:  # any backend may be configured, each with errors of its own
            raise Unreachable(_("The mail service is not set up completely: %s") % first_line(error), kind=Kind.CONFIG) from error
        return cls(backend)

    def send(self, batch: Iterable[Envelope], *, may_send: Callable[[], bool] = always) -> Iterator[Answer]:
        """See Session.send."""
        for envelope in batch:
            if not may_send():
                self.close()
                return
            answer = self._send_one(envelope)
            self._notice(answer)
            yield answer
            if not self.is_open:
                return

    def close(self) -> None:
        self._backend.close()
        self.is_open = False

    quit = close

    def _send_one(self, envelope: Envelope) -> Answer:
        delivery = envelope.delivery
        try:
            message = self._message(envelope)
            if not self._backend.send_messages([message]):
                return Answer(delivery, Outcome.LATER, 0, _("The mail service did not send it."), Delivery.Reason.OTHER)
        except AnymailUnsupportedFeature as error:
            if self._give_up_a_wish(str(error)):
                return self._send_one(envelope)
            return Answer(delivery, Outcome.REFUSED, 0, first_line(error), Delivery.Reason.OTHER)
        except AnymailError as error:
            return self._provider_said(envelope, error)
        except (ImproperlyConfigured, smtplib.SMTPSenderRefused, smtplib.SMTPAuthenticationError) as error:
            self.close()
            kind = Kind.AUTH if isinstance(error, smtplib.SMTPAuthenticationError) else Kind.CONFIG
            raise Unreachable(_("The mail service does not take our mails: %s") % first_line(error), kind=kind) from error
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            return judged(delivery, code=code, text=readable(text))
        except smtplib.SMTPResponseException as error:
            return judged(delivery, code=error.smtp_code, text=readable(error.smtp_error))
        except ConnectionRefusedError as error:
            self.close()
            raise Unreachable(_("The mail service cannot be reached: %s") % first_line(error), kind=Kind.NETWORK) from error
        except Exception as error:  # any backend may be configured, each with errors of its own
            self.close()
            return Answer(delivery, Outcome.UNCERTAIN, 0, first_line(error))
        return self._taken(envelope, message)

    # --- building --------------------------------------------------------------------------------------------------------
    def _message(self, envelope: Envelope) -> EmailMultiAlternatives:
        parsed = email.message_from_bytes(envelope.content)
        texts = {part.get_content_type(): readable(part.get_payload(decode=True)) for part in parsed.walk() if is_text(part)}
        not_ours = STRUCTURE | PROVIDERS_OWN.get(self._provider, set())
        message = EmailMultiAlternatives(
            subject=spelled_out(parsed["Subject"]),
            body=texts.get("text/plain", ""),
            from_email=with_name(parsed["From"]),
            to=[with_name(parsed["To"])],
            reply_to=[parsed["Reply-To"]] if parsed["Reply-To"] else None,
            headers={name: plain(value) for name, value in parsed.items() if name.lower() not in not_ours},
        )
        if "text/html" in texts:
            message.attach_alternative(texts["text/html"], "text/html")
        for wish, value in self._wishes.items():
            setattr(message, wish, value)
        if self._passes_envelope_sender:
            message.envelope_sender = envelope.sender
        token = getattr(envelope.delivery, "token", "")
        if token and self._token_as:
            way = self._token_as[0]
            setattr(message, way, {"delivery": token} if way == "metadata" else [token])
        return message

    @staticmethod
    def _taken(envelope: Envelope, message: EmailMultiAlternatives) -> Answer:
        status = getattr(message, "anymail_status", None)
        code = getattr(getattr(status, "esp_response", None), "status_code", 200)
        if code >= 400:  # a refusal whose words Anymail could not sort
            return Answer(envelope.delivery, Outcome.REFUSED, code, status.esp_response.text[:500], Delivery.Reason.OTHER)
        return Answer(envelope.delivery, Outcome.ACCEPTED, 250, str(status.message_id or "") if status else "")

    def _give_up_a_wish(self, complaint: str) -> bool:
        """Leave out what this provider cannot do, if it is one of ours."""
        for wish in list(self._wishes):
            if wish in complaint:
                del self._wishes[wish]
                return True
        if "envelope_sender" in complaint and self._passes_envelope_sender:
            self._passes_envelope_sender = False
            return True
        if self._token_as and self._token_as[0] in complaint:
            del self._token_as[0]
            return True
        return False

    # --- understanding ---------------------------------------------------------------------------------------------------
    def _provider_said(self, envelope: Envelope, error: AnymailError) -> Answer:
        """Raises Unreachable if it is not about this reader."""
        delivery, words = envelope.delivery, first_line(error)
        if isinstance(error, AnymailRecipientsRefused):
            status = error.email_message.anymail_status.status if error.email_message else None
            reason = Delivery.Reason.SUPPRESSED if status == {"rejected"} else Delivery.Reason.OTHER
            return Answer(delivery, Outcome.REFUSED, 550, words, reason)
        code = http_code(error)
        if isinstance(error, AnymailAPIError) and not code:
            return self._network_fault(delivery, error)
        if code in (401, 402, 403):
            self.close()
            raise Unreachable(_("The mail service does not accept our key: %s") % words, kind=Kind.AUTH) from error
        if code in PATIENCE_ASKED:
            self.close()
            raise Unreachable(_("The mail service asks for patience: %s") % words, kind=Kind.NETWORK) from error
        if code in (404, 405) or isinstance(error, AnymailConfigurationError):
            self.close()
            raise Unreachable(_("The mail service is not set up completely: %s") % words, kind=Kind.CONFIG) from error
        if code in BETWEEN or 200 <= code < 300:  # the answer itself was lost or unreadable
            return Answer(delivery, Outcome.UNCERTAIN, code, words)
        if code >= 500:
            return Answer(delivery, Outcome.LATER, code, words, Delivery.Reason.OTHER)
        return Answer(delivery, Outcome.REFUSED, code, words, Delivery.Reason.OTHER)

    def _network_fault(self, delivery, error: AnymailAPIError) -> Answer:
        self.close()
        if isinstance(error, requests.exceptions.ConnectTimeout) or never_connected(error):
            raise Unreachable(_("The mail service cannot be reached: %s") % first_line(error), kind=Kind.NETWORK) from error
        if type(error.__cause__).__name__ in ("NoCredentialsError", "PartialCredentialsError", "ParamValidationError"):
            raise Unreachable(_("The mail service is not set up completely: %s") % first_line(error), kind=Kind.CONFIG) from error
        return Answer(delivery, Outcome.UNCERTAIN, 0, first_line(error))

    def _notice(self, answer: Answer) -> None:
        """The same refusal again and again is about us, not about the readers. Raises Unreachable before more of them fail."""
        if answer.outcome != Outcome.REFUSED or answer.code == 550:
            self._refusals.clear()
            return
        self._refusals.append(NUMBER_OF_AN_ERROR.sub("", answer.text))
        if len(self._refusals) >= SAME_REFUSALS and len(set(self._refusals)) == 1:
            self.close()
            raise Unreachable(_("The mail service does not take our mails: %s") % answer.text, kind=Kind.CONFIG)


def is_text(part: ParsedMail) -> bool:
    return part.get_content_maintype() == "text"


def spelled_out(header: str) -> str:
    """RFC 2047 read back, on one line."""
    return str(make_header(decode_header("".join(header.splitlines()))))


def with_name(header: str) -> str:
    """`"Name" <address>` with the name spelled out: the provider encodes it again in its own way."""
    name, address = parseaddr("".join(header.splitlines()))
    name = spelled_out(name).replace("\\", r"\\").replace('"', r"\"")
    return f'"{name}" <{address}>' if name else address


def plain(header: str) -> str:
    """A header that some providers would send on unencoded: its name is left out if it is not ASCII (List-Id)."""
    line = "".join(header.splitlines())
    return line[line.index("<") :] if "=?" in line and "<" in line else line


def http_code(error: AnymailError) -> int:
    """The status of the provider's answer, 0 if there was none."""
    if error.status_code:
        return error.status_code
    answer = error.response if isinstance(error.response, dict) else {}  # as Amazon's own library has it
    code = answer.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return AMAZON.get(answer.get("Error", {}).get("Code"), code)


def never_connected(error: Exception) -> bool:
    """No connection was made at all, so nothing can have been taken."""
    while error is not None:
        if type(error).__name__ in NO_CONNECTION:
            return True
        reason = next((a for a in getattr(error, "args", ()) if isinstance(a, Exception)), None)
        error = getattr(reason, "reason", None) or reason or error.__cause__
    return False


def readable(text: bytes | str) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)


def first_line(error: Exception) -> str:
    words = str(error) or type(error).__name__
    return " ".join(words.split())[:500]
