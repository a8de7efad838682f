"""Registration in the admin: the menu, its pages, the button beside an event, and the words of its log."""

from django.templatetags.static import static
from django.urls import include, path, re_path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from . import audit, office
from .models import EventPage, Occasion


@hooks.register("register_log_actions")
def log_actions(actions):
    audit.register(actions)


@hooks.register("register_admin_urls")
def urls():
    patterns = [
        path("", office.index, name="index"),
        path("<int:pk>/", office.occasion, name="occasion"),
        path("<int:pk>/enter/", office.enter, name="enter"),
        path("<int:pk>/cancel/", office.cancel_date, name="cancel_date"),
        re_path(r"^(?P<pk>\d+)/(?P<kind>door\.(?:pdf|html|csv)|contacts\.csv)$", office.lists, name="lists"),
        path("registration/<int:pk>/", office.act, name="act"),
    ]
    return [path("registrations/", include((patterns, "registrations"), namespace="registrations"))]


class RegistrationsItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("events.view_registration")


@hooks.register("register_admin_menu_item")
def menu_item():
    return RegistrationsItem(_("Registrations"), reverse("registrations:index"), icon_name="list-ul", order=260)


def registrations_button(page, user, view_name=None, next_url=None):
    if page.specific_class is not EventPage or not user.has_perm("events.view_registration"):
        return
    coming = Occasion.objects.filter(event_key=page.translation_key).order_by("start").last()
    if coming:
        yield Button(_("Registrations"), reverse("registrations:occasion", args=[coming.pk]), icon_name="list-ul", priority=6)


hooks.register("register_page_header_buttons", registrations_button)
hooks.register("register_page_listing_more_buttons", registrations_button)


@hooks.register("insert_global_admin_css")
def editor_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/events.css"))
