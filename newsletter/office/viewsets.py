"""The list of mailings and its addresses, and the menu “Newsletter”."""

from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from ..models import Mailing
from . import mailings
from .frame import OfficeIndex
from .registers import SignupViewSet, SubscriberViewSet, SuppressionViewSet, TopicViewSet
from .reports import FeedbackViewSet


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


class NewsletterGroup(ModelViewSetGroup):
    menu_label = _("Newsletter")
    menu_icon = "mail"
    menu_order = 250
    items = (MailingViewSet, SubscriberViewSet, SignupViewSet, TopicViewSet, SuppressionViewSet, FeedbackViewSet)
