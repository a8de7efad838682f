"""Where the newsletter room meets Wagtail's admin: menu, log, and the button on pages that can be mailed."""

from django.template import TemplateDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from cms.core.medium import Medium, medium_template
from cms.renditions.renderable import Renderable

from . import audit, reading
from .office import restored
from .office.dashboard import WaitingMailings
from .office.viewsets import NewsletterGroup


@hooks.register("register_log_actions")
def log_actions(actions):
    audit.register(actions)


@hooks.register("register_admin_viewset")
def newsletter_group():
    return NewsletterGroup()


def can_be_mailed(page: Page) -> bool:
    """Published, and its type has e-mail templates."""
    specific = page.specific_class
    if not page.live or specific is None or not issubclass(specific, Renderable):
        return False
    try:
        for medium in (Medium.EMAIL, Medium.TEXT):
            medium_template(specific.template, medium=medium)
    except TemplateDoesNotExist:
        return False
    return True


def send_button(page: Page, user, priority: int) -> list[Button]:
    if not user.has_perm("newsletter.add_mailing") or not can_be_mailed(page):
        return []
    return [Button(_("Send as newsletter"), reverse("mailings:new", args=[page.pk]), icon_name="mail", priority=priority)]


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name, next_url=None):
    yield from send_button(page, user, 12)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page, user, next_url=None):
    yield from send_button(page, user, 9)


@hooks.register("construct_homepage_panels")
def waiting_panel(request, panels):
    panels.append(WaitingMailings(request))


@hooks.register("register_admin_urls")
def restored_urls():
    return restored.URLS


@hooks.register("register_admin_menu_item")
def restored_item():
    return restored.ITEM


@hooks.register("before_serve_page")
def count_reading(page, request, serve_args, serve_kwargs):
    reading.count_page(page, request)
