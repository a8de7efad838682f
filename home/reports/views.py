"""The reports as the office opens them: Reports → publication audit, content due for review, rhythm of the papers."""

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, get_page_content_types

from cms.core.spreadsheets import safe

from .audit import lines_for, pages_to_look_at, site_languages
from .cadence import cadences
from .review import AHEAD, due_items

CELLS = ("translated", "readability", "pictures", "pdf", "contrast")


class AuditFilters(WagtailFilterSet):
    content_type = ContentTypeFilter(
        label=_("Page type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES, method="keep_all")
    work = django_filters.BooleanFilter(label=_("Only what needs work"), method="keep_all")

    class Meta:
        model = Page
        fields = ["content_type", "language", "work"]

    def keep_all(self, queryset: QuerySet, name: str, value) -> QuerySet:
        """Pages are not left out by what one of their languages lacks; their lines are, see PublicationAudit."""
        return queryset


class OfficeReport(ReportView):
    """Whoever may edit pages reads it; pages somebody must not edit are not in it."""

    model = Page
    any_permission_required = ["add", "change", "publish"]
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        str: {ReportView.FORMAT_CSV: safe, ReportView.FORMAT_XLSX: safe},  # titles that begin like a formula
    }


class PublicationAudit(OfficeReport):
    page_title = _("Publication audit")
    header_icon = "tasks"
    index_url_name = "publication_audit"
    index_results_url_name = "publication_audit_results"
    results_template_name = "home/admin/audit.html"
    filterset_class = AuditFilters
    export_filename = "audit"
    paginate_by = 15
    list_export = [
        "title",
        "kind",
        "language",
        "address",
        *(f"{cell}.{part}" for cell in CELLS for part in ("lamp.label", "says")),
    ]
    export_headings = {
        "title": _("Title"),
        "kind": _("Page type"),
        "language": _("Language"),
        "address": _("Address"),
        "translated.lamp.label": _("Translated"),
        "translated.says": _("Translated: details"),
        "readability.lamp.label": _("Readable"),
        "readability.says": _("Readable: details"),
        "pictures.lamp.label": _("Pictures described"),
        "pictures.says": _("Pictures described: details"),
        "pdf.lamp.label": _("Accessible PDF"),
        "pdf.says": _("Accessible PDF: details"),
        "contrast.lamp.label": _("Contrast"),
        "contrast.says": _("Contrast: details"),
    }

    def get_queryset(self):
        allowed = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        self.queryset = pages_to_look_at().filter(pk__in=allowed.values("pk"))
        return self.queryset

    def decorate_paginated_queryset(self, object_list):
        wanted = self.filters.form.cleaned_data if self.filters and self.filters.form.is_valid() else {}
        languages = [one for one in site_languages() if wanted.get("language") in (None, "", one.language_code)]
        lines = lines_for(list(object_list), languages=languages)
        return [line for line in lines if line.needs_work] if wanted.get("work") else lines


class ReviewReport(OfficeReport):
    page_title = _("Content due for review")
    header_icon = "history"
    index_url_name = "review_report"
    index_results_url_name = "review_report_results"
    results_template_name = "home/admin/review.html"
    export_filename = "review"
    list_export = ["title", "kind", "review_on", "owner_name", "changed"]
    export_headings = {
        "title": _("Title"),
        "kind": _("Kind"),
        "review_on": _("Review on"),
        "owner_name": _("Who looks after it"),
        "changed": _("Last published"),
    }
    is_searchable = False

    def get_filtered_queryset(self):
        pages = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        allowed = set(pages.values_list("pk", flat=True))
        documents = self.request.user.has_perm("directory.change_librarydocument")
        items = due_items(until=timezone.localdate() + AHEAD)
        return [due for due in items if (due.item.pk in allowed if isinstance(due.item, Page) else documents)]

    def get_queryset(self):
        return Page.objects.none()


class CadenceReport(OfficeReport):
    page_title = _("Rhythm of the papers")
    header_icon = "calendar"
    index_url_name = "cadence_report"
    index_results_url_name = "cadence_report_results"
    results_template_name = "home/admin/cadence.html"
    export_filename = "rhythm"
    list_export = ["paper", "editions_per_year", "this_year", "last_title", "last_date", "due", "planned_title", "lamp.label"]
    export_headings = {
        "paper": _("Paper"),
        "editions_per_year": _("Editions per year"),
        "this_year": _("Published this year"),
        "last_title": _("Last edition"),
        "last_date": _("Published on"),
        "due": _("Next one due"),
        "planned_title": _("In preparation"),
        "lamp.label": _("State"),
    }
    is_searchable = False

    def get_filtered_queryset(self):
        return cadences(today=timezone.localdate())

    def get_queryset(self):
        return Page.objects.none()
