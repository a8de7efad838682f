"""The sheet that proves one person's consent, for the screen and as PDF: what they were told, asked, confirmed and changed."""

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy
from wagtail.models import Site

from cms.renditions.renderable import Product

from . import evidence
from .models import ConsentEvent, SignupRequest, Subscriber, Suppression
from .optin import WhyLeft
from .sheets import make_sheet

SHEET = Product("consent-sheet", "", "a4", "newsletter/admin/consent_sheet.print.html")
LANGUAGES = dict(settings.LANGUAGES)
LABELS = {
    "form": gettext_lazy("written down"),
    "topics": gettext_lazy("topics"),
    "added": gettext_lazy("added topics"),
    "message_id": gettext_lazy("Message-ID of the mail"),
    "request": gettext_lazy("number of the request"),
    "source": gettext_lazy("came by"),
    "file": gettext_lazy("file"),
    "way": gettext_lazy("way"),
    "mailing": gettext_lazy("mailing"),
    "reason": gettext_lazy("reason"),
    "second_language": gettext_lazy("second language"),
    "third_language": gettext_lazy("third language"),
    "format": gettext_lazy("kind of mail"),
    "paused_until": gettext_lazy("no mail before"),
    "changed": gettext_lazy("changed"),
    "earlier": gettext_lazy("entries taken over from another town"),
    "by": gettext_lazy("by"),
}
HIDDEN = {"ip"}  # a fingerprint; the address itself is shown where it is kept


def facts(subscriber: Subscriber) -> dict:
    """What both templates show."""
    events = evidence.chain(subscriber.digest)
    others = [LANGUAGES.get(code, code) for code in (subscriber.second_language, subscriber.third_language) if code]
    return {
        "subscriber": subscriber,
        "first_language": LANGUAGES.get(subscriber.language, subscriber.language),
        "other_languages": others,
        "subscriptions": subscriber.subscriptions.select_related("topic"),
        "events": [(event, details_of(event)) for event in events],
        "wordings": list({event.wording.pk: event.wording for event in events if event.wording}.values()),
        "intact": evidence.is_intact(events),
        "suppression": Suppression.objects.filter(digest=subscriber.digest).first(),
    }


def details_of(event: ConsentEvent) -> list[tuple[str, str]]:
    """The details of an entry for people: unknown keys as they are, lists in one line."""
    rows = [(LABELS.get(key, key), _in_words(key, value)) for key, value in event.details.items() if value and key not in HIDDEN]
    return rows + ([(gettext_lazy("internet address"), event.ip)] if event.ip else [])


def _in_words(key: str, value) -> str:
    if key == "reason" and value in WhyLeft:
        return str(WhyLeft(value).label)
    if key == "source" and value in SignupRequest.Source:
        return str(SignupRequest.Source(value).label)
    if key == "earlier":
        return str(len(value))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def as_pdf(subscriber: Subscriber, *, site: Site) -> bytes:
    """The sheet in the active language. Raises PdfError."""
    return make_sheet(SHEET, language=get_language() or settings.LANGUAGE_CODE, site=site, context=facts(subscriber))
