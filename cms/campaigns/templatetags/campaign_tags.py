"""Template language of campaigns: who is on a piece, and where everything stands on it."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from cms.core.medium import Medium, medium_of
from cms.core.typography import listed

from .. import layouts
from ..models import CampaignPage
from ..printing import MEDIA, people_of

register = template.Library()


@register.simple_tag
def people_on(page, product) -> list:
    """Those a piece shows: the person of a testimonial; of a campaign everybody who has agreed to this medium."""
    return people_of(product, page.faces(MEDIA[product.kind])) if isinstance(page, CampaignPage) else [page]


@register.simple_tag
def campaign_layout(name, piece) -> dict:
    return layouts.layout(name, shape=piece.shape, small=piece.small)


@register.simple_tag
def face_tiles(people, field, piece) -> list[dict]:
    return layouts.tiles(people, field=field, sheet=piece.sheet)


@register.simple_tag
def chorus_of(people, figures) -> list[dict]:
    """Three people on their places, the one in the middle last and so in front."""
    chosen = [person for person in people if person.figure][:3]
    return (
        [{"person": person, "box": box} for person, box in zip(chosen, figures[-len(chosen) :], strict=False)] if chosen else []
    )


@register.simple_tag
def credits_of(people) -> str:
    """Who made the pictures of these people, or of the people on these places, each named once."""
    shown = [one["person"] if isinstance(one, dict) else one for one in people]
    pictures = [person.figure or person.portrait for person in shown]
    return listed(dict.fromkeys(picture.credit for picture in pictures if picture and picture.credit))


@register.filter
def alone(person) -> list:
    return [person]


@register.filter
def but_last(lines: list[str]) -> str:
    return "\n".join(lines[:-1])


@register.filter
def spaced(claim: str) -> str:
    """A claim in one line."""
    return " ".join(str(claim or "").split())


@register.simple_tag(takes_context=True)
def form_href(context, campaign) -> str:
    """Where people take part; absolute everywhere but on the web. "" while nobody can."""
    if not campaign.slug or not campaign.takes_part:
        return ""
    with translation.override(campaign.locale.language_code):
        path = reverse("campaigns:take_part", args=[campaign.slug])
    return path if medium_of(context) is Medium.WEB else settings.BASE_URL + path
