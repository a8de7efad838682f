"""Approval of a proof as a task of Wagtail's workflows: page by page, with comments. The deed is in proofs.py."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from .print_files import PrintFile


class ProofState(TaskState):
    """How far one approval is: its proof, and what was said about each page."""

    print_file = models.ForeignKey(PrintFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # page number → {"ok": bool, "comment": str}
    remarks = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("proof approval")
        verbose_name_plural = _("proof approvals")


class ProofApprovalTask(AbstractGroupApprovalTask):
    """Members of the chosen groups look at a proof of the page as it is printed, and approve it or send it back."""

    task_state_class = ProofState

    class Meta:
        verbose_name = _("Proof approval")
        verbose_name_plural = _("Proof approvals")

    @classmethod
    def get_description(cls):
        return _("A proof is made; members of the chosen groups approve it page by page or send it back")

    def start(self, workflow_state, user=None):
        """Orders the proof of the draft as well; a page that cannot be printed is approved without one."""
        from ..proofs import request_proof

        state = super().start(workflow_state, user=user)
        state.print_file = request_proof(workflow_state.content_object, user=user)
        state.save(update_fields=["print_file"])
        return state
