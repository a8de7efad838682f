"""The flatplan in the admin: the paper's pages as spreads, articles to be moved between them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.renditions.render import RenditionError

from . import flatplan
from .models import ArticlePage, EditionPage

STATES = {
    "empty": gettext_lazy("empty"),
    "draft": gettext_lazy("draft"),
    "proofed": gettext_lazy("proofed"),
    "released": gettext_lazy("released"),
}


def editable(request, edition_id: int) -> EditionPage:
    edition = get_object_or_404(EditionPage, pk=edition_id)
    if not edition.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return edition


def changeable(request, edition_id: int) -> EditionPage:
    """Translations follow the source edition: there, and only there, articles are moved and shaped."""
    edition = editable(request, edition_id)
    if not flatplan.is_source(edition):
        raise PermissionDenied
    return edition


def chosen(request, name: str, *, children) -> ArticlePage:
    key = request.POST.get(name, "")
    return get_object_or_404(children, pk=key if key.isdecimal() else None)


def show(request, edition_id: int):
    """The flatplan; while the pages are being set, a page that fetches them and says so."""
    edition = editable(request, edition_id)
    context = {"edition": edition, "pages_url": reverse("flatplan_pages", args=[edition.pk])}
    rendition = flatplan.draft_of(edition)
    if flatplan.is_ready(rendition) or request.GET.get("wait"):
        context |= _pages(edition, rendition)
    return TemplateResponse(request, "editions/admin/flatplan.html", context)


def pages(request, edition_id: int):
    """The spreads alone, for the script that waits for them."""
    edition = editable(request, edition_id)
    context = {"edition": edition} | _pages(edition, flatplan.draft_of(edition))
    return TemplateResponse(request, "editions/admin/flatplan_pages.html", context)


def _pages(edition: EditionPage, rendition) -> dict:
    try:
        found = flatplan.plan(rendition)
    except RenditionError as error:
        return {"refused": str(error)}
    return {
        "plan": found,
        "leaves": [(leaf, STATES[leaf.state]) for leaf in found.leaves],
        "cost": flatplan.cost(edition, pages=found.pages),
        "shapes": ArticlePage.PrintShape.choices,
        "limit": rendition.page.page_limit,
        "too_many": bool(rendition.page.page_limit and found.pages > rendition.page.page_limit),
        "order": _steps(rendition.page.articles),
        "html_dir": edition.text_direction,
        "is_source": flatplan.is_source(edition),
    }


def _steps(articles: list[ArticlePage]) -> list[dict]:
    """Every article with the article it comes before when it is moved up or down by one; None: it cannot, "": to the end."""
    keys = [article.pk for article in articles]
    return [
        {
            "article": article,
            "up": keys[place - 1] if place else None,
            "down": (keys[place + 2] if place + 2 < len(keys) else "") if place + 1 < len(keys) else None,
        }
        for place, article in enumerate(articles)
    ]


@require_POST
def move(request, edition_id: int):
    """`article` before the article `before`, or to the end without one."""
    edition = changeable(request, edition_id)
    children = ArticlePage.objects.child_of(edition)
    article = chosen(request, "article", children=children)
    before = chosen(request, "before", children=children) if request.POST.get("before") else None
    flatplan.move_article(article, before=before, user=request.user)
    return back(edition)


@require_POST
def shape(request, edition_id: int):
    """How one article stands on paper."""
    edition = changeable(request, edition_id)
    article = chosen(request, "article", children=ArticlePage.objects.child_of(edition))
    if not article.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    try:
        starts = request.POST.get("starts_page") == "on"
        flatplan.shape_article(article, shape=request.POST.get("shape", ""), starts_page=starts, user=request.user)
    except ValueError:
        messages.error(request, _("There is no such shape."))
    return back(edition)


def back(edition: EditionPage) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("flatplan", args=[edition.pk]))
