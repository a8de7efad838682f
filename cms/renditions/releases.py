"""Release for print: warnings are accepted by name, errors block, and what is released never changes again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from .errors import RenditionError
from .models import PrintFile
from .pdf import Purpose
from .preflight.findings import Finding, Severity, blocking, sorted_findings

PERMISSION = "renditions.release_printfile"


class ReleaseRefused(RenditionError):
    """It cannot be released; the text says what is missing."""


def findings_of(print_file: PrintFile) -> list[Finding]:
    """What preflight found, the worst first."""
    return sorted_findings(Finding.of(data) for data in print_file.findings)


def open_warnings(print_file: PrintFile) -> list[Finding]:
    """Warnings that nobody with the right has accepted yet."""
    found = findings_of(print_file)
    return [item for item in found if item.severity is Severity.WARNING and item.key not in print_file.accepted]


def counts(print_file: PrintFile) -> dict[str, int]:
    """How many findings of each severity."""
    found = findings_of(print_file)
    return {severity.value: sum(item.severity is severity for item in found) for severity in Severity}


def obstacles(print_file: PrintFile) -> list[str]:
    """Why it cannot be released yet, in sentences; empty if nothing is in the way."""
    if print_file.state == PrintFile.State.RELEASED:
        return [_("It is released already.")]
    if print_file.state != PrintFile.State.READY:
        return [_("It is not finished.")]
    if print_file.purpose == Purpose.PROOF:
        return [_("A proof is not for print.")]
    if not print_file.file or not print_file.file.storage.exists(print_file.file.name):
        return [_("Its file is missing. Make it again.")]
    errors, warnings = blocking(findings_of(print_file)), open_warnings(print_file)
    texts = []
    if errors:
        text = ngettext(
            "Preflight found %(count)s error. Mend it and make the file again.",
            "Preflight found %(count)s errors. Mend them and make the file again.",
            len(errors),
        )
        texts.append(text % {"count": len(errors)})
    if warnings:
        text = ngettext("%(count)s warning is not accepted yet.", "%(count)s warnings are not accepted yet.", len(warnings))
        texts.append(text % {"count": len(warnings)})
    return texts


def allowed(print_file: PrintFile, user) -> bool:
    """Whether this person may accept warnings and release this page's files."""
    return bool(user.has_perm(PERMISSION) and print_file.page.specific.permissions_for_user(user).can_edit())


@transaction.atomic
def accept(print_file: PrintFile, keys: list[str], *, user) -> int:
    """Tick warnings as looked at: who and when is kept. Returns how many were new. Raises ReleaseRefused."""
    if not allowed(print_file, user):
        raise ReleaseRefused(_("You may not accept warnings of this file."))
    locked = PrintFile.objects.select_for_update().get(pk=print_file.pk)
    if locked.state != PrintFile.State.READY:
        raise ReleaseRefused(_("Only warnings of a finished file that is not released can be accepted."))
    accepted = [item for item in open_warnings(locked) if item.key in keys]
    entry = {"user": user.pk, "name": user.get_full_name() or user.get_username(), "at": timezone.now().isoformat()}
    locked.accepted |= {item.key: entry for item in accepted}
    locked.save(update_fields=["accepted"])
    print_file.accepted = locked.accepted
    for item in accepted:
        data = {"print_file": locked.pk, "code": item.code, "page": item.page}
        log(instance=locked.page, action="renditions.accept_warning", user=user, data=data)
    return len(accepted)


def release(print_file: PrintFile, *, user) -> None:
    """Give the file free for print. Raises ReleaseRefused. From now on it is kept as it is, with its revision.

    What can change after preflight – consent withdrawn, a date gone by – is looked at once more.
    """
    from .inspection import check_again

    if not allowed(print_file, user):
        raise ReleaseRefused(_("You may not release this file."))
    print_file.refresh_from_db()
    if print_file.state == PrintFile.State.READY:
        check_again(print_file)
    if reasons := obstacles(print_file):
        raise ReleaseRefused(" ".join(reasons))
    now = timezone.now()
    if not print_file.change_state(PrintFile.State.RELEASED, user=user, released_at=now, released_by=user):
        raise ReleaseRefused(_("Somebody else changed the file just now. Look at it again."))
