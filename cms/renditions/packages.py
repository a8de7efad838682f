"""The package for the print shop: one zip with the released PDFs, order sheet, preflight reports, thumbnails and check sums."""

import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from cms.core.medium import Medium

from .drawings import drawing, format_name, size_text
from .errors import RenditionError
from .inspection import reports_of
from .joining import single_pages
from .models import Package, PackageItem, PrintFile
from .newspapers import AD_KEY, sheet_of
from .pdf import Purpose, make_pdf
from .raster import RasterError, page_pictures
from .render import Rendition
from .renderable import Product

State = Package.State
MOST_THUMBNAILS = 40  # of one piece
STILL = (2026, 1, 1, 0, 0, 0)  # inside a zip every file has this date: same content, same bytes
ORDER_SHEET = Product("order-sheet", "Order sheet", "poster-a4", "renditions/order_sheet.print.html")


class PackageRefused(RenditionError):
    """The package cannot be packed or changed; the text says what is missing."""


@dataclass
class Contents:
    """What goes into the zip, in order: name → bytes."""

    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, name: str, data: bytes) -> None:
        self.files[name] = data

    def check_sums(self) -> bytes:
        """As `sha256sum -c` reads them."""
        lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in self.files.items()]
        return "".join(lines).encode()

    def zipped(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in {**self.files, "SHA256SUMS": self.check_sums()}.items():
                entry = zipfile.ZipInfo(name, date_time=STILL)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, data)
        return out.getvalue()


def items_of(package: Package):
    return package.items.select_related("print_file__page__locale", "print_file__printer_profile", "print_file__locale")


def missing(package: Package) -> list[str]:
    """What keeps the package from being packed, in sentences."""
    items = list(items_of(package))
    if not items:
        return [_("There is no piece in it yet.")]
    waiting = [item for item in items if item.print_file.state != PrintFile.State.RELEASED]
    texts = []
    if waiting:
        text = ngettext(
            "%(count)s piece is not released for print yet.", "%(count)s pieces are not released for print yet.", len(waiting)
        )
        texts.append(text % {"count": len(waiting)})
    without = [item for item in items if not item.copies]
    if without:
        text = ngettext("%(count)s piece has no number of copies.", "%(count)s pieces have no number of copies.", len(without))
        texts.append(text % {"count": len(without)})
    return texts


def request_packing(package: Package, *, user) -> None:
    """Queue the packing. Raises PackageRefused if something is missing or it is at work already."""
    if package.is_at_work:
        raise PackageRefused(_("It is being packed already."))
    if reasons := missing(package):
        raise PackageRefused(" ".join(reasons))
    if not package.change_state(State.QUEUED, user=user, reason="", claimed_at=timezone.now()):
        raise PackageRefused(_("Somebody else changed the package just now. Look at it again."))
    from .tasks import pack_package

    transaction.on_commit(lambda: pack_package.enqueue(package.pk, translation.get_language() or "de"))


def pack(package: Package) -> Package:
    """Do the work of a queued package. Returns it packed or failed; untouched if another worker has it."""
    if package.state != State.QUEUED or not package.change_state(State.PACKING, claimed_at=timezone.now()):
        return package
    try:
        data = contents_of(package).zipped()
    except (RenditionError, OSError) as error:
        package.change_state(State.FAILED, reason=str(error))
        return package
    except Exception as error:
        package.change_state(State.FAILED, reason=f"{type(error).__name__}: {error}"[:300])
        raise
    old, storage = package.file.name, package.file.storage
    name = storage.save(f"packages/{package.pk}/{slugify(package.title) or package.pk}.zip", ContentFile(data))
    checksum = hashlib.sha256(data).hexdigest()
    if not package.change_state(State.PACKED, file=name, checksum=checksum, size=len(data), packed_at=timezone.now()):
        storage.delete(name)
        return package
    if old and old != name:
        storage.delete(old)
    return package


def contents_of(package: Package) -> Contents:
    """Everything that goes into the zip. Raises PackageRefused if something is missing."""
    if reasons := missing(package):
        raise PackageRefused(" ".join(reasons))
    contents, items = Contents(), list(items_of(package))
    names = file_names(items)
    for item, name in zip(items, names, strict=True):
        with item.print_file.file.open("rb") as file:
            data = file.read()
        parts = single_pages(data) if is_series(item.print_file) else [data]
        for part, part_name in zip(parts, part_names(item.print_file, name), strict=True):
            contents.add(part_name, part)
    contents.add(f"{_('Print order')}.pdf", order_sheet(package, items=items, names=names))
    for item, name in zip(items, names, strict=True):
        pdf, data = reports_of(item.print_file)
        contents.add(f"{_('Preflight')}/{name}.pdf", pdf)
        contents.add(f"{_('Preflight')}/{name}.json", data)
        for number, picture in enumerate(thumbnails(item.print_file), start=1):
            contents.add(f"{_('Thumbnails')}/{name}_{number:02}.jpg", picture)
    return contents


