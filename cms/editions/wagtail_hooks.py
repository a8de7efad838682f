"""The paper in the admin: the desk on the first page, new editions, and what must be there before an edition is published."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import admin_views, flatplan_views
from .copying import last_edition
from .dashboard import EditionDesk
from .desk import current_edition
from .models import ArticlePage, EditionPage, PublicationPage, Section

# Wagtail's own panels that say something about the council's work; the rest is noise.
KEPT_PANELS = ("workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "locked_pages")


@hooks.register("register_admin_urls")
def urls():
    return [
        path("editions/<int:edition_id>/new/", admin_views.new_edition_view, name="new_edition"),
        path("editions/<int:edition_id>/flatplan/", flatplan_views.show, name="flatplan"),
        path("editions/<int:edition_id>/flatplan/pages/", flatplan_views.pages, name="flatplan_pages"),
        path("editions/<int:edition_id>/flatplan/move/", flatplan_views.move, name="flatplan_move"),
        path("editions/<int:edition_id>/flatplan/shape/", flatplan_views.shape, name="flatplan_shape"),
    ]


@hooks.register("construct_homepage_panels", order=-100)  # first: it sorts out Wagtail's own, the other rooms add theirs
def desk(request, panels):
    panels[:] = [EditionDesk(request), *(panel for panel in panels if getattr(panel, "name", "") in KEPT_PANELS)]


class CurrentEditionMenuItem(MenuItem):
    """Leads to the edition people are working on, whichever that is today."""

    def render_component(self, request):
        address = reverse("wagtailadmin_explore", args=[current_edition().pk])
        return LinkMenuItem(self.name, self.label, address, icon_name=self.icon_name)

    def is_shown(self, request):
        edition = current_edition()
        return edition is not None and edition.permissions_for_user(request.user).can_edit()


@hooks.register("register_admin_menu_item")
def current_edition_menu_item():
    return CurrentEditionMenuItem(
        gettext_lazy("Current edition"), "", name="current-edition", icon_name="doc-empty-inverse", order=50
    )


class SectionViewSet(SnippetViewSet):
    model = Section
    icon = "tag"
    menu_label = gettext_lazy("Sections")
    menu_order = 60
    add_to_admin_menu = True
    list_display = ["name", "colour", "sort_order"]


register_snippet(SectionViewSet)


def edition_to_copy(page) -> EditionPage | None:
    if isinstance(page, EditionPage):
        return page
    return last_edition(page) if isinstance(page, PublicationPage) else None


def new_edition_button(page, user, view_name=None, next_url=None):
    last = edition_to_copy(page.specific_deferred if not isinstance(page, EditionPage | PublicationPage) else page)
    if last and last.get_parent().permissions_for_user(user).can_add_subpage():
        address = reverse("new_edition", args=[last.pk])
        yield Button(_("New edition like this one"), address, icon_name="copy", priority=5)


hooks.register("register_page_header_buttons", new_edition_button)
hooks.register("register_page_listing_more_buttons", new_edition_button)


def flatplan_button(page, user, view_name=None, next_url=None):
    edition = page if isinstance(page, EditionPage) else page.specific_class is EditionPage and page
    if edition and page.permissions_for_user(user).can_edit():
        yield Button(_("Flatplan"), reverse("flatplan", args=[page.pk]), icon_name="grip", priority=40)


hooks.register("register_page_header_buttons", flatplan_button)
hooks.register("register_page_listing_more_buttons", flatplan_button)


@hooks.register("before_publish_page")
def refuse_empty_edition(request, page):
    """The text is saved already; only the publishing waits."""
    if not isinstance(page, EditionPage) or ArticlePage.objects.child_of(page).exists():
        return None
    write = messages.button(reverse("wagtailadmin_pages:add", args=["editions", "articlepage", page.pk]), _("Write an article"))
    text = _("“%(title)s” is saved, but not published: it has no article yet. Add at least one first.") % {"title": page.title}
    messages.error(request, text, buttons=[write])
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("after_publish_page")
def name_drafts_left_behind(request, page):
    """An edition goes live alone: say which of its articles readers do not see yet."""
    if not isinstance(page, EditionPage):
        return
    drafts = list(ArticlePage.objects.child_of(page).filter(live=False).order_by("path").values_list("title", flat=True))
    if drafts:
        names = ", ".join(f"“{title}”" for title in drafts[:5]) + (" …" if len(drafts) > 5 else "")
        listing = messages.button(reverse("wagtailadmin_explore", args=[page.pk]), _("Show"))
        messages.warning(request, _("Still drafts, not in the edition yet: %(titles)s") % {"titles": names}, buttons=[listing])


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action("editions.new_like_last")
    class NewEdition(LogFormatter):
        label = gettext_lazy("New edition like the last one")

        def format_message(self, log_entry):
            return _("Created with the structure of “%(title)s”") % {"title": log_entry.data["last"]["title"]}
