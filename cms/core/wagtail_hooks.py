"""The admin's rules and clothes that hold for every page type. Rules of the paper are in cms.editions.wagtail_hooks."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from .conflicts import notice_conflict
from .dashboard import SetupGaps
from .rich_text import LivePageLinkHandler
from .translations import IncompleteTranslation, is_source, language_name, refuse_incomplete

hooks.register("before_edit_page", notice_conflict, order=-20)


@hooks.register("register_rich_text_features", order=100)  # after Wagtail's own, which it replaces
def links_to_live_pages(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("insert_global_admin_css")
def admin_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/admin.css"))


@hooks.register("insert_global_admin_js")
def admin_js():
    return format_html('<script src="{}" defer></script>', static("js/admin.js"))


@hooks.register("before_edit_page", order=-10)  # before wagtail-localize takes the request over
def refuse_incomplete_page(request, page):
    return refuse_incomplete_translation(request, page)


@hooks.register("before_edit_snippet", order=-10)
def refuse_incomplete_snippet(request, instance):
    return refuse_incomplete_translation(request, instance) if hasattr(instance, "live") else None


def refuse_incomplete_translation(request, instance):
    """The publish button of the translation editor."""
    if request.method != "POST" or request.POST.get("action") != "publish" or not hasattr(instance, "translation_key"):
        return None
    try:
        refuse_incomplete(instance)
    except IncompleteTranslation as error:
        messages.error(request, str(error))
        return redirect(request.path)
    return None


@hooks.register("before_bulk_action")
def refuse_incomplete_in_bulk(request, action_type, objects, action):
    """All or nothing: a bulk action must not publish half of what was chosen and stop."""
    if action_type != "publish":
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    if request.POST.get("include_descendants"):
        pages += [child for page in pages for child in page.get_descendants().not_live()]
    refused = []
    for page in pages:
        try:
            refuse_incomplete(page)
        except IncompleteTranslation as error:
            refused.append(str(error))
    if not refused:
        return None
    for text in refused[:10]:
        messages.error(request, text)
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


@hooks.register("construct_translated_pages_to_cascade_actions")
def name_translations_before_unpublishing(pages, action):
    """The confirmation page counts what goes with it. The deed itself is in translations.py, for every way it can happen."""
    if action != "unpublish":
        return {}
    return {page: Page.objects.translation_of(page, inclusive=False) for page in pages}


@hooks.register("before_delete_page")
def name_translations_before_deleting(request, page):
    """Not by the hook above: Wagtail's delete view would try to delete again what translations.py has deleted."""
    if request.method != "GET" or not is_source(page):
        return
    names = [language_name(other.locale.language_code) for other in page.get_translations().select_related("locale")]
    if names:
        text = _("The translations are deleted with it: %(languages)s.") % {"languages": ", ".join(names)}
        messages.warning(request, text)


@hooks.register("construct_main_menu")
def hide_what_editors_do_not_need(request, menu_items):
    """Wagtail's own news and guides say nothing about this product."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]


@hooks.register("construct_homepage_summary_items")
def no_counting_of_pages(request, summary_items):
    summary_items.clear()


@hooks.register("construct_homepage_panels", order=-10)
def setup_gaps(request, panels):
    panels.append(SetupGaps(request))
