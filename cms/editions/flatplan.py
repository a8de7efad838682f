"""The flatplan (Heftplan): which article stands on which page of the paper, what does not fit, what the paper costs.

Reads the layout of the draft paper as the print preview makes it. Moving and shaping articles is at the end.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.core.medium import Medium
from cms.renditions.fit_wording import copyfit_words
from cms.renditions.models import PrintFile, ProofState
from cms.renditions.pdf import Purpose
from cms.renditions.preview import is_laid_out, laid_out
from cms.renditions.render import Rendition, render

from .models import ArticlePage, EditionPage


@dataclass(frozen=True)
class Card:
    """An article in the flatplan: how it stands, how many lines it is over or under, what was done so that it fits."""

    article: ArticlePage
    lines_over: int = 0
    lines_under: int = 0
    characters_over: int = 0
    copyfit: str = ""  # what was done to its text so that it fits


@dataclass
class Leaf:
    """One page of the paper. `state` is empty, draft, proofed or released."""

    number: int
    state: str = "empty"
    cards: list[Card] = field(default_factory=list)

    @property
    def on_right(self) -> bool:
        return self.number % 2 == 1


@dataclass(frozen=True)
class Plan:
    """The laid-out paper: its pages in order, articles that stand on none, and what was noticed."""

    key: str
    leaves: list[Leaf]
    unplaced: list[Card]
    ratio: str  # of a page at its trim, as CSS writes it
    scale: str  # pictures of pages have bleed around them: enlarged by this, it lies outside the frame

    @property
    def pages(self) -> int:
        return len(self.leaves)


def is_source(edition: EditionPage) -> bool:
    """Whether the order and the shapes of this edition are its own; translations take theirs from the source."""
    return edition.locale.language_code == settings.LANGUAGE_CODE


def draft_of(edition: EditionPage) -> Rendition:
    """The paper as it would be printed now, drafts included."""
    return render(edition.get_latest_revision_as_object().as_draft(), medium=Medium.PRINT)


def is_ready(rendition: Rendition) -> bool:
    """Whether `plan()` answers at once; else the pages have to be set first, which takes seconds."""
    return is_laid_out(rendition)


def plan(rendition: Rendition) -> Plan:
    """The flatplan of a draft. Raises RenditionError (a picture missing, no memory …)."""
    key, measures = laid_out(rendition)
    edition = rendition.page
    fits = {fit["story"]: fit for fit in measures["fits"] if fit.get("story")}
    leaves = [Leaf(number) for number in range(1, len(measures["sizes"]) + 1)]
    unplaced = []
    for article in edition.articles:
        card = _card(article, fits.get(str(article.pk)))
        place = measures["places"].get(f"story-{article.pk}")
        if place:
            leaves[int(place[0]) - 1].cards.append(card)
        else:
            unplaced.append(card)
    _mark_states(edition, leaves)
    width, height = (length - 2 * measures["bleed"] for length in measures["sizes"][0])
    scale = f"{measures['sizes'][0][0] / width:.4f}"
    return Plan(key=key, leaves=leaves, unplaced=unplaced, ratio=f"{width:.2f} / {height:.2f}", scale=scale)


def _card(article: ArticlePage, fit: dict | None) -> Card:
    fit = fit or {}
    return Card(
        article=article,
        lines_over=fit.get("lines_over", 0),
        lines_under=fit.get("lines_under", 0),
        characters_over=fit.get("characters_over", 0),
        copyfit=copyfit_words(fit.get("copyfit") or {}),
    )


def _mark_states(edition: EditionPage, leaves: list[Leaf]) -> None:
    """Released if the paper is and nothing on the page has changed since; proofed if somebody approved the page; else draft."""
    released = PrintFile.objects.filter(page_id=edition.pk, state=PrintFile.State.RELEASED, purpose=Purpose.PRESS.value)
    release = released.order_by("-released_at").first()
    proof = ProofState.objects.filter(workflow_state__object_id=str(edition.pk), print_file__isnull=False).order_by("-pk").first()
    for leaf in leaves:
        changed = max((card.article.latest_revision_created_at for card in leaf.cards), default=None)
        remark = (proof.remarks if proof else {}).get(str(leaf.number), {})
        if release and (changed is None or changed <= release.requested_at):
            leaf.state = "released"
        elif remark.get("ok") and (changed is None or changed <= proof.print_file.requested_at):
            leaf.state = "proofed"
        elif leaf.cards or leaf.number in (1, len(leaves)):
            leaf.state = "draft"


def cost(edition: EditionPage, *, pages: int) -> Decimal | None:
    """EUR for the print run. None if the publication has no price or no print run."""
    publication = edition.publication
    if publication.sheet_price is None or not publication.print_run:
        return None
    sheets = -(-pages // 4)
    return (publication.sheet_price * sheets * publication.print_run).quantize(Decimal("0.01"))


# What editors change here. Wagtail writes its audit log for each.


@transaction.atomic
def move_article(article: ArticlePage, *, before: ArticlePage | None, user) -> None:
    """Put an article before another one of its edition, or at the end. The tree's order is the paper's order."""
    if before is not None and before.pk == article.pk:
        return
    edition = article.get_parent()
    if before is not None and before.get_parent().pk != edition.pk:
        raise ValueError(_("These articles are not in the same edition."))
    if before is not None:
        Page.objects.get(pk=article.pk).move(Page.objects.get(pk=before.pk), pos="left", user=user)
    else:
        Page.objects.get(pk=article.pk).move(edition, pos="last-child", user=user)


def shape_article(article: ArticlePage, *, shape: str, starts_page: bool, user) -> None:
    """Choose how an article stands on paper. A published article without other changes stays published."""
    draft = article.get_latest_revision_as_object()
    if (draft.print_shape, draft.starts_page) == (shape, starts_page):
        return
    untouched = article.live and not article.has_unpublished_changes
    draft.print_shape, draft.starts_page = ArticlePage.PrintShape(shape), starts_page
    revision = draft.save_revision(user=user, log_action=True)
    if untouched and article.permissions_for_user(user).can_publish():
        revision.publish(user=user)
