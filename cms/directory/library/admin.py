"""The library in the admin: the list with its states, the form with advice for each PDF, and the upload of many at once."""

import django_filters
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, Panel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from ..fields import OwnTemplate
from ..models.documents import DocumentTopic, LibraryDocument, Visibility, source_language
from ..models.mandates import Committee
from .advice import Accessibility
from .gathering import MOST_FILES, Shared, gather


class KnownBodies(OwnTemplate, forms.TextInput):
    """A line that offers what was typed before."""

    template_name = "directory/admin/known_bodies.html"

    def get_context(self, name, value, attrs):
        known = LibraryDocument.objects.exclude(body="").order_by("body").values_list("body", flat=True).distinct()
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{name}-known"
        return context | {"known": known}


class AdvicePanel(Panel):
    """Below each PDF: how accessible it is and what to do."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/advice.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"version": self.instance}


DOCUMENT_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("title", help_text=gettext_lazy("In the council's own language, as it stands on the document.")),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("number", help_text=gettext_lazy("For example IR 12/2026."))]),
            FieldPanel("date", widget=AdminDateInput),
            FieldRowPanel([FieldPanel("committee", widget=forms.Select), FieldPanel("body", widget=KnownBodies)]),
            FieldPanel(
                "summary", widget=forms.Textarea(attrs={"rows": 3}), help_text=gettext_lazy("Two sentences in plain words.")
            ),
        ],
        heading=gettext_lazy("Document"),
    ),
    InlinePanel(
        "summaries",
        heading=gettext_lazy("What it is about, in other languages"),
        label=gettext_lazy("Language"),
        panels=[FieldPanel("language"), FieldPanel("text", widget=forms.Textarea(attrs={"rows": 3}))],
    ),
    InlinePanel(
        "versions",
        heading=gettext_lazy("Languages"),
        label=gettext_lazy("Language"),
        min_num=1,
        panels=[
            FieldRowPanel(
                [
                    FieldPanel("language"),
                    FieldPanel("title", help_text=gettext_lazy("If empty, the title above.")),
                ]
            ),
            FieldPanel("file", widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"})),
            AdvicePanel(),
        ],
    ),
    MultiFieldPanel(
        [
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("for_budget"), FieldPanel("for_integration"), FieldPanel("for_gender")]),
        ],
        heading=gettext_lazy("To be found under"),
    ),
    InlinePanel(
        "links", heading=gettext_lazy("Pages it belongs to"), label=gettext_lazy("Page"), panels=[PageChooserPanel("page")]
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("visibility"),
                    FieldPanel(
                        "internal_until",
                        widget=AdminDateInput,
                        help_text=gettext_lazy("Public from this day on; until then only for the office."),
                    ),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel(
                        "review_on",
                        widget=AdminDateInput,
                        help_text=gettext_lazy("On this day it appears in “content due for review”."),
                    ),
                    FieldPanel("owner", help_text=gettext_lazy("Is reminded of the review by mail.")),
                ]
            ),
        ],
        heading=gettext_lazy("Who sees it, who looks after it"),
    ),
]


class DocumentFilters(WagtailFilterSet):
    year = django_filters.NumberFilter(field_name="date", lookup_expr="year", label=gettext_lazy("Year"))
    accessibility = django_filters.ChoiceFilter(
        field_name="versions__accessibility", choices=Accessibility.choices, label=gettext_lazy("Accessibility"), distinct=True
    )
    language = django_filters.ChoiceFilter(
        field_name="versions__language", choices=settings.LANGUAGES, label=gettext_lazy("Language"), distinct=True
    )

    class Meta:
        model = LibraryDocument
        fields = ["kind", "committee", "visibility", "topics", "year", "language", "accessibility"]


def day_of(document: LibraryDocument) -> str:
    return date_format(document.date, "SHORT_DATE_FORMAT")


class VersionsColumn(Column):
    cell_template_name = "directory/admin/versions_cell.html"


class DocumentIndex(IndexView):
    @property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if self.request.user.has_perm("directory.add_librarydocument"):
            address = reverse(DocumentViewSet.upload_url_name)
            buttons.append(HeaderButton(_("Upload several PDFs"), url=address, icon_name="upload"))
        return buttons


class UploadsInput(forms.FileInput):
    allow_multiple_selected = True


class UploadsField(forms.FileField):
    """Several files; what is in them is checked one by one, later."""

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(_("Choose one or more PDFs."))
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("At most %(most)s files at once.") % {"most": MOST_FILES})
        return files


class UploadForm(forms.Form):
    files = UploadsField(
        label=gettext_lazy("PDFs"), widget=UploadsInput(attrs={"accept": ".pdf,application/pdf", "multiple": True})
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of document"), choices=LibraryDocument.Kind.choices)
    committee = forms.ModelChoiceField(
        Committee.objects.filter(**source_language()), label=gettext_lazy("Committee"), required=False
    )
    body = forms.CharField(label=gettext_lazy("Council or other body"), max_length=120, required=False, widget=KnownBodies)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    date = forms.DateField(
        label=gettext_lazy("Date"),
        widget=AdminDateInput,
        initial=timezone.localdate,
        help_text=gettext_lazy("For files that have no date in their name."),
    )
    visibility = forms.ChoiceField(
        label=gettext_lazy("Visible to"), choices=Visibility.choices, initial=Visibility.INTERNAL, widget=forms.RadioSelect
    )


def upload_many(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("directory.add_librarydocument"):
        raise PermissionDenied
    results = []
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        results = gather(values.pop("files"), shared=Shared(**values), user=request.user)
        for result in results:
            if result.document:
                result.edit_url = reverse(DocumentViewSet().get_url_name("edit"), args=[result.document.pk])
        made = sum(1 for result in results if result.document)
        messages.success(request, _("Documents added: %(count)s") % {"count": made})
    context = {"form": form, "results": results, "list_url": reverse(DocumentViewSet().get_url_name("list")), "most": MOST_FILES}
    return render(request, "directory/admin/upload.html", context)


class DocumentViewSet(SnippetViewSet):
    model = LibraryDocument
    icon = "doc-full-inverse"
    menu_label = gettext_lazy("Documents")
    index_view_class = DocumentIndex
    upload_url_name = "library_upload"
    edit_handler = ObjectList(DOCUMENT_PANELS)
    list_display = [
        "title",
        "number",
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("body_name", label=gettext_lazy("Council or committee")),
        Column("date", label=gettext_lazy("Date"), accessor=day_of, sort_key="date"),
        VersionsColumn("versions", label=gettext_lazy("Languages")),
        Column("visibility", label=gettext_lazy("Visible to"), accessor="get_visibility_display"),
    ]
    list_export = ["number", "title", "kind", "body_name", "date", "visibility", "internal_until", "review_on", "slug"]
    list_per_page = 50
    filterset_class = DocumentFilters
    search_fields = ["title", "number", "summary", "body"]
    search_backend_name = None
    ordering = ["-date", "-pk"]
    inspect_view_enabled = False

    def get_queryset(self, request):
        from .finding import with_versions

        return with_versions(LibraryDocument.objects.all())


class DocumentTopicViewSet(SnippetViewSet):
    model = DocumentTopic
    icon = "tag"
    menu_label = gettext_lazy("Topics of documents")
    list_display = ["name"]


class LibraryGroup(SnippetViewSetGroup):
    items = (DocumentViewSet, DocumentTopicViewSet)
    menu_label = gettext_lazy("Library")
    menu_icon = "folder-open-inverse"
    menu_order = 66


def admin_urls():
    return [path("library/upload/", upload_many, name=DocumentViewSet.upload_url_name)]
