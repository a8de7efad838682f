"""The welcome package for newcomers: flyer with all contact points, letter of the mayor, welcome sign, next events.

Chosen once, it becomes one package for the print shop in each language. A piece that a language lacks is named, not replaced;
only the welcome sign speaks every language, so the German one stands in.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Page

from cms.core.translations import language_name
from cms.renditions.errors import RenditionError
from cms.renditions.models import Package, PrinterProfile, PrintFile
from cms.renditions.pdf import Purpose
from cms.renditions.print_as import new_package
from cms.renditions.printing import product_of, request_print

from .letters import languages_of, letters_by_language
from .models import LetterPage, LetterRun

Source = PrintFile.Source


class WelcomeError(RenditionError):
    """The package cannot be ordered like this; the text says what to change."""


@dataclass(frozen=True)
class Slot:
    """One piece of the package: which page types it may come from, as which product, in which design."""

    key: str
    label: str
    kinds: tuple[tuple[str, str], ...]  # (model, product); the model by name, because some are of rooms beside this one
    design: str = ""
    sheet: str = ""
    in_german: bool = False  # stands in where a language has none of its own


SLOTS = (
    Slot("flyer", gettext_lazy("Contact points"), (("directory.DirectoryPage", "overview"), ("collateral.FlyerPage", "flyer"))),
    Slot("letter", gettext_lazy("Letter of the mayor"), (("collateral.LetterPage", "letter"),), design="neutral"),
    Slot("sign", gettext_lazy("Welcome sign"), (("collateral.WelcomeSignPage", "sign"),), sheet="poster-a3", in_german=True),
    Slot("events", gettext_lazy("Next events"), (("events.EventIndexPage", "list"), ("collateral.CalendarPage", "list"))),
)
BY_KEY = {slot.key: slot for slot in SLOTS}


@dataclass
class Order:
    """What the office chose."""

    title: str
    pages: dict[str, Page]  # slot → German page
    copies: dict[str, int]  # language → how many sets
    signs: int = 1  # of the welcome sign, in each package
    profile: PrinterProfile | None = None
    details: dict = field(default_factory=dict)  # of the order sheet: print_shop, delivery_address, delivery_date, notes


def candidates(slot: Slot) -> list[Page]:
    """German pages that this piece can come from, newest first."""
    found = []
    for name, product in slot.kinds:
        model = apps.get_model(name)
        pages = model.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("-latest_revision_created_at")
        found += [page for page in pages if offers(page, product)]
    return found


def offers(page: Page, product: str) -> bool:
    return any(one.key == product for one in getattr(page, "products", list)())


def product_for(slot: Slot, page: Page) -> str:
    """Raises WelcomeError for a page that is none of the slot's."""
    for name, product in slot.kinds:
        if isinstance(page, apps.get_model(name)):
            return product
    raise WelcomeError(_("“%(page)s” cannot be the piece “%(piece)s”.") % {"page": page.title, "piece": slot.label})


def in_language(slot: Slot, page: Page, code: str) -> Page | None:
    """The page in this language if it is there to be printed: published, or, of a letter, translated completely."""
    if isinstance(page, LetterPage):
        return letters_by_language(page.source).get(code)
    found = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=code, live=True, alias_of__isnull=True
    )
    translated = found.first()
    if translated is None and slot.in_german:
        return page if page.live else None
    return translated.specific if translated else None


def overview(pages: dict[str, Page]) -> list[dict]:
    """Every language of the site with what there is in it: slot → page or None."""
    rows = []
    for code, _name in settings.LANGUAGES:
        cells = [{"slot": BY_KEY[key], "page": in_language(BY_KEY[key], page, code)} for key, page in pages.items()]
        rows.append({"code": code, "name": language_name(code), "cells": cells, "complete": all(cell["page"] for cell in cells)})
    return rows


def copies_for(run: LetterRun) -> dict[str, int]:
    """Language → sets, one for each recipient of a letter run."""
    return languages_of(run)


@transaction.atomic
def order(wanted: Order, *, user) -> list[Package]:
    """A package for each language with copies, its files ordered. Raises RenditionError; then nothing is ordered."""
    if not wanted.pages:
        raise WelcomeError(_("Choose at least one piece."))
    chosen = {code: count for code, count in wanted.copies.items() if count}
    if not chosen:
        raise WelcomeError(_("Say for at least one language how many copies you need."))
    return [_package(wanted, code=code, copies=count, user=user) for code, count in chosen.items()]


def _package(wanted: Order, *, code: str, copies: int, user) -> Package:
    files, missing = {}, []
    for key, page in wanted.pages.items():
        slot = BY_KEY[key]
        translated = in_language(slot, page, code)
        if translated is None:
            missing.append(str(slot.label))
            continue
        files[key] = _request(slot, translated, profile=wanted.profile, user=user)
    if not files:
        raise WelcomeError(_("There is none of these pieces in this language: %(language)s.") % {"language": language_name(code)})
    package = new_package(f"{wanted.title} · {language_name(code)}", files=list(files.values()), user=user)
    notes = [wanted.details.get("notes", "")]
    if missing:
        notes.append(_("Not in this language: %(pieces)s.") % {"pieces": ", ".join(missing)})
    for name, value in (wanted.details | {"notes": "\n".join(note for note in notes if note)}).items():
        setattr(package, name, value)
    package.save()
    for key, file in files.items():
        package.items.filter(print_file=file).update(copies=wanted.signs if key == "sign" else copies)
    log(instance=package, action="wagtail.create", user=user, data={"welcome_package": code, "copies": copies})
    return package


def _request(slot: Slot, page: Page, *, profile: PrinterProfile | None, user) -> PrintFile:
    key = product_for(slot, page)
    if isinstance(page, LetterPage) and page.names_its_reader():
        text = _("The letter “%(page)s” names its reader in the text. For the package write it so that it fits everybody.")
        raise WelcomeError(text % {"page": page.title})
    usual = product_of(page, key)
    sheet = slot.sheet if slot.sheet in usual.formats else ""
    design = slot.design if slot.design in {one.key for one in usual.designs} else ""
    source = Source.LIVE if page.live else Source.DRAFT
    return request_print(
        page, product=key, sheet=sheet, design=design, purpose=Purpose.PRESS, printer_profile=profile, user=user, source=source
    )
