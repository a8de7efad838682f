"""Whether everybody whom a mail shows has agreed to be in the newsletter. The page type knows (Renderable.mail_objections)."""

from dataclasses import dataclass

from wagtail.models import Page

from cms.renditions.preflight.findings import Severity
from cms.renditions.preflight.wording import sentence

from ..models import MailingVersion


@dataclass(frozen=True)
class Objection:
    text: str
    blocks: bool


def objections(version: MailingVersion, *, page: Page | None) -> list[Objection]:
    """About the frozen mail, as things are today: a release may have been withdrawn since. `page` is in its language."""
    if page is None or not hasattr(page, "mail_objections"):
        return []
    found = page.mail_objections(html=version.html)
    return [Objection(sentence(finding), finding.severity is Severity.ERROR) for finding in found]


def problems(version: MailingVersion) -> list[str]:
    """What keeps the mail from leaving."""
    origin = version.mailing.page
    if origin is None:
        return []
    family = Page.objects.filter(translation_key=origin.translation_key, locale__language_code=version.language)
    page = family.live().first()
    return [item.text for item in objections(version, page=page.specific if page else None) if item.blocks]