def is_series(print_file: PrintFile) -> bool:
    """Several advertisements for a newspaper: it wants a file for each of them."""
    return (print_file.page_count or 0) > 1 and bool(AD_KEY.match(print_file.sheet))


def part_names(print_file: PrintFile, name: str) -> list[str]:
    """The names of a piece's files in the zip: PDFs, and pictures for screens."""
    if not is_series(print_file):
        return [f"{name}{Path(print_file.file.name).suffix or '.pdf'}"]
    return [f"{name}_{number:02}.pdf" for number in range(1, print_file.page_count + 1)]


def thumbnails(print_file: PrintFile) -> list[bytes]:
    try:
        folder, pages = page_pictures(print_file.file)
    except RasterError:
        return []
    return [(folder / f"{number}.jpg").read_bytes() for number in range(1, min(len(pages), MOST_THUMBNAILS) + 1)]


def file_names(items: list[PackageItem]) -> list[str]:
    """Vielfalt-24_de_A4_FOGRA51 and so on; what would be the same gets a number."""
    names: list[str] = []
    for item in items:
        name = base = file_name(item.print_file)
        number = 2
        while name in names:
            name, number = f"{base}_{number}", number + 1
        names.append(name)
    return names


def file_name(print_file: PrintFile) -> str:
    page, key = print_file.page, print_file.sheet
    slug = slugify(page.slug) or f"p{page.pk}"
    ad = AD_KEY.match(key)
    label = f"{ad['slug']}-{ad['columns']}x{ad['height']}" if ad else key.removeprefix("poster-")
    label = label.upper() if len(label) <= 3 else label
    profile = print_file.printer_profile
    condition = slugify(profile.identifier).upper() if profile else "FOGRA39"
    parts = [slug[0].upper() + slug[1:], page.locale.language_code, label]
    if print_file.purpose == Purpose.PRESS:
        parts.append(condition)
    return "_".join(parts)


def order_sheet(package: Package, *, items: list[PackageItem], names: list[str]) -> bytes:
    """The order as a PDF of its own, in the house style of the first piece's council. Raises PdfError."""
    page = items[0].print_file.page.specific
    lines = [order_line(item, name) for item, name in zip(items, names, strict=True)]
    language = translation.get_language() or settings.LANGUAGE_CODE
    context = {
        "package": package,
        "lines": lines,
        "council": page.council,
        "page": page,
        "html_lang": language,
        "html_dir": "ltr",
        "language": language,
        "medium": Medium.PRINT.value,
        "today": timezone.localdate(),
        "copies": sum(item.copies for item in items),
    }
    html = render_to_string(ORDER_SHEET.template, context)
    rendition = Rendition(page=page, medium=Medium.PRINT, language=language, content=html, product=ORDER_SHEET)
    return make_pdf(rendition, purpose=Purpose.SCREEN).data


def order_line(item: PackageItem, name: str) -> dict:
    """One piece as the order sheet shows it."""
    print_file = item.print_file
    sheet, profile = sheet_of(print_file.sheet), print_file.printer_profile
    files = part_names(print_file, name)
    return {
        "item": item,
        "name": files[0] if len(files) == 1 else f"{files[0]} … {files[-1].removeprefix(name)}",
        "title": print_file.page.title,
        "language": print_file.locale.get_display_name(),
        "format": format_name(sheet),
        "size": size_text(sheet),
        "drawing": drawing(sheet),
        "pages": print_file.page_count,
        "bleed": profile.bleed if profile and sheet.bleed else sheet.bleed,
        "condition": profile.identifier if profile else "FOGRA39",
        "standard": profile.get_variant_display() if profile else "PDF/X-4",
        "notes": profile.notes if profile else "",
    }


def mark_ordered(package: Package, *, user) -> None:
    """The package went to the print shop: from now on it stays as it is. Raises PackageRefused."""
    if package.state != State.PACKED or not package.change_state(State.ORDERED, user=user):
        raise PackageRefused(_("Only a packed package can be ordered."))


def reopen(package: Package, *, user) -> None:
    """Something of the order changes: what was packed is no longer true."""
    if package.state in (State.PACKED, State.FAILED):
        package.change_state(State.OPEN, user=user)


def may_change(package: Package) -> bool:
    return package.state in (State.OPEN, State.PACKED, State.FAILED)


def delete(package: Package, *, user) -> None:
    """Raises PackageRefused for a package that was ordered."""
    if not may_change(package):
        raise PackageRefused(_("It was ordered or is being packed, so it is kept."))
    name, storage = package.file.name, package.file.storage
    log(instance=package, action="wagtail.delete", user=user, deleted=True)
    package.delete()
    if name:
        storage.delete(name)


def release_stale() -> int:
    """Give back packages whose worker died. Returns how many."""
    limit = timezone.now() - timedelta(seconds=settings.STALE_AFTER_SECONDS)
    count = 0
    for package in Package.objects.filter(state__in=[State.PACKING, State.QUEUED], claimed_at__lt=limit):
        text = _("Packing was interrupted. Pack it again.")
        count += package.change_state(State.FAILED, reason=text)
    return count
