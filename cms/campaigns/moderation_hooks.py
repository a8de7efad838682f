"""Submissions in Wagtail's admin: addresses, menu with the number that waits, the button on a campaign, the log."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from . import moderation_views as views
from .models import CampaignPage, Submission
from .submissions import main_page

PERMISSION = "campaigns.change_submission"


@hooks.register("register_admin_urls")
def moderation_urls():
    return [
        path("campaigns/submissions/", views.queue, name="campaign_submissions"),
        path("campaigns/submissions/<int:pk>/", views.submission, name="campaign_submission"),
        path("campaigns/submissions/<int:pk>/photo/", views.photo, name="campaign_submission_photo"),
        path("campaigns/submissions/<int:pk>/<slug:act>/", views.decide, name="campaign_submission_decide"),
        path("campaigns/numbers/<int:pk>/", views.numbers, name="campaign_numbers"),
    ]


class SubmissionsItem(MenuItem):
    """Says how many are waiting."""

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)

    def render_component(self, request):
        component = super().render_component(request)
        waiting = Submission.objects.filter(state=Submission.State.WAITING, forgotten_at=None).count()
        if waiting:
            component.label = f"{component.label} ({waiting})"
        return component


@hooks.register("register_admin_menu_item")
def submissions_item():
    return SubmissionsItem(
        gettext_lazy("Submissions"), reverse("campaign_submissions"), name="submissions", icon_name="group", order=240
    )


@hooks.register("register_page_header_buttons")
def numbers_button(page, user, view_name=None, next_url=None):
    if page.specific_class is CampaignPage and user.has_perm(PERMISSION):
        campaign = main_page(page.specific)
        yield Button(_("In numbers"), reverse("campaign_numbers", args=[campaign.pk]), icon_name="history", priority=6)
        queue = f"{reverse('campaign_submissions')}?campaign={campaign.pk}"
        yield Button(_("Submissions"), queue, icon_name="group", priority=7)


@hooks.register("register_log_actions")
def submission_log(actions):
    @actions.register_action("campaigns.submission")
    class SubmissionChanged(LogFormatter):
        label = gettext_lazy("Submission to a campaign")

        def format_message(self, log_entry):
            labels = dict(Submission.State.choices)
            return _("Submission: %(state)s") % {"state": labels.get(log_entry.data["after"], log_entry.data["after"])}
