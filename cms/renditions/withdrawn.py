"""A person takes their consent back: every file that shows them goes, and what was drawn from it. Orders stay listed."""

import shutil
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from cms.core.consent import Trace

from .models import Package, PackageItem, PrintFile
from .pdf import Purpose
from .printing import request_again

DRAWN = ("previews", "pictures", "ink", "brought")  # folders of what is made anew when it is asked for


def remove_files(key: UUID, *, page_ids: list[int]) -> int:
    """Files of the person's own pages and of every other page that shows them. Returns how many. May be called again.

    A released row stays as evidence of what was printed, without its file. What readers could download is made anew.
    """
    mine = Q(page_id__in=page_ids)
    found = list(PrintFile.objects.filter(mine | Q(people__contains=key.hex)).select_related("page"))
    again = [item for item in found if item.page_id not in page_ids and is_for_readers(item)]
    unpack(found)
    for print_file in found:
        remove_file(print_file)
    forget_drawings()
    for print_file in again:
        request_again(print_file)
    return len(found)


def is_for_readers(print_file: PrintFile) -> bool:
    return print_file.purpose == Purpose.SCREEN and print_file.source == PrintFile.Source.LIVE and print_file.page.live


def remove_file(print_file: PrintFile) -> None:
    name, storage = print_file.file.name, print_file.file.storage
    data = {"product": print_file.product, "purpose": print_file.purpose, "sheet": print_file.sheet, "reason": "consent"}
    if print_file.state == PrintFile.State.RELEASED:
        changed = PrintFile.objects.filter(pk=print_file.pk).exclude(file="").update(file="")
    else:
        changed = PrintFile.objects.filter(pk=print_file.pk).delete()[0]
    if changed:
        log(instance=print_file.page, action="renditions.delete_print_file", data=data)
    if name and not PrintFile.objects.filter(file=name).exists():
        storage.delete(name)


def unpack(print_files: list[PrintFile]) -> None:
    """Zips that hold one of these files. An order stays as it was made, a package that is still open loses the piece."""
    for package in Package.objects.filter(items__print_file__in=print_files).distinct():
        name, storage = package.file.name, package.file.storage
        if package.state != Package.State.ORDERED:
            package.items.filter(print_file__in=print_files).delete()
            package.change_state(Package.State.OPEN, file="")
        else:
            Package.objects.filter(pk=package.pk).update(file="")
        if name:
            storage.delete(name)


def printed(key: UUID, *, page_ids: list[int]) -> list[Trace]:
    """What went to a print shop: title, day and copies."""
    items = PackageItem.objects.filter(Q(print_file__page_id__in=page_ids) | Q(print_file__people__contains=key.hex))
    items = items.filter(package__state=Package.State.ORDERED).select_related("package", "print_file")
    return [
        Trace(f"{item.package.title} ({item.print_file.product}, {item.print_file.sheet})", day_of(item.package), item.copies)
        for item in items
    ]


def released(key: UUID, *, page_ids: list[int]) -> list[Trace]:
    """What was released for print without a package: it may be out."""
    found = PrintFile.objects.filter(Q(page_id__in=page_ids) | Q(people__contains=key.hex))
    found = found.filter(state=PrintFile.State.RELEASED).exclude(package_items__package__state=Package.State.ORDERED)
    return [
        Trace(f"{item.product}, {item.sheet}", timezone.localdate(item.released_at or item.requested_at).isoformat())
        for item in found
    ]


def day_of(package: Package) -> str:
    return timezone.localdate(package.packed_at or package.created_at).isoformat()


def forget_drawings() -> None:
    """Page pictures, previews and prepared pictures carry no names: all of them go, and come back when they are asked for."""
    press = Path(settings.VAR_DIR) / "press"
    for name in DRAWN:
        for child in (press / name).glob("*"):
            if child.is_dir():
                shutil.rmtree(child, ignore_errors=True)
            else:
                child.unlink(missing_ok=True)
