"""What mail servers reported: the list, one report in full, and the decision where no rule could make it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..feedback import mailbox, noting
from ..models import Feedback
from .frame import OfficePage

REPORTS = ("reports:index", _("Reports from mail servers"))
# What a person may say a report was.
DECISIONS = (Feedback.Kind.HARD, Feedback.Kind.SOFT, Feedback.Kind.COMPLAINT, Feedback.Kind.UNSUBSCRIBE)


class ReportFilter(WagtailFilterSet):
    class Meta:
        model = Feedback
        fields = ["state", "kind"]


class ReportIndex(generic.IndexView):
    header_buttons = []
    default_ordering = "-received_at"

    def get(self, request, *args, **kwargs):
        if trouble := mailbox.trouble():
            messages.warning(request, trouble)
        return super().get(request, *args, **kwargs)

    def get_add_url(self):
        return None

    def get_list_more_buttons(self, instance):
        return []

    def get_base_queryset(self):
        return Feedback.objects.select_related("delivery", "mailing", "subscriber").defer("raw")

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "kind",
                label=_("What"),
                accessor=lambda row: row.get_kind_display(),
                get_url=lambda row: reverse("reports:inspect", args=[row.pk]),
                sort_key="kind",
            ),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display(), sort_key="state"),
            Column("who", label=_("Reader"), accessor=lambda row: row.delivery.address if row.delivery else "–"),
            Column("mailing", label=_("Mailing"), accessor=lambda row: row.mailing or "–"),
            DateColumn("received_at", label=_("Received"), sort_key="received_at"),
        ]


class ReportPage(OfficePage):
    """One report: what it says, whom it is about, what was done, and the mail itself."""

    permission_required = "newsletter.view_feedback"
    template_name = "newsletter/admin/report.html"
    header_icon = "mail"
    trail = [REPORTS]

    @cached_property
    def report(self) -> Feedback:
        return get_object_or_404(
            Feedback.objects.select_related("delivery", "mailing", "subscriber", "request"), pk=self.kwargs["pk"]
        )

    def get_page_title(self):
        return self.report.get_kind_display()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            report=self.report,
            decisions=[(kind.value, kind.label) for kind in DECISIONS],
            may_decide=self.request.user.has_perm("newsletter.change_subscriber"),
            **kwargs,
        )


class DecideReport(ReportPage):
    """The button below a report."""

    permission_required = ("newsletter.view_feedback", "newsletter.change_subscriber")

    def get(self, request, pk):
        return redirect("reports:inspect", pk)

    def post(self, request, pk):
        wanted = request.POST.get("decision", "")
        try:
            if wanted == "undo":
                noting.undo(self.report, user=request.user)
                messages.success(request, _("Taken back: the reader gets mail as before."))
            else:
                noting.decide(self.report, kind=wanted if wanted in DECISIONS else None, user=request.user)
                messages.success(request, _("Settled."))
        except noting.FeedbackError as error:
            messages.error(request, str(error))
        return redirect("reports:inspect", pk)


class FeedbackViewSet(ModelViewSet):
    name = "reports"
    model = Feedback
    icon = "warning"
    menu_label = _("Reports from mail servers")
    add_to_reference_index = False
    index_view_class = ReportIndex
    filterset_class = ReportFilter
    form_fields = ["state"]
    list_per_page = 50
    inspect_view_enabled = True

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", ReportPage.as_view(), name="inspect"),
            path("<int:pk>/", ReportPage.as_view(), name="edit"),
            path("<int:pk>/decide/", DecideReport.as_view(), name="decide"),
        ]
