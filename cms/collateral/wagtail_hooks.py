"""Collateral in the admin: the letter run beside a letter, and what the history says about it."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from . import flyer_views, letter_views, welcome_views
from .models import LetterPage


@hooks.register("register_admin_urls")
def urls():
    patterns = [
        path("<int:page_id>/", letter_views.letter_runs, name="runs"),
        path("<int:page_id>/<int:run_id>/", letter_views.letter_run, name="run"),
        path("<int:page_id>/<int:run_id>/make/", letter_views.make_run, name="make"),
        path("<int:page_id>/<int:run_id>/download/", letter_views.download, name="download"),
        path("<int:page_id>/<int:run_id>/errors.csv", letter_views.error_rows, name="errors"),
        path("<int:page_id>/<int:run_id>/delete/", letter_views.delete, name="delete"),
    ]
    flyers = [path("<int:page_id>/fits/", flyer_views.fits, name="fits")]
    return [
        path("welcome-package/", welcome_views.welcome, name="welcome_package"),
        path("letters/", include((patterns, "letters"), namespace="letters")),
        path("flyers/", include((flyers, "flyers"), namespace="flyers")),
    ]


class WelcomeItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(welcome_views.PERMISSION)


@hooks.register("register_print_menu_item")
def welcome_menu():
    return WelcomeItem(gettext_lazy("Welcome package"), reverse("welcome_package"), icon_name="folder-inverse", order=25)


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/collateral.css"))


def letter_button(page, user, view_name=None, next_url=None):
    if not issubclass(page.specific_class or type(page), LetterPage) or not page.permissions_for_user(user).can_edit():
        return
    yield Button(_("Recipients and letter run"), reverse("letters:runs", args=[page.pk]), icon_name="mail", priority=4)


hooks.register("register_page_header_buttons", letter_button)
hooks.register("register_page_listing_more_buttons", letter_button)


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action("collateral.letter_upload")
    class Upload(LogFormatter):
        label = gettext_lazy("Recipients uploaded")

        def format_message(self, log_entry):
            return _("%(rows)s recipients, %(errors)s with errors") % {
                "rows": log_entry.data["rows"],
                "errors": log_entry.data["errors"],
            }

    @actions.register_action("collateral.letter_run")
    class Run(LogFormatter):
        label = gettext_lazy("Letter run")

        def format_message(self, log_entry):
            from .models import LetterRun

            return _("Letter run: %(state)s") % {"state": LetterRun.State(log_entry.data["to"]).label}

    @actions.register_action("collateral.letter_download")
    class Download(LogFormatter):
        label = gettext_lazy("Letters downloaded")

    @actions.register_action("collateral.letter_delete")
    class Delete(LogFormatter):
        label = gettext_lazy("Recipients deleted")

        def format_message(self, log_entry):
            if log_entry.data["reason"] == "age":
                return _("%(rows)s recipients deleted by themselves after 30 days") % {"rows": log_entry.data["rows"]}
            return _("%(rows)s recipients deleted") % {"rows": log_entry.data["rows"]}
