"""What editors enter about printers: printer profiles, newspapers, ready-made advertisements."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.forms import FileInput
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .. import ready_made
from ..forms import NewspaperForm, PrinterProfileForm, ReadyMadeAdForm
from ..models import Newspaper, PrinterProfile, ReadyMadeAd
from ..preflight.findings import Finding
from ..raster import RasterError, page_pictures
from .findings import marks, shown
from .public import file_response


class ProfileDelete(generic.DeleteView):
    """A printer profile that files were made with stays: they say so."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("Print files were made with this printer profile. It cannot be deleted."))
            return redirect("printer_profiles:index")


class PrinterProfileViewSet(ModelViewSet):
    name = "printer_profiles"
    model = PrinterProfile
    icon = "cogs"
    menu_label = _("Printer profiles")
    add_to_reference_index = False
    delete_view_class = ProfileDelete
    list_display = [
        "name",
        Column("kind", label=_("Kind of print"), accessor="get_kind_display"),
        "identifier",
        "max_ink",
        "bleed",
    ]
    list_filter = ["kind"]
    search_fields = ["name", "identifier"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]), FieldPanel("kind"), FieldPanel("notes")],
                heading=_("Printer"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("icc_name"),
                    FieldPanel("icc_file", widget=FileInput),  # its address is not for the public
                    FieldRowPanel([FieldPanel("identifier"), FieldPanel("variant")]),
                    FieldRowPanel([FieldPanel("max_ink"), FieldPanel("black_overprint")]),
                ],
                heading=_("Colour"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("bleed"), FieldPanel("marks")]),
                    FieldRowPanel([FieldPanel("safe"), FieldPanel("spine_safe")]),
                    FieldPanel("page_multiple"),
                ],
                heading=_("Geometry"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("min_ppi"), FieldPanel("good_ppi")]),
                    FieldRowPanel([FieldPanel("min_line"), FieldPanel("min_line_negative")]),
                    FieldRowPanel([FieldPanel("min_type"), FieldPanel("min_type_negative")]),
                ],
                heading=_("Pictures, lines and type"),
            ),
        ],
        base_form_class=PrinterProfileForm,
    )


class NewspaperViewSet(ModelViewSet):
    name = "newspapers"
    model = Newspaper
    icon = "doc-full-inverse"
    menu_label = _("Newspapers")
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = [
        "name",
        Column("columns", label=_("Columns"), accessor=lambda paper: len(paper.column_widths)),
        "max_height",
        "printer_profile",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
            FieldPanel("widths"),
            FieldPanel("max_height"),
            FieldPanel("printer_profile"),
        ],
        base_form_class=NewspaperForm,
    )


class CheckedAfterSaving:
    """Preflight runs as soon as the PDF is in."""

    def save_instance(self):
        ad = super().save_instance()
        if ad.created_by_id is None:
            ad.created_by = self.request.user
            ad.save(update_fields=["created_by"])
        return ready_made.check(ad, user=self.request.user)


class AdCreate(CheckedAfterSaving, generic.CreateView):
    def get_success_url(self):
        return self.get_edit_url()


class AdEdit(CheckedAfterSaving, generic.EditView):
    template_name = "renditions/ready_made.html"

    def get_success_url(self):
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        ad = self.get_object()  # as stored: what was just refused is not shown as if it were in
        findings = [shown(Finding.of(item), number=number) for number, item in enumerate(ad.findings, start=1)]
        pages = pictures_of(ad)
        return super().get_context_data(
            ad=ad, findings=findings, pages=pages, on_pages=marks(findings, pages).get(1, []), **kwargs
        )


def pictures_of(ad: ReadyMadeAd) -> list[dict]:
    try:
        return page_pictures(ad.file)[1]
    except (RasterError, OSError, ValueError):
        return []


def seen_ad(request, pk: int) -> ReadyMadeAd:
    """Raises PermissionDenied and Http404."""
    if not request.user.has_perm("renditions.change_readymadead"):
        raise PermissionDenied
    return get_object_or_404(ReadyMadeAd, pk=pk)


def ad_download(request, pk: int):
    return file_response(seen_ad(request, pk).file, inline=False)


def ad_picture(request, pk: int):
    ad = seen_ad(request, pk)
    if not pictures_of(ad):
        raise Http404
    return FileResponse((page_pictures(ad.file)[0] / "1.jpg").open("rb"), content_type="image/jpeg")


class AdDelete(generic.DeleteView):
    def delete_action(self):
        ready_made.delete(self.object, user=self.request.user)


class AdIndex(generic.IndexView):
    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), get_url=self.get_edit_url),
            Column("advertiser", label=_("Advertiser"), sort_key="advertiser"),
            Column("size", label=_("Size"), accessor=lambda ad: f"{ad.width:g} × {ad.height:g} mm"),
            Column("state", label=_("State"), accessor=lambda ad: ad.get_state_display(), sort_key="state"),
            DateColumn("created_at", label=_("Created"), sort_key="created_at"),
        ]


class ReadyMadeAdViewSet(ModelViewSet):
    name = "ready_made_ads"
    model = ReadyMadeAd
    icon = "upload"
    menu_label = _("Ready-made ads")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = AdIndex
    add_view_class = AdCreate
    edit_view_class = AdEdit
    delete_view_class = AdDelete
    list_filter = ["state"]
    search_fields = ["title", "advertiser"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("title"), FieldPanel("advertiser")]),
            FieldPanel("file", widget=FileInput),
            FieldRowPanel([FieldPanel("width"), FieldPanel("height")]),
            FieldPanel("printer_profile"),
            FieldPanel("alt_text"),
            FieldPanel("notes"),
        ],
        base_form_class=ReadyMadeAdForm,
    )
