"""The inbox, kind by kind: messages, volunteers, ideas. Only what this user may read is there at all."""

import django_filters
from django.conf import settings
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import HeaderButton

from ..exporting import submissions_response
from ..models import Form, Idea, Message, Submission, Volunteer
from ..rights import MAY_EXPORT, readable, readable_forms
from .frame import OfficeIndex, OfficePage

LANGUAGES = dict(settings.LANGUAGES)


def forms_of(request):
    return readable_forms(request.user) if request else Form.objects.none()


class SubmissionFilter(WagtailFilterSet):
    form = django_filters.ModelChoiceFilter(label=_("Form"), queryset=forms_of)
    state = django_filters.ChoiceFilter(label=_("State"), choices=Submission.State.choices)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Submission
        fields = ["form", "state", "language"]


class MessageFilter(SubmissionFilter):
    class Meta(SubmissionFilter.Meta):
        model = Message


class VolunteerFilter(SubmissionFilter):
    class Meta(SubmissionFilter.Meta):
        model = Volunteer


class IdeaFilter(SubmissionFilter):
    publication = django_filters.ChoiceFilter(label=_("Shown in public"), choices=Idea.Publication.choices)

    class Meta(SubmissionFilter.Meta):
        model = Idea
        fields = ["form", "state", "language", "publication"]


class SubmissionIndex(OfficeIndex):
    """What lies in the bin is only shown when somebody asks for it."""

    default_ordering = "-received_at"

    def get_base_queryset(self):
        rows = readable(self.model.objects.select_related("form"), self.request.user)
        in_bin = self.request.GET.get("state") == Submission.State.BINNED
        return rows if in_bin else rows.exclude(state=Submission.State.BINNED)

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=self.model._meta.verbose_name, accessor=str, get_url=show_url),
            *self.more_columns(),
            Column("form", label=_("Form"), sort_key="form__title"),
            Column("language", label=_("Language"), accessor=lambda row: LANGUAGES.get(row.language, row.language)),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display(), sort_key="state"),
            DateColumn("received_at", label=_("Received"), sort_key="received_at"),
        ]

    def more_columns(self) -> list[Column]:
        if self.model is Volunteer:
            return [
                Column("interests", label=_("Interests"), accessor=lambda row: ", ".join(row.interest_names) or "–"),
                Column("languages", label=_("Speaks"), accessor=lambda row: row.languages or "–"),
            ]
        if self.model is Idea:
            display = Column("publication", label=_("Shown in public"), accessor=lambda row: row.get_publication_display())
            return [display]
        return [Column("subject", label=_("Subject"), accessor=lambda row: row.subject or row.text[:60])]

    @cached_property
    def header_buttons(self):
        if not self.request.user.has_perm(MAY_EXPORT):
            return []
        chosen = self.request.GET.urlencode()
        names = {"csv": _("Save as CSV"), "xlsx": _("Save as XLSX")}
        return [
            HeaderButton(
                label,
                url=f"{reverse(self.index_url_name.replace(':index', ':export'), args=[kind])}?{chosen}",
                icon_name="download",
            )
            for kind, label in names.items()
        ]


def show_url(row: Submission) -> str:
    return reverse("participation_office:show", args=[row.pk])


class ExportSubmissions(OfficePage):
    """The list as it is filtered. It holds addresses, so it is written to the log."""

    permission_required = MAY_EXPORT
    model = Submission
    filterset = SubmissionFilter

    def get(self, request, kind):
        rows = readable(self.model.objects.select_related("form", "consent"), request.user)
        if request.GET.get("state") != Submission.State.BINNED:
            rows = rows.exclude(state=Submission.State.BINNED)
        found = self.filterset(request.GET, queryset=rows, request=request).qs
        return submissions_response(self.model, found.order_by("-received_at"), kind=kind, user=request.user)


class SubmissionViewSet(ModelViewSet):
    """Abstract."""

    add_to_reference_index = False
    index_view_class = SubmissionIndex
    form_fields = ["state"]
    list_per_page = 50
    copy_view_enabled = False
    search_fields = ["name", "email", "text"]

    def get_urlpatterns(self):
        export = ExportSubmissions.as_view(model=self.model, filterset=self.filterset_class)
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("export/<str:kind>/", export, name="export"),
        ]


class MessageViewSet(SubmissionViewSet):
    name = "participation_messages"
    model = Message
    icon = "mail"
    menu_label = _("Messages")
    filterset_class = MessageFilter
    search_fields = ["name", "email", "text", "subject"]


class VolunteerViewSet(SubmissionViewSet):
    name = "participation_volunteers"
    model = Volunteer
    icon = "group"
    menu_label = _("Volunteers")
    filterset_class = VolunteerFilter
    search_fields = ["name", "email", "text", "languages", "district"]


class IdeaViewSet(SubmissionViewSet):
    name = "participation_ideas"
    model = Idea
    icon = "pick"
    menu_label = _("Ideas")
    filterset_class = IdeaFilter
    search_fields = ["name", "email", "text", "title", "district"]
