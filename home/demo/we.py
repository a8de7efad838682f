"""The demo's campaign with its ten people and their releases: German pages below the home page. Events: occasions.py."""

import datetime
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page

from cms.campaigns.models import CampaignPage, Release, TestimonialPage
from cms.core.blocks import BodyBlock
from cms.core.medium import Medium
from home.models import StandardPage

from .content import campaign as words
from .streams import new_id

BODY = BodyBlock()


def ensure_campaign(german, *, home: Page) -> list[Page]:
    """`german` is the builder of the German tree, see pages.py. Returns the pages, parents first."""
    desk, fields = german.desk, dict(words.CAMPAIGN)
    fields |= {"search_description": fields["standfirst"], "show_in_menus": True}
    campaign, created = ensure(german, CampaignPage, fields, parent=home)
    if created:
        campaign.call_page_id = desk.pages[words.CALL_PAGE]
        numbers = [("number", {"number": number, "label": label}) for number, label in words.NUMBERS]
        fill(campaign, "numbers", numbers)
        campaign.body = desk.stream(BODY, words.BODY, path="campaign/body")
        campaign.save_revision().publish()
    people = [ensure_person(german, person, campaign=campaign) for person in words.PEOPLE]
    if created:
        show_a_voice(StandardPage.objects.get(pk=desk.pages[words.CALL_PAGE]), people[0])
    return [campaign, *people]


def show_a_voice(page: StandardPage, person: Page) -> None:
    """Somebody of the campaign at the end of the page that invites to take part."""
    everywhere = [medium.value for medium in (Medium.WEB, Medium.PRINT, Medium.EMAIL)]
    page.body.append(("testimonial_teaser", {"page": person, "show_in": everywhere}))
    page.save_revision().publish()


def ensure_person(german, person: dict[str, Any], *, campaign: CampaignPage) -> Page:
    key = person["key"]
    fields = {name: value for name, value in person.items() if name not in ("key", "alt", "body")}
    fields |= {
        "portrait_id": german.desk.images[f"portrait-{key}"],
        "figure_id": german.desk.images[f"frei-{key}"],
        "portrait_alt": person["alt"],
        "search_description": person["statement"],
    }
    page, created = ensure(german, TestimonialPage, fields, parent=campaign)
    if created:
        Release.objects.create(
            testimonial_key=page.translation_key,
            state=Release.State.GIVEN,
            media=words.ALL_MEDIA,
            given_on=datetime.date(2026, 9, 3),
            until=words.GIVEN_UNTIL,
        )
        page.body = german.desk.stream(BODY, person["body"], path=f"campaign/{page.slug}")
        page.save_revision().publish()
    return page


def programme_item(row: tuple) -> dict:
    start, end, kind, title, text, speakers = row
    names = [{"person": None, "name": name, "function": function} for name, function in speakers]
    return {
        "start": f"{start:0>5}:00",
        "end": f"{end}:00" if end else None,
        "title": title,
        "kind": kind,
        "text": text,
        "speakers": names,
    }


def ensure(german, model, fields: dict, *, parent: Page) -> tuple[Page, bool]:
    """The page with this slug below `parent`, and whether it is a fresh draft whose streams are still to be filled."""
    found = model.objects.child_of(parent).filter(slug=fields["slug"]).first()
    if found is not None:
        german.desk.pages.setdefault(found.slug, found.pk)
        return found, False
    page = model(locale=german.locale, live=False, **fields)
    parent.add_child(instance=page)
    german.desk.pages[page.slug] = page.pk
    german.ledger.note("pages")
    return page, True


def fill(page: Page, name: str, content: list[tuple[str, dict]]) -> None:
    """Stream data with an id at every level into the field `name`."""
    raw = []
    for place, (kind, value) in enumerate(content):
        path = f"{page.slug}/{name}/{place}"
        speakers = value.get("speakers", [])
        if speakers:
            items = [{"type": "item", "value": item, "id": new_id(f"{path}/{number}")} for number, item in enumerate(speakers)]
            value = {**value, "speakers": items}
        raw.append({"type": kind, "value": value, "id": new_id(path)})
    setattr(page, name, StreamValue(page._meta.get_field(name).stream_block, raw, is_lazy=True))
