"""Who may do what in the admin: one group of editors that can do all of the daily work and nothing technical."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITOR_GROUP = "Redaktion"

# On the root of the tree, so that a language added later needs nobody to remember its permissions.
PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
# Wagtail asks its own models' permissions, also for our picture and document models.
COLLECTION_PERMISSIONS = tuple(f"{verb}_{noun}" for noun in ("image", "document") for verb in ("add", "change", "choose"))
MODEL_PERMISSIONS = (
    ("wagtailadmin", "access_admin"),
    ("wagtail_localize", "submit_translation"),
    ("core", "change_councilsettings"),
    *(("events", f"{verb}_registration") for verb in ("view", "add", "change")),
    *(("editions", f"{verb}_section") for verb in ("view", "add", "change", "delete")),
    *(("campaigns", f"{verb}_submission") for verb in ("view", "change")),
    *(("directory", f"{verb}_{noun}") for noun in ("person", "organisation") for verb in ("view", "add", "change", "delete")),
    ("notices", "view_notice"),
    ("directory", "view_network"),
    ("directory", "import_entries"),
    *(
        ("directory", f"{verb}_{noun}")
        for noun in ("librarydocument", "documenttopic", "need", "correction", "mandate", "seat", "session", "committee", "term")
        for verb in ("view", "add", "change", "delete")
    ),
)
# Rooms above this one: whatever they let people do, except deleting what is evidence.
WORK_APPS = ("newsletter", "renditions", "budget", "participation")


@transaction.atomic
def ensure_editor_group() -> Group:
    """Create or complete the group “Redaktion”. Adds what is missing and never takes away what an administrator gave."""
    group, _created = Group.objects.get_or_create(name=EDITOR_GROUP)
    group.permissions.add(*editor_permissions())
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_PERMISSIONS):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    collection = Collection.get_first_root_node()
    media = Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=COLLECTION_PERMISSIONS
    )
    for permission in media:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    return group


def editor_permissions() -> list[Permission]:
    found = list(Permission.objects.filter(content_type__app_label__in=WORK_APPS).exclude(codename__startswith="delete_"))
    for app_label, codename in MODEL_PERMISSIONS:
        found.extend(Permission.objects.filter(content_type__app_label=app_label, codename=codename))
    return found
