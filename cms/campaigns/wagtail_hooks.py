"""Campaigns in the admin: the release of a portrayed person, and no publishing without it."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from . import admin_views, moderation_hooks  # noqa: F401 -- registers the hooks of submissions
from .approval import stands_in_the_way
from .models import CampaignPage, Release, ReleaseEvent, TestimonialPage
from .models.releases import ReleaseMedium
from .models.testimonial import ApprovalMissing, ReleaseMissing


@hooks.register("register_admin_urls")
def urls():
    return [
        path("campaigns/<int:testimonial_id>/release/", admin_views.release_view, name="testimonial_release"),
        path("campaigns/<int:campaign_id>/series/", admin_views.series_view, name="campaign_series"),
    ]


def release_button(page, user, view_name=None, next_url=None):
    if page.specific_class is TestimonialPage and page.permissions_for_user(user).can_edit():
        yield Button(_("Release"), reverse("testimonial_release", args=[page.pk]), icon_name="user", priority=5)


def series_button(page, user, view_name=None, next_url=None):
    may = page.permissions_for_user(user).can_edit() and user.has_perm("renditions.change_package")
    if page.specific_class is CampaignPage and may:
        yield Button(_("Whole campaign as series"), reverse("campaign_series", args=[page.pk]), icon_name="copy", priority=46)


hooks.register("register_page_header_buttons", series_button)
hooks.register("register_page_listing_more_buttons", series_button)
hooks.register("register_page_header_buttons", release_button)
hooks.register("register_page_listing_more_buttons", release_button)


def obstacle(page) -> ReleaseMissing | None:
    """Why a page cannot be published yet; None if nothing of this kind is in the way."""
    if not isinstance(page, TestimonialPage):
        return None
    if not (page.release and page.release.covers(ReleaseMedium.WEB)):
        return ReleaseMissing(name=page.title)
    return ApprovalMissing(name=page.title) if stands_in_the_way(page.get_latest_revision_as_object()) else None


@hooks.register("before_publish_page")
def refuse_without_release(request, page):
    """The text is saved already; only the publishing waits."""
    found = obstacle(page)
    if found is None:
        return None
    record = messages.button(reverse("testimonial_release", args=[page.pk]), _("Record the release"))
    messages.error(request, str(found), buttons=[record])
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_edit_page", order=-5)  # before wagtail-localize takes the request over
def refuse_translation_without_release(request, page):
    """The publish button of the translation editor."""
    if request.method == "POST" and request.POST.get("action") == "publish" and (found := obstacle(page)):
        messages.error(request, str(found))
        return redirect(request.path)
    return None


@hooks.register("before_bulk_action")
def refuse_in_bulk(request, action_type, objects, action):
    """All or nothing: a bulk action must not publish half of what was chosen and stop."""
    if action_type != "publish":
        return None
    pages = [page.specific for page in objects if isinstance(page, Page)]
    if request.POST.get("include_descendants"):
        pages += [child for page in pages for child in page.get_descendants().not_live().type(TestimonialPage).specific()]
    refused = [found for page in pages if (found := obstacle(page))]
    if not refused:
        return None
    for found in refused[:10]:
        messages.error(request, str(found))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action("campaigns.release")
    class ReleaseChanged(LogFormatter):
        label = gettext_lazy("Release of the portrayed person")

        def format_message(self, log_entry):
            what = log_entry.data["release"]
            labels = dict(Release.State.choices)
            return _("Release: %(state)s") % {"state": labels.get(what["after"], what["after"])}

    @actions.register_action("campaigns.approval")
    class ApprovalChanged(LogFormatter):
        label = gettext_lazy("Own approval of the portrayed person")

        def format_message(self, log_entry):
            labels = dict(ReleaseEvent.Kind.choices)
            return _("Own approval: %(what)s") % {"what": labels.get(log_entry.data["approval"], log_entry.data["approval"])}
