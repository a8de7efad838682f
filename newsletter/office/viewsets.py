"""Lists and addresses of the office, and the menu “Newsletter”."""

import django_filters
from django.conf import settings
from django.contrib import messages
from django.db.models import Count, ProtectedError, Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets import HeaderButton

from ..models import Mailing, Subscriber, Subscription, Suppression, Topic
from . import mailings, people
from .forms import LANGUAGES, TopicForm
from .reports import FeedbackViewSet


class OfficeIndex(generic.IndexView):
    """A list whose rows lead to our own pages; new rows come from elsewhere, and nothing is deleted in bulk."""

    header_buttons = []

    def get_add_url(self):
        return None

    def get_list_more_buttons(self, instance):
        return []


class MailingIndex(OfficeIndex):
    def get_base_queryset(self):
        return Mailing.objects.select_related("created_by").annotate(
            people=Count("deliveries", distinct=True),
            sent=Count("deliveries", filter=Q(deliveries__state="accepted"), distinct=True),
        )

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Mailing"), get_url=lambda row: reverse("mailings:edit", args=[row.pk])),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display(), sort_key="state"),
            Column("sent", label=_("Sent"), accessor=lambda row: f"{row.sent} / {row.people}" if row.people else "–"),
            Column("created_by", label=_("By")),
            DateColumn("created_at", label=_("Created"), sort_key="created_at"),
        ]


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

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/<int:page_id>/", mailings.NewMailing.as_view(), name="new"),
            path("<int:pk>/", mailings.EditMailing.as_view(), name="edit"),
            path("<int:pk>/preview/<str:language>/", mailings.PreviewMailing.as_view(), name="preview"),
            path("<int:pk>/mail/<str:language>/", mailings.ShowMail.as_view(), name="mail"),
            path("<int:pk>/test/", mailings.TestMailing.as_view(), name="test"),
            path("<int:pk>/send/", mailings.SendMailing.as_view(), name="send"),
            path("<int:pk>/progress/", mailings.Progress.as_view(), name="progress"),
            path("<int:pk>/stop/", mailings.StopMailing.as_view(), name="stop"),
            path("<int:pk>/unschedule/", mailings.UnscheduleMailing.as_view(), name="unschedule"),
            path("<int:pk>/settle/<int:delivery>/", mailings.SettleDelivery.as_view(), name="settle"),
            path("<int:pk>/history/", self.history_view, name="history"),
            path("<int:pk>/history-results/", self.history_results_view, name="history_results"),
        ]


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
                sort_key="address_key",
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
        return [HeaderButton(_("Add with written consent"), url=reverse("subscribers:enrol"), icon_name="plus")]


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
            path("enrol/", people.EnrolSubscriber.as_view(), name="enrol"),
            path("<int:pk>/", people.ConsentSheet.as_view(), name="inspect"),
            path("<int:pk>/", people.ConsentSheet.as_view(), name="edit"),
            path("<int:pk>/export/", people.ExportSubscriber.as_view(), name="export"),
            path("<int:pk>/erase/", people.EraseSubscriber.as_view(), name="erase"),
            path("<int:pk>/unsubscribe/", people.UnsubscribeByOffice.as_view(), name="unsubscribe"),
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


class NewsletterGroup(ModelViewSetGroup):
    menu_label = _("Newsletter")
    menu_icon = "mail"
    menu_order = 250
    items = (MailingViewSet, SubscriberViewSet, TopicViewSet, SuppressionViewSet, FeedbackViewSet)
