"""The whole campaign as a series: posters, advertisements, postcards and social cards of everybody who agreed, as one package."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from cms.renditions.models import Newspaper, Package
from cms.renditions.pdf import Purpose
from cms.renditions.print_as import Order, Piece, add_to_package, new_package, newspaper_profile, place

from .models import CampaignPage
from .printing import MEDIA

SETS = ("posters", "postcard")
SOCIAL = "social"
PIECES = (*SETS, "ad", SOCIAL)
MOST_FILES = 300  # in a package: somebody looks at each of them and releases it
AD_MM = 120  # height


class SeriesError(Exception):
    """There is nothing to make; the text says why."""


@dataclass(frozen=True)
class Plan:
    """What would be made in one language: who is on which product, and who is left out of it."""

    page: CampaignPage
    people: dict[str, list]  # product → people
    left_out: dict[str, list]

    @property
    def is_empty(self) -> bool:
        return not any(self.people.values())


def plan_of(campaign: CampaignPage) -> Plan:
    people = {key: campaign.faces(MEDIA[key]) for key in PIECES}
    everybody, left_out = campaign.testimonials, {}
    for key, found in people.items():
        there = {person.pk for person in found}
        left_out[key] = [person for person in everybody if person.pk not in there]
    return Plan(campaign, people, left_out)


def plans_of(campaign: CampaignPage) -> list[Plan]:
    """For every language in which the campaign is published and somebody agreed to something."""
    plans = [plan_of(page.specific) for page in campaign.live_translations()]
    return [plan for plan in plans if not plan.is_empty]


@transaction.atomic
def make_series(campaign: CampaignPage, *, languages: list[str], pieces: Collection[str] = PIECES, user=None) -> Package:
    """Queue every file, and a package that holds them. Raises SeriesError if it is nothing, or too much at once."""
    plans = [plan for plan in plans_of(campaign) if plan.page.locale.language_code in languages]
    orders = [order for plan in plans for order in orders_of(plan) if order.piece.product.split(":")[0] in pieces]
    if not orders:
        raise SeriesError(_("Nobody has agreed to any of these pieces yet, so there is nothing to make."))
    if len(orders) > MOST_FILES:
        text = _(
            "These would be %(number)d files, and a package holds at most %(most)d. "
            "Choose fewer languages or pieces: social cards are two files for every person."
        )
        raise SeriesError(text % {"number": len(orders), "most": MOST_FILES})
    files, _none = place(orders, user=user)
    package = new_package(_("%(campaign)s: series") % {"campaign": campaign.title}, files=[], user=user)
    for item in files:
        piece = add_to_package(package, item)
        if item.product == SOCIAL:  # a picture for screens: there is nothing to count
            type(piece).objects.filter(pk=piece.pk).update(copies=1)
    return package


def orders_of(plan: Plan) -> list[Order]:
    """Sets as files with a page for every person; a social card for each, because they are posted one by one."""
    orders = [order for key in SETS if plan.people[key] for order in _printed(plan.page, key)]
    if plan.people["ad"]:
        orders += [order for sheet in ad_formats() for order in _printed(plan.page, "ad", sheet=sheet)]
    cards = [
        Order(page=person, piece=Piece(SOCIAL, sheet), purpose=Purpose.SCREEN)
        for person in plan.people[SOCIAL]
        for product in person.products()
        if product.key == SOCIAL
        for sheet in product.formats
    ]
    return orders + cards


def is_much(plans: list[Plan]) -> bool:
    """Whether everything at once would be more than a package holds."""
    return sum(len(orders_of(plan)) for plan in plans) > MOST_FILES


def _printed(page: CampaignPage, key: str, *, sheet: str = "") -> list[Order]:
    """In as many parts as the people in it need."""
    profile = newspaper_profile(sheet)
    return [Order(page=page, piece=Piece(part, sheet), purpose=Purpose.PRESS, profile=profile) for part in page.parts_of(key)]


def ad_formats() -> list[str]:
    """Two columns wide in every newspaper; A6 if the council has entered none."""
    papers = Newspaper.objects.order_by("name")
    found = [f"ad:{paper.slug}:{min(2, len(paper.column_widths))}x{min(AD_MM, paper.max_height)}" for paper in papers]
    return found or ["sheet-a6"]
