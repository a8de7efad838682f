"""The first page of a new installation: a home page in German that an editor fills, instead of Wagtail's bare welcome page."""

from django.conf import settings
from wagtail.models import Locale, Page, Site

from .models import HomePage

TITLE, SLUG = "Startseite", "start"


def ensure_first_home() -> HomePage | None:
    """Puts a home page where a new database still has Wagtail's welcome page; None where somebody has begun already."""
    current = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if not current or not is_welcome_page(current.root_page):
        return None
    welcome = current.root_page
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    home = Page.get_first_root_node().add_child(instance=HomePage(title=TITLE, slug=SLUG, locale=locale))
    home.save_revision().publish()
    current.root_page = home
    current.save()
    welcome.delete()
    return home


def is_welcome_page(page: Page) -> bool:
    return page.specific_class is Page and page.is_leaf()


def is_untouched(page: Page) -> bool:
    """Whether this is the first home page as it was made: nobody saved it, nothing is below it."""
    made_here = page.specific_class is HomePage and page.slug == SLUG and page.is_leaf()
    return made_here and page.revisions.count() == 1 and not page.revisions.filter(user__isnull=False).exists()
