"""“Print as …”: several pieces of a page at once – products, formats, purposes, languages – and, if wanted, as one package."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from .drawings import format_name
from .errors import RenditionError
from .models import Newspaper, Package, PackageItem, PrinterProfile, PrintFile
from .newspapers import AD_KEY, sheet_of
from .pdf import Purpose
from .printing import product_of, request_print
from .sheet import Sheet

MOST_AT_ONCE = 60
A4_LONG = 297.0


class OrderError(RenditionError):
    """What was ticked cannot be ordered like this; the text says what to change."""


@dataclass(frozen=True)
class Piece:
    """One product in one format and design, before it is known in which languages and for what."""

    product: str
    sheet: str
    design: str = ""


@dataclass(frozen=True)
class Order:
    """One file to be made."""

    page: Page
    piece: Piece
    purpose: Purpose
    profile: PrinterProfile | None = None
    arrangement: str = ""


def arrangements_for(sheet: Sheet) -> list[str]:
    """How a format can be put on A4 or A3 sheets of the office copier; the first is the usual."""
    kinds = PrintFile.Arrangement
    if sheet.page_multiple > 1:
        return [kinds.BOOKLET, kinds.SINGLE]
    if max(sheet.width, sheet.height) > A4_LONG + 1 and sheet.kind in ("poster", "display"):
        return [kinds.TILES, kinds.SINGLE]
    if (
        max(sheet.width, sheet.height) <= A4_LONG
        and sheet.width * sheet.height < 210 * 297 * 0.6
        and sheet.kind in ("card", "poster")
    ):
        return [kinds.N_UP, kinds.SINGLE]
    return [kinds.SINGLE]


def orders_of(
    pages: list[Page],
    *,
    pieces: list[Piece],
    purposes: list[Purpose],
    profile: PrinterProfile | None = None,
    arranged: bool = True,
) -> list[Order]:
    """Every file that these choices mean. Raises OrderError if they mean none, too many, or something impossible.

    Without `profile` an advertisement is made for its newspaper's printer, everything else for the usual condition.
    `arranged` puts what is for the copier on its sheets; else single pages.
    """
    if not pages:
        raise OrderError(_("Choose at least one language."))
    if not pieces:
        raise OrderError(_("Choose at least one format."))
    if not purposes:
        raise OrderError(_("Choose what the files are for."))
    orders: list[Order] = []
    for page in pages:
        for piece in pieces:
            orders += _of_piece(page, piece, purposes=purposes, profile=profile, arranged=arranged)
    orders = list(dict.fromkeys(orders))
    if len(orders) > MOST_AT_ONCE:
        text = ngettext(
            "That would be %(count)s file. At most %(most)s can be made at once.",
            "That would be %(count)s files. At most %(most)s can be made at once.",
            len(orders),
        )
        raise OrderError(text % {"count": len(orders), "most": MOST_AT_ONCE})
    return orders


def _of_piece(page: Page, piece: Piece, *, purposes: list[Purpose], profile, arranged: bool) -> list[Order]:
    page = page.specific
    orders = []
    for key in page.parts_of(piece.product):
        orders += _of_part(page, replace(piece, product=key), purposes=purposes, profile=profile, arranged=arranged)
    return orders


def _of_part(page: Page, piece: Piece, *, purposes: list[Purpose], profile, arranged: bool) -> list[Order]:
    try:
        chosen = product_of(page, piece.product, sheet=piece.sheet, design=piece.design)
        sheet = sheet_of(chosen.sheet)
    except (KeyError, RenditionError) as error:
        raise OrderError(str(error.args[0] if error.args else error)) from error
    exact = Piece(product=chosen.key, sheet=chosen.sheet, design=chosen.design)
    if sheet.px:  # a picture for screens, whatever else is wanted
        return [Order(page=page, piece=exact, purpose=Purpose.SCREEN)]
    orders = []
    for purpose in purposes:
        printer = (profile or newspaper_profile(chosen.sheet)) if purpose is Purpose.PRESS else None
        arrangement = arrangements_for(sheet)[0] if purpose is Purpose.OFFICE and arranged else ""
        orders.append(Order(page=page, piece=exact, purpose=purpose, profile=printer, arrangement=arrangement))
    return orders


def newspaper_profile(key: str) -> PrinterProfile | None:
    """The printer of the newspaper that an advertisement is for."""
    match = AD_KEY.match(key)
    paper = Newspaper.objects.select_related("printer_profile").filter(slug=match["slug"]).first() if match else None
    return paper.printer_profile if paper else None


@transaction.atomic
def place(
    orders: list[Order], *, user=None, source: str = PrintFile.Source.LIVE, package: str = ""
) -> tuple[list, Package | None]:
    """Queue the files; with a title for `package`, put those for the printer into a new one."""
    files = [
        request_print(
            order.page,
            product=order.piece.product,
            sheet=order.piece.sheet,
            design=order.piece.design,
            purpose=order.purpose,
            printer_profile=order.profile,
            arrangement=order.arrangement,
            user=user,
            source=source,
        )
        for order in orders
    ]
    if not package:
        return files, None
    return files, new_package(package, files=[item for item in files if item.purpose == Purpose.PRESS], user=user)


def new_package(title: str, *, files: list[PrintFile], user=None) -> Package:
    """A package with these files and, for each, what is usually ordered. The contact is whoever makes it."""
    contact = (user.get_full_name() or user.get_username()) if user else ""
    package = Package.objects.create(title=title[:120], created_by=user, contact=contact, email=user.email if user else "")
    for item in files:
        add_to_package(package, item)
    return package


def add_to_package(package: Package, print_file: PrintFile) -> PackageItem:
    sheet = sheet_of(print_file.sheet)
    item, _created = PackageItem.objects.get_or_create(
        package=package,
        print_file=print_file,
        defaults={
            "colours": "4/4" if sheet.panels or sheet.page_multiple > 1 else "4/0",
            "finish": format_name(sheet) if sheet.panels else "",
        },
    )
    return item
