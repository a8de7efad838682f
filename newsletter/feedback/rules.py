"""What a refusal means, by the numbers of RFC 3463 and, without them, by the words mail servers use.

The distinction that matters: a dead mailbox is about the reader, a policy refusal (5.7.x) is about us. The second must
never put a reader on the suppression list, or one blocked sender address would wipe out a whole list.
"""

import re
from dataclasses import dataclass

from ..models import Delivery, Feedback

Kind = Feedback.Kind
Reason = Delivery.Reason

ENHANCED = re.compile(r"(?<![\d.])([45])\.([0-7])\.(\d{1,2})(?![\d.])")  # subjects 0 to 7, so no version number
CODE = re.compile(r"(?<![\d.])([45]\d\d)(?![\d.])")

# subject.detail → (kind of a permanent refusal, reason)
NUMBERS = {
    "1.0": (Kind.HARD, Reason.NO_SUCH_MAILBOX),
    "1.1": (Kind.HARD, Reason.NO_SUCH_MAILBOX),
    "1.2": (Kind.HARD, Reason.NO_MAIL_SERVER),
    "1.3": (Kind.HARD, Reason.NO_SUCH_MAILBOX),
    "1.6": (Kind.HARD, Reason.NO_SUCH_MAILBOX),
    "1.10": (Kind.HARD, Reason.NO_MAIL_SERVER),  # null MX, RFC 7505
    "1.7": (Kind.ABOUT_US, Reason.REFUSED_POLICY),  # our sender address is malformed
    "1.8": (Kind.ABOUT_US, Reason.REFUSED_POLICY),  # our domain does not resolve
    "2.0": (Kind.SOFT, Reason.OTHER),
    "2.1": (Kind.HARD, Reason.NO_SUCH_MAILBOX),  # mailbox disabled
    "2.2": (Kind.SOFT, Reason.MAILBOX_FULL),
    "2.3": (Kind.ABOUT_US, Reason.TOO_BIG),
    "3.4": (Kind.ABOUT_US, Reason.TOO_BIG),
    "4.7": (Kind.SOFT, Reason.GAVE_UP),  # delivery time expired
    "4.4": (Kind.SOFT, Reason.NO_MAIL_SERVER),
}
POLICY = re.compile(
    r"spam|polic|block(ed|list)|blacklist|reputation|spf|dkim|dmarc|rdns|reverse dns|ptr|denied|not authori|auth|rate limit|abus",
    re.I,
)
NO_MAILBOX = re.compile(
    r"(user|mailbox|recipient|address|account|adresse|empf.{1,3}nger|postfach)[^.;]{0,60}?"
    r"(unknown|not found|does not exist|doesn't exist|no such|invalid|unavailable|disabled|deactivated|inactive"
    r"|unbekannt|existiert nicht|nicht vorhanden)"
    r"|no such (user|mailbox|recipient|address)|unknown (user|recipient|mailbox)|user unknown|unrouteable address",
    re.I,
)
FULL = re.compile(r"(mailbox|quota|storage|postfach)[^.;]{0,40}(full|exceed|over|voll|.berschritten)|over ?quota", re.I)
NO_SERVER = re.compile(r"(host|domain)[^.;]{0,40}(not found|unknown)|name service error|no mx|null mx", re.I)
BIG = re.compile(r"(message|size)[^.;]{0,40}(too (big|large)|exceed)", re.I)


@dataclass(frozen=True)
class Verdict:
    """`kind` decides what happens to the reader, `reason` is what the office reads."""

    kind: Feedback.Kind
    reason: Delivery.Reason
    status: str = ""

    @property
    def is_final(self) -> bool:
        """True if trying this mail again would be no use."""
        return self.kind != Kind.SOFT


def judge(*, code: int = 0, status: str = "", text: str = "") -> Verdict:
    """A refusal by its SMTP code, its enhanced status and its words; whatever is missing is looked for in `text`.

    A temporary answer (4xx) is always SOFT, or ABOUT_US when it names a policy; nothing in it suppresses a reader.
    """
    found = ENHANCED.search(status) or ENHANCED.search(text)
    number = f"{found[2]}.{found[3]}" if found else ""
    klass = found[1] if found else (str(code or (CODE.search(text) or [0, ""])[1])[:1] or "")
    status = found[0] if found else status
    if found and found[2] == "7":
        return Verdict(Kind.ABOUT_US, Reason.REFUSED_POLICY, status)
    if klass == "4":
        reason = NUMBERS.get(number, (None, Reason.OTHER))[1]
        return Verdict(Kind.SOFT, reason if reason != Reason.NO_SUCH_MAILBOX else Reason.OTHER, status)
    if number in NUMBERS and number not in ("1.0", "2.0"):
        return _not_policy(*NUMBERS[number], status=status, text=text)
    return _by_words(text, permanent=klass == "5", status=status)


def _not_policy(kind: Feedback.Kind, reason: Delivery.Reason, *, status: str, text: str) -> Verdict:
    """Some servers say 5.1.1 and mean “you are on our block list”: words about a policy win over the number."""
    if kind == Kind.HARD and POLICY.search(text) and not NO_MAILBOX.search(text):
        return Verdict(Kind.ABOUT_US, Reason.REFUSED_POLICY, status)
    return Verdict(kind, reason, status)


def _by_words(text: str, *, permanent: bool, status: str) -> Verdict:
    if FULL.search(text):
        return Verdict(Kind.SOFT, Reason.MAILBOX_FULL, status)
    if not permanent:
        return Verdict(Kind.UNCLEAR, Reason.OTHER, status)
    for pattern, kind, reason in (
        (NO_MAILBOX, Kind.HARD, Reason.NO_SUCH_MAILBOX),
        (NO_SERVER, Kind.HARD, Reason.NO_MAIL_SERVER),
        (BIG, Kind.ABOUT_US, Reason.TOO_BIG),
        (POLICY, Kind.ABOUT_US, Reason.REFUSED_POLICY),
    ):
        if pattern.search(text):
            return Verdict(kind, reason, status)
    return Verdict(Kind.UNCLEAR, Reason.OTHER, status)
