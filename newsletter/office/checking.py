"""Is it ready: the matrix, test mails, languages held back, and the second pair of eyes."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.views.generic.workflow import WorkflowAction

from .. import afterwards, approval, audience, composing, readiness
from .. import mailing as room
from ..models import Delivery, Mailing
from ..readiness import links
from ..tasks import check_links
from ..testing import TestMailError, send_test
from .forms import LANGUAGES
from .mailings import MailingAct, MailingPage


class CheckMailing(MailingPage):
    """The readiness matrix, and what else stands before the readers."""

    template_name = "newsletter/admin/ready.html"
    step = "ready"

    def get_context_data(self, **kwargs):
        self.make_first()
        mailing = self.mailing
        table = readiness.matrix(mailing)
        self.ask_for_links(table)
        return super().get_context_data(
            matrix=table,
            problems=[] if mailing.has_begun else readiness.problems(mailing),
            warnings=readiness.setting_warnings(),
            counts=audience_rows(mailing),
            approval=approval_facts(mailing, self.request.user),
            held_versions=held_versions(mailing),
            could_be_held=could_be_held(mailing),
            **kwargs,
        )

    def ask_for_links(self, table) -> None:
        """The worker asks foreign servers; the page never waits for them."""
        found = {link for row in table.rows if row.version for link in links.links_in(row.version.html)}
        if any(fault is None for fault in links.known_faults(sorted(found)).values()):
            check_links.enqueue(self.mailing.pk)


def audience_rows(mailing: Mailing) -> list[tuple]:
    """(language wanted, language got, row) for the table of who gets it."""
    if mailing.has_begun:
        return []
    return [
        (LANGUAGES.get(row.wanted, row.wanted), LANGUAGES.get(row.gets, row.gets), row)
        for row in audience.count_by_language(mailing)
    ]


def held_versions(mailing: Mailing) -> list[tuple]:
    """(version, name of its language, how many wait for it) of the languages held back of a mailing that has left."""
    if not mailing.has_begun:
        return []
    waiting = dict(mailing.deliveries.in_pile(Delivery.State.HELD).order_by().values_list("language").annotate(Count("pk")))
    held = mailing.versions.filter(held_back=True)
    return [(version, LANGUAGES.get(version.language), waiting.get(version.language, 0)) for version in held]


def could_be_held(mailing: Mailing) -> list[tuple[str, str]]:
    """Languages without a published page: their readers get the main language, unless they wait for the translation."""
    if mailing.page_id is None or not mailing.is_editable:
        return []
    have = set(mailing.versions.values_list("language", flat=True))
    return [(code, name) for code, name in LANGUAGES.items() if code not in have]


def approval_facts(mailing: Mailing, user) -> dict:
    """For the box “Approval”."""
    newest = mailing.versions.exclude(approved_at=None).select_related("approved_by").order_by("-approved_at").first()
    return {
        "is_required": approval.is_required(mailing),
        "is_given": approval.is_given(mailing),
        "is_asked": bool(mailing.current_workflow_task_state),
        "may_decide": approval.may_decide(mailing, user),
        "newest": newest,
        "comment": approval.last_comment(mailing),
        "something_new": mailing.versions.exclude(html="").filter(approved_at=None).exists(),
    }


class TestMailing(MailingPage):
    """A test to the editor's own address, with the real headers."""

    __test__ = False  # pytest: not a test class

    def post(self, request, pk):
        try:
            number = send_test(self.mailing, user=request.user)
        except TestMailError as error:
            messages.error(request, str(error))
        else:
            said = ngettext("%(number)s test mail sent to %(address)s.", "%(number)s test mails sent to %(address)s.", number)
            messages.success(request, said % {"number": number, "address": request.user.email})
        return self.back("mailings:ready")

    def get(self, request, pk):
        return self.back("mailings:ready")


class HoldLanguage(MailingAct):
    """A language leaves later, or after all with the others."""

    permission_required = "newsletter.change_mailing"
    returns_to = "mailings:ready"

    def act(self) -> str:
        language, held = self.kwargs["language"], self.request.POST.get("held") == "1"
        if language not in LANGUAGES:
            raise Http404
        composing.hold_back(self.mailing, language=language, held=held, user=self.request.user)
        if held:
            return _("%s is held back: its readers wait until you release it.") % LANGUAGES[language]
        return _("%s leaves together with the others.") % LANGUAGES[language]


class ReleaseLanguage(MailingAct):
    returns_to = "mailings:progress"

    def act(self) -> str:
        number = afterwards.release_language(self.mailing, language=self.kwargs["language"], user=self.request.user)
        return ngettext("Released: %s person gets the mail now.", "Released: %s people get the mail now.", number) % number


class DropLanguage(MailingAct):
    returns_to = "mailings:progress"

    def act(self) -> str:
        number = afterwards.drop_language(self.mailing, language=self.kwargs["language"], user=self.request.user)
        said = ngettext("%s person gets their next language instead.", "%s people get their next language instead.", number)
        return said % number


class AskForApproval(MailingAct):
    permission_required = "newsletter.change_mailing"
    returns_to = "mailings:ready"

    def act(self) -> str:
        approval.request(self.mailing, user=self.request.user)
        return _("The approvers have been asked. Any change takes the question back.")


class ReviewMailing(MailingPage):
    """What the second person sees: every mail, the checks in short, and the two answers."""

    permission_required = "newsletter.view_mailing"
    template_name = "newsletter/admin/review.html"

    def get_context_data(self, **kwargs):
        versions = [
            (version, LANGUAGES.get(version.language))
            for version in self.mailing.versions.all()
            if version.is_made and (version.held_back or not self.mailing.has_begun)
        ]
        return super().get_context_data(
            versions=versions,
            counts=audience_rows(self.mailing),
            people=sum(row.people for _wanted, _gets, row in audience_rows(self.mailing)),
            approval=approval_facts(self.mailing, self.request.user),
            **kwargs,
        )

    def post(self, request, pk):
        action, comment = request.POST.get("action", ""), request.POST.get("comment", "")
        try:
            approval.decide(self.mailing, action=action, comment=comment[:2000], user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.get(request, pk)
        messages.success(request, _("Approved.") if action == approval.APPROVE else _("Sent back with your comment."))
        return redirect("wagtailadmin_home") if not self.may_work_on_it() else self.back("mailings:ready")

    def may_work_on_it(self) -> bool:
        return self.request.user.has_perm("newsletter.change_mailing")


class MailingWorkflowAction(WorkflowAction):
    """Wagtail's own buttons on the dashboard (“approve”, “request changes”), with our refusals as messages."""

    model = Mailing
    redirect_url_name = "mailings:review"
    submit_url_name = "mailings:workflow_action"

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except room.MailingError as error:
            messages.error(request, str(error))
            return redirect(self.redirect_url)
