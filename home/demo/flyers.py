"""The demo's directory and its flyers. What already exists is left as editors have made it."""

from collections.abc import Mapping
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Locale, Page

from cms.collateral.blocks import PanelBodyBlock, PanelsBlock
from cms.collateral.models import FlyerPage
from cms.directory.models import Organisation, Person

from .content import flyers as words
from .content import flyers_translated as translated
from .ledger import Ledger
from .logos import LOGOS
from .streams import EVERYWHERE, SHAPES, Desk, items, leave_nothing_open, new_id
from .translate import start, translate_page

PANELS, CONTENT = PanelsBlock(), PanelBodyBlock()


def ensure_directory(*, images: Mapping[str, int], locale, ledger: Ledger) -> dict[str, int]:
    """Primary keys of organisations and people by their key in the content."""
    keys = {}
    for entry in words.ORGANISATIONS:
        keys[entry["key"]] = ensure_organisation(entry, locale=locale, ledger=ledger)
    for entry in words.PEOPLE:
        keys[f"person-{entry['key']}"] = ensure_person(entry, images=images, keys=keys, locale=locale, ledger=ledger)
    return keys


def ensure_organisation(entry: dict[str, Any], *, locale, ledger: Ledger) -> int:
    found = Organisation.objects.filter(name=entry["name"], locale=locale).first()
    if found is None:
        fields = {name: value for name, value in entry.items() if name not in ("key", "logo")}
        found = Organisation(locale=locale, **fields)
        if "logo" in entry:
            found.logo_file = ContentFile(LOGOS[entry["logo"]]().encode(), name=f"{entry['logo']}.svg")
        found.save()
        ledger.note("organisations")
    return found.pk


def ensure_person(entry: dict[str, Any], *, images: Mapping[str, int], keys: Mapping[str, int], locale, ledger: Ledger) -> int:
    found = Person.objects.filter(name=entry["name"], locale=locale).first()
    if found is None:
        fields = {name: value for name, value in entry.items() if name not in ("key", "organisation", "alt", "signature")}
        fields |= {"portrait_id": images[f"portrait-{entry['key']}"], "portrait_alt": entry["alt"]}
        fields |= {
            "organisation_id": keys.get(entry.get("organisation", "")),
            "signature_id": images.get(entry.get("signature", "")),
        }
        found = Person.objects.create(locale=locale, **fields)
        ledger.note("people")
    return found.pk


def ensure_flyers(german, *, home: Page, keys: Mapping[str, int]) -> list[FlyerPage]:
    """`german` is the builder of the German tree, see pages.py."""
    return [ensure_flyer(german, content, home=home, keys=keys) for content in words.FLYERS]


def ensure_flyer(german, content: dict[str, Any], *, home: Page, keys: Mapping[str, int]) -> FlyerPage:
    found = FlyerPage.objects.child_of(home).filter(slug=content["slug"]).first()
    if found is None:
        fields = {name: content[name] for name in ("title", "slug", "standfirst", "fold", "look")}
        found = FlyerPage(locale=german.locale, live=False, search_description=content["standfirst"], **fields)
        found.panels = panels(content, desk=german.desk, keys=keys)
        home.add_child(instance=found)
        found.save_revision().publish()
        german.ledger.note("pages")
    german.desk.pages.setdefault(found.slug, found.pk)
    return found


def panels(content: dict[str, Any], *, desk: Desk, keys: Mapping[str, int]):
    """The stream of all panels."""
    path = content["slug"]
    cover = {name: value for name, value in content["cover"].items() if name not in ("image", "alt")}
    raw = [("cover", {"picture_kind": "photo", **cover, "image": desk.picture(content["cover"])})]
    for panel in content["panels"]:
        inner = [
            block(kind, value, desk=desk, keys=keys, path=f"{path}/{panel['place']}/{place}")
            for place, (kind, value) in enumerate(panel["content"])
        ]
        raw.append(("panel", {"ground": "paper", "shape": "none", **panel, "content": inner}))
    data = []
    for place, (kind, value) in enumerate(raw):
        leave_nothing_open(value, block=PANELS.child_blocks[kind])
        data.append({"type": kind, "value": {**value, "show_in": EVERYWHERE}, "id": new_id(f"{path}/{place}")})
    return PANELS.to_python(data)


def block(kind: str, value: Any, *, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    """One block of a panel; those that name people or organisations are made here, the others like any body's."""
    shape = OWN_SHAPES.get(kind)
    made = shape(value, desk, keys, path) if shape else SHAPES[kind](desk, value, path)
    leave_nothing_open(made, block=CONTENT.child_blocks[kind])
    return {"type": kind, "value": {"show_in": EVERYWHERE, **made}, "id": new_id(path)}


def goals(value: dict, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    rows = [{"title": title, "text": text} for title, text in value["goals"]]
    return {"title": value.get("title", ""), "start": value.get("start", 1), "goals": items(rows, path=path)}


def points(value: dict, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    return {"title": value.get("title", ""), "points": items(value["points"], path=path)}


def greeting(value: dict, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    return {"title": value.get("title", ""), "text": desk.rich(value["text"]), "person": keys[f"person-{value['person']}"]}


def people(value: list, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    rows = [{"person": keys[f"person-{key}"], "text": text} for key, text in value]
    return {"title": "", "people": items(rows, path=path)}


def contacts(value: dict, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    organisations = [keys[key] for key in value.get("organisations", [])]
    persons = [keys[f"person-{key}"] for key in value.get("people", [])]
    return {
        "title": value.get("title", ""),
        "organisations": items(organisations, path=f"{path}/o"),
        "people": items(persons, path=f"{path}/p"),
    }


def partners(value: dict, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    return {"label": value.get("label", ""), "organisations": items([keys[key] for key in value["organisations"]], path=path)}


def same(value: dict, desk: Desk, keys: Mapping[str, int], path: str) -> dict:
    return dict(value)


OWN_SHAPES = {
    "goals": goals,
    "points": points,
    "greeting": greeting,
    "people": people,
    "contacts": contacts,
    "partners": partners,
    "code": same,
    "legal_notice": same,
}


def ensure_flyer_translations(flyers: list[FlyerPage], *, letter: Page, keys: Mapping[str, int], ledger: Ledger) -> None:
    """The profile flyer published in four languages; the letter complete in them, but on no web site."""
    profile = next(flyer for flyer in flyers if flyer.slug == "flyer-profil")
    entries = [Organisation.objects.get(pk=keys["integrationsrat"]), Person.objects.get(pk=keys["person-katrin"])]
    for code in translated.ORDER:
        locale, catalogue = Locale.objects.get(language_code=code), translated.catalogue(code)
        for entry in entries:
            if not entry.has_translation(locale):
                start(entry, locale=locale, catalogue=catalogue).save_target(publish=True)
                ledger.note("translated entries")
        if not profile.has_translation(locale):
            translate_page(profile, locale=locale, catalogue=catalogue)
            ledger.note("translated pages")
        if not letter.has_translation(locale):
            start(letter, locale=locale, catalogue=catalogue).save_target(publish=False)
            ledger.note("translated pages")
