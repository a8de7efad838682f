"""Four eyes: a mailing is laid before somebody else through Wagtail's workflows, and approved as it stands.

An approval holds for exactly what was shown. Any change takes it back; nobody approves what they wrote themselves.
"""

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask
from wagtail.signals import workflow_cancelled, workflow_rejected

from cms.renditions.proofs import APPROVERS

from .errors import MailingError
from .models import Mailing, MailingApprovalTask, SendingPolicy

State = Mailing.State
APPROVE, SEND_BACK = "approve", "reject"


def is_required(mailing: Mailing) -> bool:
    return bool(mailing.site and SendingPolicy.for_site(mailing.site).four_eyes)


def is_given(mailing: Mailing) -> bool:
    """Somebody has approved every language that leaves now, in its present words."""
    leaving = mailing.versions.filter(held_back=False)
    return leaving.exists() and not leaving.filter(approved_at=None).exists()


@transaction.atomic
def ensure_workflow() -> Workflow:
    """The workflow of mailings, with the group that approves; one that administrators have chosen stays."""
    content_type = ContentType.objects.get_for_model(Mailing)
    taken = (
        WorkflowContentType.objects.filter(content_type=content_type, workflow__active=True).select_related("workflow").first()
    )
    if taken:
        return taken.workflow
    group, _created = Group.objects.get_or_create(name=APPROVERS)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
        Permission.objects.get(content_type=content_type, codename="view_mailing"),
    )
    task = MailingApprovalTask.objects.create(name=_("Read the mail"))
    task.groups.add(group)
    workflow = Workflow.objects.create(name=_("Approval of mailings"))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowContentType.objects.create(content_type=content_type, workflow=workflow)
    return workflow


@transaction.atomic
def request(mailing: Mailing, *, user: AbstractBaseUser) -> None:
    """Lay it before the approvers: as it is now, or what is still held back of a mailing that has left."""
    workflow = ensure_workflow()
    locked = Mailing.objects.select_for_update().get(pk=mailing.pk)
    if locked.current_workflow_task_state:
        raise MailingError(_("This mailing already waits for approval."))
    if locked.state != State.DRAFT and not locked.has_begun:
        raise MailingError(_("This mailing is approved already."))
    if not locked.versions.exclude(html="").filter(approved_at=None).exists():
        raise MailingError(_("There is nothing to approve: no mail has changed since the last approval."))
    if earlier := locked.current_workflow_state:  # it was sent back
        earlier.cancel(user=user)
    if locked.state == State.DRAFT:
        Mailing.objects.filter(pk=locked.pk).update(state=State.IN_REVIEW, trouble="")
    locked.refresh_from_db()
    locked.save_revision(user=user, clean=False)
    workflow.start(locked, user)
    mailing.refresh_from_db()
    log(instance=mailing, action="newsletter.ask", user=user)


def may_decide(mailing: Mailing, user: AbstractBaseUser) -> bool:
    """Whether the approval waits for this person."""
    task_state = mailing.current_workflow_task_state
    return bool(task_state and task_state.task.specific.get_actions(mailing, user))


@transaction.atomic
def decide(mailing: Mailing, *, action: str, comment: str = "", user: AbstractBaseUser) -> None:
    """Approve, or send back with words. Raises MailingError."""
    if not may_decide(mailing, user):
        raise MailingError(_("This mailing does not wait for your approval. Nobody approves what they wrote themselves."))
    if action == SEND_BACK and not comment.strip():
        raise MailingError(_("Say what is to be changed."))
    if action not in (APPROVE, SEND_BACK):
        raise MailingError(_("Choose “approve” or “send back”."))
    task_state = mailing.current_workflow_task_state
    task_state.task.specific.on_action(task_state, user=user, action_name=action, comment=comment.strip())
    mailing.refresh_from_db()


def approved(mailing: Mailing, *, revision, user: AbstractBaseUser | None) -> None:
    """Called by the workflow when its last task is done. Raises MailingError if the mails are not those of the revision."""
    if revision.content.get("digest") != mailing.digest:
        raise MailingError(_("The mailing was changed since it was laid before you. Please have it laid before you again."))
    now = timezone.now()
    mailing.versions.exclude(html="").filter(approved_at=None).update(approved_by=user, approved_at=now)
    Mailing.objects.filter(pk=mailing.pk, state=State.IN_REVIEW).update(state=State.APPROVED)
    log(instance=mailing, action="newsletter.approve", user=user)


def withdraw_if_changed(mailing: Mailing, *, before: str, user: AbstractBaseUser | None) -> None:
    """After a change: `before` is the digest as it was. Unchanged, an approval stays."""
    mailing.refresh_from_db()
    if mailing.digest == before:
        return
    if not mailing.has_begun:
        mailing.versions.update(approved_by=None, approved_at=None)
    if mailing.state not in (State.IN_REVIEW, State.APPROVED) and not mailing.current_workflow_state:
        return
    was_approved = Mailing.objects.filter(pk=mailing.pk, state__in=[State.IN_REVIEW, State.APPROVED]).update(state=State.DRAFT)
    mailing.refresh_from_db()
    if waiting := mailing.current_workflow_state:
        waiting.cancel(user=user)
    if was_approved:
        log(instance=mailing, action="newsletter.withdraw", user=user)


def sent_back(sender, instance, user=None, **_kwargs) -> None:
    """The workflow ended without an approval."""
    mailing = instance.content_object
    if not isinstance(mailing, Mailing):
        return
    if Mailing.objects.filter(pk=mailing.pk, state=State.IN_REVIEW).update(state=State.DRAFT):
        log(instance=mailing, action="newsletter.send_back", user=user, data={"comment": last_comment(mailing)})


def last_comment(mailing: Mailing) -> str:
    """What the approver said when sending it back last; empty if it was approved since."""
    newest = mailing.workflow_states.order_by("-pk").first()
    if newest is None or newest.current_task_state is None or newest.current_task_state.status != "rejected":
        return ""
    return newest.current_task_state.comment


def connect() -> None:
    workflow_rejected.connect(sent_back, dispatch_uid="newsletter.sent_back")
    workflow_cancelled.connect(sent_back, dispatch_uid="newsletter.cancelled")
