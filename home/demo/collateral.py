"""The demo's posters, welcome sign and calendar: German pages below the home page, made once."""

import datetime
from typing import Any

from wagtail.models import Locale, Page

from cms.collateral.models import CalendarPage, PosterPage, WelcomeSignPage
from cms.directory.models import Organisation

from .content import collateral as words
from .ledger import Ledger
from .streams import new_id
from .translate import LANGUAGES, translate_page


def ensure_collateral(german, *, home: Page) -> list[Page]:
    """`german` is the builder of the German tree, see pages.py. Returns the pages that are translated: the posters."""
    posters = [ensure_poster(german, content, home=home) for content in words.POSTERS]
    ensure(german, WelcomeSignPage, words.WELCOME, home=home)
    days = {name: datetime.date.fromisoformat(words.CALENDAR[name]) for name in ("programme_from", "programme_until")}
    names = ("date", "end", "time", "title", "kind", "place", "text")
    entries = [
        {
            "type": "entry",
            "value": dict(zip(names, row, strict=True)) | {"end": row[1] or None},
            "id": new_id(f"kalender/{place}"),
        }
        for place, row in enumerate(words.ENTRIES)
    ]
    ensure(german, CalendarPage, words.CALENDAR | days, home=home, streams={"entries": entries})
    return posters


def ensure_poster(german, content: dict[str, Any], *, home: Page) -> Page:
    fields = {name: value for name, value in content.items() if name not in ("picture", "partners", "last_day")}
    fields |= {
        "picture_id": german.desk.images[content["picture"]],
        "last_day": datetime.date.fromisoformat(content["last_day"]),
        "search_description": content["text"],
    }
    partners = Organisation.objects.filter(name__in=content["partners"], locale=home.locale)
    stream = [
        {"type": "organisation", "value": partner.pk, "id": new_id(f"{content['slug']}/{partner.name}")} for partner in partners
    ]
    return ensure(german, PosterPage, fields, home=home, streams={"partners": stream})


def ensure(german, model, fields: dict[str, Any], *, home: Page, streams: dict[str, list] | None = None) -> Page:
    """The page with this slug, made and published if it is not there; what editors have changed stays."""
    found = model.objects.child_of(home).filter(slug=fields["slug"]).first()
    if found is None:
        found = model(locale=home.locale, **fields)
        for name, raw in (streams or {}).items():
            field = model._meta.get_field(name)
            setattr(found, name, field.to_python(raw))
        home.add_child(instance=found)
        found.save_revision().publish()
        german.ledger.note("pages")
    german.desk.pages.setdefault(found.slug, found.pk)
    return found


def translate_posters(posters: list[Page], *, ledger: Ledger) -> None:
    """The posters in every language that the demo speaks; the words stand beside the German ones."""
    for place, code in enumerate(LANGUAGES):
        locale = Locale.objects.get(language_code=code)
        catalogue = {german: others[place] for german, others in words.TRANSLATIONS.items()}
        for poster in posters:
            if not poster.has_translation(locale):
                translate_page(poster, locale=locale, catalogue=catalogue)
                ledger.note("translated pages")
