"""What must be true of a mailing before it may leave, and what one should know. Problems block; warnings may be overruled."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from cms.core.addresses import AddressError, on_the_wire
from cms.core.models import CouncilSettings

from .. import approval, audience
from ..feedback import mailbox
from ..message import CompiledMail, MessageError, Sender
from ..models import Mailing, MailingVersion
from . import releases

CLIPPED_AT = 102_400  # bytes of HTML; Gmail hides the rest, and with it the link to unsubscribe
LANGUAGES = dict(settings.LANGUAGES)


def council_of(mailing: Mailing) -> CouncilSettings | None:
    return CouncilSettings.for_site(mailing.site) if mailing.site else None


def problems(mailing: Mailing) -> list[str]:
    """Empty: it may be sent."""
    found = sender_problems(council_of(mailing)) + general_problems(mailing)
    leaving = [version for version in mailing.versions.select_related("mailing") if not version.held_back]
    if not leaving or any(version.frozen_at is None for version in leaving):
        found.append(_("Save the mailing once, so that its mails are made."))
    for version in leaving:
        found += wording_problems(version)
    if not found:
        found += [problem for version in leaving for problem in compile_problems(version)]
    if not found and not audience.audience(mailing).exists():
        found.append(_("Nobody has subscribed to these topics yet."))
    if not found and approval.is_required(mailing) and not approval.is_given(mailing):
        found.append(_("Somebody else has to approve the mailing first."))
    return found


def general_problems(mailing: Mailing) -> list[str]:
    """About the mailing as a whole."""
    found = []
    if mailing.page_id and not mailing.page.live:
        found.append(_("The page is not published; the mail would link to nothing."))
    if not mailing.topics.exists():
        found.append(_("Choose at least one topic."))
    return found


def problems_of_version(version: MailingVersion) -> list[str]:
    """Why a language that was held back cannot leave yet."""
    if not version.is_made:
        return [_("The page is not published in this language yet.")]
    found = sender_problems(council_of(version.mailing)) + wording_problems(version)
    if not found:
        found += compile_problems(version)
    if not found and approval.is_required(version.mailing) and version.approved_at is None:
        found.append(_("Somebody else has to approve the mailing first."))
    return found


def wording_problems(version: MailingVersion) -> list[str]:
    found = []
    if not version.subject.strip():
        found.append(_("The subject is missing in: %s") % LANGUAGES.get(version.language, version.language))
    if version.mailing.page_id is None and not version.body:
        found.append(_("The mail has no words yet in: %s") % LANGUAGES.get(version.language, version.language))
    return found + releases.problems(version)


def sender_problems(council: CouncilSettings | None) -> list[str]:
    if council is None:
        return [_("The page belongs to no site, so there is no sender.")]
    found = []
    if not council.sender_email or not council.sender_name:
        found.append(_("The council has no sender name and address yet. Add them under Settings, Council, Sender identity."))
    else:
        try:
            on_the_wire(council.sender_email)
        except AddressError:
            found.append(_("The sender address of the council is not a usable e-mail address."))
    if not (council.publisher and council.street and council.city):
        found.append(_("The legal notice of the council is incomplete (publisher and address). Every mail must carry it."))
    return found


def compile_problems(version: MailingVersion) -> list[str]:
    try:
        CompiledMail(version, sender=Sender.of(council_of(version.mailing)))
    except (MessageError, ValueError, AddressError) as error:
        return [str(error)]
    return []


def warnings(mailing: Mailing) -> list[str]:
    found = []
    for version in mailing.versions.all():
        size = len(version.html.encode())
        if size > CLIPPED_AT:
            found.append(
                _("%(language)s: the mail has %(size)s kB; Gmail cuts it off after 100 kB.")
                % {"language": version.language, "size": size // 1024}
            )
        found += [f"{version.language}: {finding['text']}" for finding in version.findings if finding.get("level") != "note"]
        if not version.preheader:
            found.append(_("%s: without a preheader mail programs show the first words of the mail.") % version.language)
    return found + setting_warnings()


def setting_warnings() -> list[str]:
    """What the town's administrator has left open."""
    found = []
    host = urlsplit(settings.BASE_URL).hostname or ""
    if host in ("localhost", "127.0.0.1"):
        found.append(_("The links in the mails lead to this computer (%s). Set BASE_URL before you send to readers.") % host)
    if not settings.BOUNCE_DOMAIN:
        found.append(_("Bounces go to the sender address, because no BOUNCE_DOMAIN is set."))
    if trouble := mailbox.trouble():
        found.append(trouble)
    return found
