"""What stands between a mailing and its readers. Problems block sending; warnings are shown and may be overruled."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from cms.core.models import CouncilSettings

from . import audience
from .addresses import AddressError, on_the_wire
from .message import CompiledMail, MessageError, Sender
from .models import Mailing

CLIPPED_AT = 102_400  # bytes of HTML; Gmail hides the rest, and with it the link to unsubscribe


def council_of(mailing: Mailing) -> CouncilSettings | None:
    return CouncilSettings.for_site(mailing.site) if mailing.site else None


def problems(mailing: Mailing) -> list[str]:
    """Empty: it may be sent."""
    found = sender_problems(council_of(mailing))
    if not mailing.page or not mailing.page.live:
        found.append(_("The page is not published; the mail would link to nothing."))
    if not mailing.topics.exists():
        found.append(_("Choose at least one topic."))
    versions = list(mailing.versions.all())
    if not versions or any(version.frozen_at is None for version in versions):
        found.append(_("Save the mailing once, so that its mails are made."))
    for version in versions:
        if not version.subject.strip():
            found.append(_("The subject is missing in: %s") % version.language)
    if not found:
        found += compile_problems(mailing, versions)
    if not found and not audience.audience(mailing).exists():
        found.append(_("Nobody has subscribed to these topics yet."))
    return found


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


def compile_problems(mailing: Mailing, versions: list) -> list[str]:
    sender = Sender.of(council_of(mailing))
    found = []
    for version in versions:
        try:
            CompiledMail(version, sender=sender)
        except (MessageError, ValueError, AddressError) as error:
            found.append(str(error))
    return found


def warnings(mailing: Mailing) -> list[str]:
    found = []
    for version in mailing.versions.all():
        size = len(version.html.encode())
        if size > CLIPPED_AT:
            found.append(
                _("%(language)s: the mail has %(size)s kB; Gmail cuts it off after 100 kB.")
                % {"language": version.language, "size": size // 1024}
            )
        found += [f"{version.language}: {problem}" for problem in version.findings]
        if not version.preheader:
            found.append(_("%s: without a preheader mail programs show the first words of the mail.") % version.language)
    host = urlsplit(settings.BASE_URL).hostname or ""
    if host in ("localhost", "127.0.0.1"):
        found.append(_("The links in the mails lead to this computer (%s). Set BASE_URL before you send to readers.") % host)
    if not settings.BOUNCE_DOMAIN:
        found.append(_("Bounces go to the sender address, because no BOUNCE_DOMAIN is set."))
    return found
