"""The directory, the council and the library in the admin."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from . import network
from .library.admin import LibraryGroup, admin_urls
from .models import Committee, Correction, Mandate, Need, Organisation, Person, Session, Term


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = [
        "name",
        "kind",
        "district",
        "visibility",
        DateColumn("checked_on", label=_("checked on"), sort_key="checked_on"),
    ]
    list_filter = ["kind", "visibility", "district"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    list_display = ["name", "function", "organisation", "visibility"]
    list_filter = ["organisation", "visibility", "district"]


class NeedViewSet(SnippetViewSet):
    model = Need
    icon = "help"
    menu_label = _("Needs")
    list_display = ["name", "sort_order"]


class CorrectionViewSet(SnippetViewSet):
    model = Correction
    icon = "comment"
    menu_label = _("Corrections")
    add_to_admin_menu = False
    list_display = ["entry_name", "text", "state", DateColumn("created_at", label=_("received"), sort_key="created_at")]
    list_filter = ["state"]


class DirectoryGroup(SnippetViewSetGroup):
    items = (OrganisationViewSet, PersonViewSet, NeedViewSet, CorrectionViewSet)
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 65


class NetworkItem(MenuItem):
    """Guides who may only look see nothing else of the directory."""

    def is_shown(self, request):
        return request.user.has_perm(network.VIEW)


@hooks.register("register_admin_menu_item")
def network_item():
    return NetworkItem(_("Network"), reverse("network:index"), name="network", icon_name="site", order=66)


class MandateViewSet(SnippetViewSet):
    model = Mandate
    icon = "user"
    menu_label = _("Members")
    list_display = ["person", "term", "list_name", Column("function", label=_("function"), accessor="get_function_display")]
    list_filter = ["term", "kind", "list_name"]


class SessionViewSet(SnippetViewSet):
    model = Session
    icon = "date"
    menu_label = _("Sessions")
    list_display = [DateColumn("starts_at", label=_("begins"), sort_key="starts_at"), "__str__", "place", "state"]
    list_filter = ["committee", "state"]


class CommitteeViewSet(SnippetViewSet):
    model = Committee
    icon = "group"
    menu_label = _("Committees")
    list_display = ["name", "sort_order"]


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "calendar"
    menu_label = _("Terms")
    list_display = ["__str__", "starts", "ends"]


class CouncilGroup(SnippetViewSetGroup):
    items = (MandateViewSet, SessionViewSet, CommitteeViewSet, TermViewSet)
    menu_label = _("The council")
    menu_icon = "user"
    menu_order = 64


register_snippet(DirectoryGroup)
register_snippet(CouncilGroup)
register_snippet(LibraryGroup)
hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_urls", network.admin_urls)


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/directory.css"))


@hooks.register("register_permissions")
def own_permissions():
    """What the groups in the admin can be given beyond adding and changing entries."""
    from django.contrib.auth.models import Permission

    names = ("view_network", "import_entries")
    return Permission.objects.filter(content_type__app_label="directory", codename__in=names)


@hooks.register("register_log_actions")
def log_actions(actions):
    labels = {
        "directory.ask": _("Contact asked whether all is still right"),
        "directory.unreachable": _("Contact could not be asked: the address is wrong"),
        "directory.confirm": _("Contact confirmed the entry"),
        "directory.correction": _("Contact wrote a correction"),
        "directory.import": _("Taken over from a file"),
        "directory.export": _("Directory exported"),
    }
    for action, label in labels.items():
        actions.register_action(action, label, label)
