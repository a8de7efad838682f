"""Proofs: asking for one, saying something about each page, approving or sending back through Wagtail's workflow."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowPage, WorkflowTask

from .errors import RenditionError
from .models import PrintFile, ProofApprovalTask, ProofState
from .pdf import Purpose

APPROVE, SEND_BACK = "approve", "reject"
APPROVERS = "Freigabe"  # the group, beside “Redaktion” of core/permissions.py
WAGTAILS_OWN = "Moderators approval"  # the workflow every new Wagtail has


class ProofRefused(RenditionError):
    """This verdict is not possible; the text says why."""


@dataclass(frozen=True)
class Remark:
    """What somebody says about one page of a proof."""

    page: int
    ok: bool
    comment: str = ""


def request_proof(page, *, product: str | None = None, sheet: str = "", design: str = "", user=None) -> PrintFile | None:
    """Queue a proof of the newest draft. None if this is nothing that can be printed."""
    from .printing import request_print

    page = getattr(page, "specific", page)
    if not isinstance(page, Page) or not getattr(page, "products", list)():
        return None
    return request_print(
        page,
        product=product,
        sheet=sheet,
        design=design,
        purpose=Purpose.PROOF,
        source=PrintFile.Source.DRAFT,
        user=user,
    )


def ensure_workflow() -> Workflow:
    """The workflow with a proof, and the group that approves; on the root of the tree if nobody has chosen another one there.

    Approving publishes, so the group may publish. What administrators have changed since stays.
    """
    group, _created = Group.objects.get_or_create(name=APPROVERS)
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    publish = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    root = Page.get_first_root_node()
    group.permissions.add(access)
    GroupPagePermission.objects.get_or_create(group=group, page=root, permission=publish)
    workflow = Workflow.objects.filter(workflow_tasks__task__in=ProofApprovalTask.objects.values("pk")).first()
    if workflow is None:
        task = ProofApprovalTask.objects.create(name=_("Look through the proof"))
        task.groups.add(group)
        workflow = Workflow.objects.create(name=_("Approval with a proof"))
        WorkflowTask.objects.create(workflow=workflow, task=task)
    taken = WorkflowPage.objects.filter(page=root).exclude(workflow__name=WAGTAILS_OWN).exists()
    if not taken:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    return workflow


def version_of(print_file: PrintFile) -> int:
    """The how manyth proof of this page, printed the same way, it is: what stands on it."""
    same = PrintFile.objects.filter(
        page_id=print_file.page_id,
        product=print_file.product,
        sheet=print_file.sheet,
        design=print_file.design,
        purpose=Purpose.PROOF.value,
        pk__lte=print_file.pk,
    )
    return same.count()


def state_of(print_file: PrintFile) -> ProofState | None:
    """The newest approval this proof belongs to."""
    return ProofState.objects.filter(print_file=print_file).select_related("workflow_state", "task").order_by("-pk").first()


def may_decide(state: ProofState | None, user) -> bool:
    """Whether the approval waits for this person."""
    if state is None or state.status != ProofState.STATUS_IN_PROGRESS:
        return False
    actions = state.task.specific.get_actions(state.workflow_state.content_object, user)
    return any(name == APPROVE for name, _label, _form in actions)


def decide(state: ProofState, *, action: str, remarks: list[Remark], comment: str = "", user) -> None:
    """Approve the proof, or send it back. Raises ProofRefused.

    Wagtail's own history gets the words about all pages; the page-by-page marks are kept with the approval.
    """
    if not may_decide(state, user):
        raise ProofRefused(_("This proof does not wait for your approval."))
    wrong = [remark for remark in remarks if not remark.ok]
    if action == APPROVE and wrong:
        numbers = ", ".join(str(remark.page) for remark in wrong)
        raise ProofRefused(_("Page %(pages)s is marked as to be changed. Send the proof back instead.") % {"pages": numbers})
    text = _in_words(remarks, comment=comment)
    if action == SEND_BACK and not text:
        raise ProofRefused(_("Say what is to be changed."))
    if action not in (APPROVE, SEND_BACK):
        raise ProofRefused(_("Choose “approve” or “send back”."))
    try:
        with transaction.atomic():
            state.remarks = {str(remark.page): {"ok": remark.ok, "comment": remark.comment} for remark in remarks}
            state.save(update_fields=["remarks"])
            state.task.specific.on_action(state, user=user, action_name=action, comment=text)
    except PublishPermissionError as error:
        raise ProofRefused(
            _("This approval publishes the page, and you may not publish it. Ask an administrator for that permission.")
        ) from error


def _in_words(remarks: list[Remark], *, comment: str) -> str:
    lines = [comment.strip()] if comment.strip() else []
    for remark in remarks:
        if remark.comment:
            lines.append(_("Page %(number)s: %(comment)s") % {"number": remark.page, "comment": remark.comment})
        elif not remark.ok:
            lines.append(_("Page %(number)s: to be changed") % {"number": remark.page})
    return "\n".join(lines)
