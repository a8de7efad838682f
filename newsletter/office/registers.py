"""The registers of the office: subscribers, sign-ups that wait, topics, blocked addresses."""

import django_filters
from django.conf import settings
from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import HeaderButton

from ..models import SignupRequest, Subscriber, Subscription, Suppression, Topic
from . import exchange, gathering, people
from .forms import LANGUAGES, TopicForm
from .frame import OfficeIndex


class SubscriberFilter(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    topic = django_filters.ModelChoiceFilter(label=_("Topic"), queryset=Topic.objects.all(), method="with_topic")

    class Meta:
        model = Subscriber
        fields = ["state", "language"]

    def with_topic(self, queryset, name, topic):
        active = Subscription.objects.filter(topic=topic, state=Subscription.State.ACTIVE)
        return queryset.filter(pk__in=active.values("subscriber"))


class SubscriberIndex(OfficeIndex):
    default_ordering = "-created_at"

    def get_base_queryset(self):
        return Subscriber.objects.prefetch_related("subscriptions__topic")

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "address",
                label=_("E-mail"),
                get_url=lambda row: reverse("subscribers:inspect", args=[row.pk]),
                sort_key="address",
            ),
            Column(
                "language",
                label=_("Language"),
                accessor=lambda row: LANGUAGES.get(row.language, row.language),
                sort_key="language",
            ),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display(), sort_key="state"),
            Column("topics", label=_("Topics"), accessor=active_topics),
            DateColumn("created_at", label=_("Since"), sort_key="created_at"),
        ]

    @cached_property
    def header_buttons(self):
        if not self.request.user.has_perm("newsletter.add_subscriber"):
            return []
        return [
            HeaderButton(_("Win readers"), url=reverse("subscribers:desk"), icon_name="plus"),
            HeaderButton(_("Import and export"), url=reverse("subscribers:exchange"), icon_name="upload"),
        ]


def active_topics(subscriber: Subscriber) -> str:
    return ", ".join(row.topic.name for row in subscriber.subscriptions.all() if row.state == Subscription.State.ACTIVE) or "–"


class SubscriberViewSet(ModelViewSet):
    name = "subscribers"
    model = Subscriber
    icon = "user"
    menu_label = _("Subscribers")
    add_to_reference_index = False
    index_view_class = SubscriberIndex
    form_fields = ["language"]
    filterset_class = SubscriberFilter
    search_fields = ["address"]
    list_per_page = 50
    inspect_view_enabled = True

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("paper/", gathering.PaperList.as_view(), name="paper"),
            path("desk/", gathering.OpenDesk.as_view(), name="desk"),
            path("codes/", gathering.Codes.as_view(), name="codes"),
            path("codes/<str:language>/<str:kind>/", gathering.CodeFile.as_view(), name="code"),
            path("exchange/", exchange.Exchange.as_view(), name="exchange"),
            path("exchange/export/<str:kind>/", exchange.ExportFile.as_view(), name="export_file"),
            path("exchange/<int:pk>/", exchange.ImportPage.as_view(), name="import"),
            path("exchange/<int:pk>/report/", exchange.ImportReport.as_view(), name="import_report"),
            path("<int:pk>/", people.ConsentSheet.as_view(), name="inspect"),
            path("<int:pk>/", people.ConsentSheet.as_view(), name="edit"),
            path("<int:pk>/sheet/", people.ConsentSheetPdf.as_view(), name="sheet"),
            path("<int:pk>/export/", people.ExportSubscriber.as_view(), name="export"),
            path("<int:pk>/erase/", people.EraseSubscriber.as_view(), name="erase"),
            path("<int:pk>/unsubscribe/", people.UnsubscribeByOffice.as_view(), name="unsubscribe"),
        ]


class SignupFilter(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = SignupRequest
        fields = ["state", "source", "language"]


class SignupIndex(OfficeIndex):
    default_ordering = "-requested_at"

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "address",
                label=_("E-mail"),
                accessor=lambda row: row.address or "–",
                get_url=lambda row: reverse("signups:inspect", args=[row.pk]),
            ),
            Column("language", label=_("Language"), accessor=lambda row: LANGUAGES.get(row.language, row.language)),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display(), sort_key="state"),
            Column("source", label=_("Came by"), accessor=lambda row: row.get_source_display(), sort_key="source"),
            DateColumn("requested_at", label=_("Asked"), sort_key="requested_at"),
        ]


class SignupViewSet(ModelViewSet):
    """People who were asked by mail and have not answered yet, and what became of the others."""

    name = "signups"
    model = SignupRequest
    icon = "time"
    menu_label = _("Sign-ups")
    add_to_reference_index = False
    index_view_class = SignupIndex
    form_fields = ["language"]
    filterset_class = SignupFilter
    search_fields = ["address"]
    list_per_page = 50
    inspect_view_enabled = True

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", gathering.ShowRequest.as_view(), name="inspect"),
            path("<int:pk>/", gathering.ShowRequest.as_view(), name="edit"),
            path("<int:pk>/resend/", gathering.ResendRequest.as_view(), name="resend"),
        ]


class TopicDelete(generic.DeleteView):
    """A topic somebody ever subscribed to stays: it is part of the evidence."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            text = _("This topic has or had subscribers and cannot be deleted. Take it off the sign-up form instead.")
            messages.error(self.request, text)
            return redirect("topics:index")


class TopicViewSet(ModelViewSet):
    name = "topics"
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ["name", "slug", BooleanColumn("on_form", label=_("On the sign-up form"), sort_key="on_form")]
    delete_view_class = TopicDelete

    def get_form_class(self, for_update=False):
        return TopicForm


class SuppressionIndex(OfficeIndex):
    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "digest",
                label=_("Fingerprint"),
                accessor=lambda row: str(row),
                get_url=lambda row: reverse("suppressions:lift", args=[row.pk]),
            ),
            Column("reason", label=_("Reason"), accessor=lambda row: row.get_reason_display(), sort_key="reason"),
            Column("note", label=_("Note")),
            Column("created_by", label=_("By")),
            DateColumn("created_at", label=_("Since"), sort_key="created_at"),
        ]

    @cached_property
    def header_buttons(self):
        if not self.request.user.has_perm("newsletter.add_suppression"):
            return []
        return [HeaderButton(_("Block an address"), url=reverse("suppressions:block"), icon_name="plus")]


class SuppressionViewSet(ModelViewSet):
    name = "suppressions"
    model = Suppression
    icon = "circle-xmark"
    menu_label = _("Blocked addresses")
    add_to_reference_index = False
    index_view_class = SuppressionIndex
    form_fields = ["note"]
    list_filter = ["reason"]
    list_per_page = 50
    inspect_view_enabled = True

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("block/", people.BlockAddress.as_view(), name="block"),
            path("<int:pk>/lift/", people.LiftBlock.as_view(), name="lift"),
            path("<int:pk>/lift/", people.LiftBlock.as_view(), name="edit"),
            path("<int:pk>/lift/", people.LiftBlock.as_view(), name="inspect"),
        ]
