"""The list of mailings and its addresses, and the menu “Newsletter”."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets import HeaderButton
from wagtail.contrib.settings.registry import SettingMenuItem

from .. import ledger
from ..models import Delivery, Mailing, SendingPolicy
from . import checking, mailings, sending, watching, writing
from .automatic import AutomaticViewSet
from .domain import DomainViewSet
from .frame import OfficeIndex
from .registers import SignupViewSet, SubscriberViewSet, SuppressionViewSet, TopicViewSet
from .reports import FeedbackViewSet


def how_many(mailing: Mailing) -> str:
    """Sent / all, from the ledger's book: counting a million rows for a list would take seconds."""
    if not mailing.has_begun:
        return "–"
    numbers = ledger.numbers(mailing)
    return f"{numbers[Delivery.State.ACCEPTED]} / {sum(numbers.values())}"


class MailingIndex(OfficeIndex):
    @cached_property
    def header_buttons(self):
        if not self.request.user.has_perm("newsletter.add_mailing"):
            return []
        return [HeaderButton(_("New mailing without a page"), url=reverse("mailings:free"), icon_name="plus")]

    def get_base_queryset(self):
        found = Mailing.objects.select_related("created_by")
        asked_for = Mailing.State.DISCARDED in self.request.GET.getlist("state")
        return found if asked_for else found.exclude(state=Mailing.State.DISCARDED)

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Mailing"), get_url=lambda row: reverse("mailings:edit", args=[row.pk])),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display(), sort_key="state"),
            Column("sent", label=_("Sent"), accessor=how_many),
            Column("created_by", label=_("By")),
            DateColumn("created_at", label=_("Created"), sort_key="created_at"),
        ]


class MailingAddress(ModelAdminURLFinder):
    """Where lists, the dashboard and its mails lead: who may only approve comes to the page for that."""

    def construct_edit_url(self, instance):
        return reverse("mailings:edit", args=[instance.pk])

    def get_edit_url(self, instance):
        if found := super().get_edit_url(instance):
            return found
        return reverse("mailings:review", args=[instance.pk]) if self.user.has_perm("newsletter.view_mailing") else None


class MailingViewSet(ModelViewSet):
    name = "mailings"
    model = Mailing
    icon = "mail"
    menu_label = _("Mailings")
    add_to_reference_index = False
    index_view_class = MailingIndex
    form_fields = ["title"]
    list_filter = ["state"]
    search_fields = ["title"]
    list_per_page = 50
    inspect_view_enabled = False

    url_finder_class = MailingAddress

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/<int:page_id>/", writing.NewMailing.as_view(), name="new"),
            path("free/", writing.NewFreeMailing.as_view(), name="free"),
            path("<int:pk>/", writing.EditMailing.as_view(), name="edit"),
            path("<int:pk>/live/<str:language>/", writing.LivePreview.as_view(), name="live"),
            path("<int:pk>/words/<str:language>/", writing.WriteWords.as_view(), name="words"),
            path("<int:pk>/languages/", writing.SetLanguages.as_view(), name="languages"),
            path("<int:pk>/preview/<str:language>/", mailings.PreviewMailing.as_view(), name="preview"),
            path("<int:pk>/mail/<str:language>/", mailings.ShowMail.as_view(), name="mail"),
            path("<int:pk>/ready/", checking.CheckMailing.as_view(), name="ready"),
            path("<int:pk>/test/", checking.TestMailing.as_view(), name="test"),
            path("<int:pk>/hold/<str:language>/", checking.HoldLanguage.as_view(), name="hold"),
            path("<int:pk>/release/<str:language>/", checking.ReleaseLanguage.as_view(), name="release"),
            path("<int:pk>/drop/<str:language>/", checking.DropLanguage.as_view(), name="drop"),
            path("<int:pk>/ask/", checking.AskForApproval.as_view(), name="ask"),
            path("<int:pk>/review/", checking.ReviewMailing.as_view(), name="review"),
            path("<int:pk>/send/", sending.SendMailing.as_view(), name="send"),
            path("<int:pk>/take-back/", sending.TakeBack.as_view(), name="take_back"),
            path("<int:pk>/discard/", sending.DiscardMailing.as_view(), name="discard"),
            path("<int:pk>/put-back/", sending.PutBack.as_view(), name="put_back"),
            path("<int:pk>/unschedule/", sending.UnscheduleMailing.as_view(), name="unschedule"),
            path("<int:pk>/progress/", sending.Progress.as_view(), name="progress"),
            path("<int:pk>/numbers/", sending.Numbers.as_view(), name="numbers"),
            path("<int:pk>/outcomes.csv", watching.SaveOutcomes.as_view(), name="outcomes"),
            path("<int:pk>/stop/", sending.StopMailing.as_view(), name="stop"),
            path("<int:pk>/pause/", sending.PauseMailing.as_view(), name="pause"),
            path("<int:pk>/resume/", sending.ResumeMailing.as_view(), name="resume"),
            path("<int:pk>/rest/", sending.SendRest.as_view(), name="rest"),
            path("<int:pk>/correct/", sending.CorrectMailing.as_view(), name="correct"),
            path("<int:pk>/settle/<int:delivery>/", sending.SettleDelivery.as_view(), name="settle"),
            # What Wagtail's dashboard expects of everything that can wait for approval:
            path(
                "<int:pk>/workflow/<slug:action_name>/<int:task_state_id>/",
                checking.MailingWorkflowAction.as_view(),
                name="workflow_action",
            ),
            path("<int:pk>/workflow/preview/<int:task_id>/", checking.ReviewMailing.as_view(), name="workflow_preview"),
            path("<int:pk>/compare/<str:earlier>/<str:later>/", checking.ReviewMailing.as_view(), name="revisions_compare"),
            path("<int:pk>/history/", self.history_view, name="history"),
            path("<int:pk>/history-results/", self.history_results_view, name="history_results"),
        ]


# Wagtail's dashboard asks what waits for approval for its addresses in this way: it thinks of snippets.
Mailing.snippet_viewset = MailingViewSet()


class NewsletterGroup(ModelViewSetGroup):
    menu_label = _("Newsletter")
    menu_icon = "mail"
    menu_order = 250
    items = (
        MailingViewSet,
        AutomaticViewSet,
        SubscriberViewSet,
        SignupViewSet,
        TopicViewSet,
        SuppressionViewSet,
        FeedbackViewSet,
        DomainViewSet,
    )

    def get_submenu_items(self):
        return [*super().get_submenu_items(), SettingMenuItem(SendingPolicy, icon="cog", order=900)]
