"""The directory in the admin: people and organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .library.admin import LibraryGroup, admin_urls
from .models import Organisation, Person


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    list_display = ["name", "function", "organisation", "visibility"]
    list_filter = ["organisation", "visibility", "district"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = ["name", "kind", "district", "visibility"]
    list_filter = ["kind", "visibility", "district"]


class DirectoryGroup(SnippetViewSetGroup):
    items = (PersonViewSet, OrganisationViewSet)
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 65


register_snippet(DirectoryGroup)
register_snippet(LibraryGroup)
hooks.register("register_admin_urls", admin_urls)
