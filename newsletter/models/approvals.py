"""Approval of a mailing as a task of Wagtail's workflows: four eyes. The deed is in approval.py."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupApprovalTask


class MailingApprovalTask(GroupApprovalTask):
    """Members of the chosen groups approve the mails as they will leave; never who made them or changed them last."""

    class Meta:
        verbose_name = _("Approval of a mailing")
        verbose_name_plural = _("Approvals of mailings")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups approve a mailing or send it back; nobody approves their own work")

    def get_actions(self, obj, user):
        return [] if user.pk in (obj.edited_by_id, obj.created_by_id) else super().get_actions(obj, user)
