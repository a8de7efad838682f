"""What a council has not told us yet. Read by the dashboard, by system checks, and by whoever must refuse to send without it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .models import CouncilSettings


@dataclass(frozen=True)
class Blank:
    """A field, or group of fields, that is empty; `code` is stable and names the system check."""

    code: str
    text: str
    reason: str


REQUIRED = [
    (
        "W011",
        ("council_name", "council_short"),
        _("The council has no name"),
        _("It stands in the nameplate, the footer and every mail."),
    ),
    (
        "W012",
        ("publisher", "street", "postcode", "city", "email"),
        _("The legal notice (Impressum) is incomplete"),
        _("Publisher, postal address and e-mail are required by law (§ 5 DDG, press law)."),
    ),
    (
        "W013",
        ("responsible",),
        _("Nobody is named as responsible (V.i.S.d.P.)"),
        _("Every paper and every mail must name a person with an address (§ 18 MStV)."),
    ),
    (
        "W014",
        ("privacy_contact", "privacy_email"),
        _("The data protection contact is missing"),
        _("Subscribers must know whom to ask (Art. 13 GDPR)."),
    ),
    (
        "W015",
        ("sender_name", "sender_email"),
        _("The newsletter has no sender"),
        _("Without a name and an address nothing can be sent."),
    ),
]


def blanks(council: CouncilSettings) -> list[Blank]:
    """What is missing in the settings of one council, in the order of the form."""
    return [
        Blank(code, text, reason)
        for code, fields, text, reason in REQUIRED
        if not all(str(getattr(council, name) or "").strip() for name in fields)
    ]
