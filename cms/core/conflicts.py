"""Two editors, one page: whoever saves second is told, keeps their text on screen, and decides. Nothing is overwritten unseen."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, Revision


def newer_revision(page: Page, *, loaded: str) -> Revision | None:
    """The revision that somebody saved after the one this form was loaded from."""
    if not loaded.isdecimal():
        return None
    latest_id = Page.objects.filter(pk=page.pk).values_list("latest_revision_id", flat=True).first()
    if latest_id is None or latest_id == int(loaded):
        return None
    return Revision.objects.select_related("user").get(pk=latest_id)


def who_and_when(revision: Revision) -> dict:
    name = revision.user.get_full_name() or revision.user.get_username() if revision.user else _("Somebody")
    return {"name": name, "time": localtime(revision.created_at).strftime("%H:%M")}


def notice_conflict(request, page: Page) -> None:
    """Hook before_edit_page: mark the page so that its form refuses to save, and offer the comparison."""
    if request.method != "POST":
        return
    newer = newer_revision(page, loaded=request.POST.get("loaded_revision_id", ""))
    if newer is None:
        return
    page.conflicting_revision = newer
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, int(request.POST["loaded_revision_id"]), newer.pk])
    messages.warning(
        request,
        _("%(name)s saved another version of this page at %(time)s. See what changed before you save yours.")
        % who_and_when(newer),
        buttons=[messages.button(compare, _("Compare"), new_window=True)],
    )


class OneSaveAtATimeMiddleware:
    """Two saves of one page never overlap: the second waits for the first, and is then told like anybody who comes second."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or request.resolver_match.view_name != "wagtailadmin_pages:edit":
            return None
        with transaction.atomic():  # SQLite lets one writer in at a time, PostgreSQL locks this page
            Page.objects.select_for_update().filter(pk=kwargs["page_id"]).values_list("pk").first()
            return view(request, *args, **kwargs)


class CouncilPageForm(WagtailAdminPageForm):
    """Base form of every page type."""

    def clean(self):
        cleaned = super().clean()
        if newer := getattr(self.instance, "conflicting_revision", None):
            text = _(
                "Not saved yet: %(name)s was faster (%(time)s). Your text is still here, nothing is lost. "
                "Save again to make yours the current version; the other one stays in the history."
            )
            raise ValidationError(text % who_and_when(newer), code="conflict")
        return cleaned
