"""Whether everybody whom a mail shows has agreed to be in the newsletter. The page type knows (Renderable.mail_objections), and
whoever holds the releases (core/consent.py)."""

from dataclasses import dataclass

from wagtail.models import Page

from cms.core import consent
from cms.renditions.preflight.findings import Finding, Severity
from cms.renditions.preflight.wording import sentence

from ..models import MailingVersion


@dataclass(frozen=True)
class Objection:
    text: str
    blocks: bool


def objections(version: MailingVersion, *, page: Page | None) -> list[Objection]:
    """About the frozen mail, as things are today: a release may have been withdrawn since. `page` is in its language."""
    found = page.mail_objections(html=version.html) if page is not None and hasattr(page, "mail_objections") else []
    named = {(finding.code, finding.details.get("name")) for finding in found}
    found += [finding for finding in without_release(version) if (finding.code, finding.details["name"]) not in named]
    return [Objection(sentence(finding), finding.severity is Severity.ERROR) for finding in found]


def without_release(version: MailingVersion) -> list[Finding]:
    """Everybody the frozen mail shows who has not agreed to be in a newsletter, whatever page or words it was made of."""
    return [
        Finding(item.code, Severity.ERROR, details={"name": item.name, "medium": item.medium})
        for item in consent.objections(version.html, medium="newsletter")
    ]


def problems(version: MailingVersion) -> list[str]:
    """What keeps the mail from leaving."""
    origin, page = version.mailing.page, None
    if origin is not None:
        family = Page.objects.filter(translation_key=origin.translation_key, locale__language_code=version.language)
        page = family.live().first()
    return [item.text for item in objections(version, page=page.specific if page else None) if item.blocks]
