"""The German pages of the demo: made once, filled, published. What already exists is left as editors have made it."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.core.blocks import BodyBlock, EventsBlock, VoicesBlock
from cms.core.models import CouncilImage, CouncilSettings
from cms.editions.models import ArticlePage, EditionPage, PublicationPage, Section
from home.beginning import is_untouched, is_welcome_page
from home.models import HomePage, StandardPage

from .content import edition_23, edition_24, pages, site
from .ledger import Ledger
from .streams import Desk

PICTURE_FIELDS = ("cover_image", "letter_image", "lead_image")


class ForeignContent(Exception):
    """The database already holds a site that is not the demo's."""


class GermanPages:
    """Makes the tree below the root: home page, standard pages, paper, editions, articles."""

    def __init__(self, *, images: dict[str, int], ledger: Ledger) -> None:
        self.ledger = ledger
        self.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
        self.desk = Desk(images=images, pages={})
        self.fresh: list[tuple[Page, dict[str, Any]]] = []

    def ensure(self) -> HomePage:
        """Empty pages first, so that texts can link to any of them; then their texts."""
        home = self.ensure_home()
        ensure_council(home=home)
        sections = self.ensure_sections()
        for content in pages.PAGES:
            self.ensure_standard_page(content, home=home)
        publication = self.ensure_page(PublicationPage, site.PUBLICATION, parent=home)
        for module in (edition_23, edition_24):
            self.ensure_edition(module, publication=publication, sections=sections)
        for page, streams in self.fresh:
            self.publish(page, streams=streams)
        return home

    def ensure_home(self) -> HomePage:
        voices = voices_stream(site.VOICES)
        home = self.ensure_page(HomePage, site.HOME, parent=Page.get_first_root_node(), streams={"voices": voices})
        make_default_site(home)
        return home

    def ensure_sections(self) -> dict[str, Section]:
        sections = {}
        for order, (name, colour) in enumerate(site.SECTIONS):
            defaults = {"colour": colour, "sort_order": order}
            sections[name], created = Section.objects.get_or_create(name=name, locale=self.locale, defaults=defaults)
            self.ledger.note("sections", created)
        return sections

    def ensure_standard_page(self, content: dict, *, home: HomePage) -> None:
        fields = {key: value for key, value in content.items() if key not in ("body", "in_menu", "review_on")}
        fields |= {"show_in_menus": content.get("in_menu", False), "search_description": content["standfirst"]}
        fields["review_on"] = datetime.date.fromisoformat(content["review_on"]) if "review_on" in content else None
        self.ensure_page(StandardPage, fields, parent=home, streams={"body": content["body"]})

    def ensure_edition(self, module, *, publication: PublicationPage, sections: dict[str, Section]) -> None:
        events = [("event", event) for event in module.EVENTS]
        streams = {"events": events, "back_page": module.BACK_PAGE}
        day = noon(module.EDITION["date"])
        fields = {**module.EDITION, "search_description": module.EDITION["standfirst"]}
        edition = self.ensure_page(EditionPage, fields, parent=publication, streams=streams, day=day)
        for content in module.ARTICLES:
            fields = {key: value for key, value in content.items() if key not in ("body", "section")}
            fields |= {"section": sections[content["section"]], "search_description": content["standfirst"]}
            self.ensure_page(ArticlePage, fields, parent=edition, streams={"body": content["body"]}, day=day)

    def ensure_page(self, model, fields: dict, *, parent: Page, streams: dict | None = None, day=None):
        """The page with this slug below `parent`; a new one is added as an empty draft and remembered for publish()."""
        found = model.objects.child_of(parent).filter(slug=fields["slug"]).first()
        if found is None:
            values = {key: value for key, value in fields.items() if key not in PICTURE_FIELDS}
            found = model(locale=self.locale, live=False, first_published_at=day, **values)
            for key in PICTURE_FIELDS:
                if key in fields:
                    setattr(found, key, CouncilImage.objects.get(pk=self.desk.images[fields[key]]))
            parent.add_child(instance=found)
            self.fresh.append((found, streams or {}))
            self.ledger.note("pages")
        self.desk.pages.setdefault(found.slug, found.pk)
        return found

    def publish(self, page: Page, *, streams: dict[str, list]) -> None:
        for name, content in streams.items():
            setattr(page, name, self.desk.stream(BLOCKS[name], content, path=f"{page.slug}/{name}"))
        page.save_revision().publish()


BLOCKS = {"body": BodyBlock(), "back_page": BodyBlock(), "events": EventsBlock(), "voices": VoicesBlock()}


def voices_stream(voices: list[tuple]) -> list[tuple[str, dict]]:
    return [("person", dict(zip(("name", "role", "image", "alt", "text"), voice, strict=True))) for voice in voices]


def noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def refuse_foreign_content() -> None:
    """Raises ForeignContent if somebody else's pages are here: the demo never mixes with them."""
    beside = Page.objects.filter(depth=2).exclude(
        translation_key__in=HomePage.objects.filter(slug=site.HOME["slug"]).values("translation_key")
    )
    for page in beside:
        if not is_welcome_page(page) and not is_untouched(page):
            raise ForeignContent(page.title)


def make_default_site(home: HomePage) -> None:
    """Points the default site at `home` and removes the page that a new installation begins with."""
    url = urlsplit(settings.BASE_URL)
    port = url.port or (443 if url.scheme == "https" else 80)
    current = Site.objects.filter(is_default_site=True).select_related("root_page").first() or Site(is_default_site=True)
    if current.pk and current.root_page_id == home.pk:
        return
    welcome = current.root_page if current.pk else None
    current.hostname, current.port, current.root_page = url.hostname or "localhost", port, home
    current.site_name = site.COUNCIL["council_short"]
    current.save()
    if welcome:
        welcome.delete()


def ensure_council(*, home: HomePage) -> None:
    """Fills what is empty in the council's settings; never overwrites."""
    council = CouncilSettings.for_site(home.get_site())
    if council.council_name:
        return
    for name, value in site.COUNCIL.items():
        setattr(council, name, value)
    council.save()
