"""Print files: asking for one, making it, finding the finished one. State changes go through PrintFile.change_state."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from cms.core.consent import people_in
from cms.core.medium import Medium

from . import inspection
from . import pdf as press_room
from .models import MAX_ATTEMPTS, PRINTED_AS, PrinterProfile, PrintFile
from .newspapers import sheet_of
from .pdf import PdfError, Purpose, checksum, make_pdf
from .proofs import version_of
from .render import Rendition, RenditionError, render
from .renderable import Product

State, Source = PrintFile.State, PrintFile.Source
FINISHED = [State.READY, State.RELEASED]
KEPT = 4  # finished files of a page printed the same way; older ones are removed, released ones never


def product_of(page: Page, key: str | None = None, *, sheet: str = "", design: str = "") -> Product:
    """The product with this key, else the page's usual one, as chosen. Raises RenditionError if it is not offered."""
    found = next(iter(page.products()), None) if key is None else page.product_named(key)
    if found is None:
        raise RenditionError(_("%(kind)s cannot be printed.") % {"kind": page.get_verbose_name()})
    try:
        return found.chosen(sheet=sheet, design=design)
    except ValueError as error:
        raise RenditionError(str(error)) from error


def request_print(
    page: Page,
    *,
    product: str | None = None,
    sheet: str = "",
    design: str = "",
    purpose: Purpose = Purpose.SCREEN,
    printer_profile: PrinterProfile | None = None,
    arrangement: str = "",
    user=None,
    source: str = Source.LIVE,
) -> PrintFile:
    """Queue a PDF of the published page, or of its newest draft. One that is already at work is returned instead."""
    page = page.specific
    chosen = product_of(page, product, sheet=sheet, design=design)
    revision = page.live_revision if source == Source.LIVE else page.latest_revision
    same = {
        "page_id": page.pk,
        "product": chosen.key,
        "sheet": chosen.sheet,
        "design": chosen.design,
        "purpose": Purpose(purpose).value,
        "printer_profile": printer_profile if Purpose(purpose) is Purpose.PRESS else None,
        "arrangement": arrangement,
        "source": source,
    }
    waiting = PrintFile.objects.filter(**same, state=State.QUEUED).first()
    if waiting:
        return waiting
    try:
        with transaction.atomic():
            print_file = PrintFile.objects.create(
                **same, revision=revision, locale_id=page.locale_id, created_by=user, is_usual=chosen == product_of(page)
            )
    except IntegrityError:  # one is being made from an older text: look again when it is done
        print_file = PrintFile.objects.get(**same, state__in=[State.QUEUED, State.RENDERING])
        PrintFile.objects.filter(pk=print_file.pk).update(requested_at=timezone.now(), revision=revision)
        return print_file
    enqueue(print_file)
    return print_file


def enqueue(print_file: PrintFile) -> None:
    from .tasks import make_print_file

    transaction.on_commit(lambda: make_print_file.enqueue(print_file.pk))


def request_again(print_file: PrintFile, *, user=None) -> PrintFile:
    """Another try with today's content."""
    return request_print(
        print_file.page,
        product=print_file.product,
        sheet=print_file.sheet,
        design=print_file.design,
        purpose=Purpose(print_file.purpose),
        printer_profile=print_file.printer_profile,
        arrangement=print_file.arrangement,
        user=user,
        source=print_file.source,
    )


def make(print_file: PrintFile) -> PrintFile:
    """Do the work of a queued print file. Returns it ready or failed; untouched if another worker has it."""
    claimed_at = timezone.now()
    if print_file.state != State.QUEUED:
        return print_file
    if not print_file.change_state(State.RENDERING, claimed_at=claimed_at, attempts=print_file.attempts + 1, reason=""):
        return print_file
    try:
        _fill(print_file)
    except PdfError as error:
        _fail(print_file, code=error.code, details=error.details)
    except RenditionError as error:
        _fail(print_file, code="content", details={"detail": str(error)})
    except OSError as error:
        _fail(print_file, code="disk-full" if error.errno in (28, 122) else "crashed", details={"detail": str(error)})
    except Exception as error:
        _fail(print_file, code="crashed", details={"detail": f"{type(error).__name__}: {error}"[:300]})
        raise
    _look_again(print_file, since=claimed_at)
    return print_file


def _fail(print_file: PrintFile, *, code: str, details: dict) -> None:
    print_file.change_state(State.FAILED, reason=code, reason_details=details, finished_at=timezone.now())


def _look_again(print_file: PrintFile, *, since) -> None:
    """If somebody asked again meanwhile, make a new one from the newer text."""
    asked = PrintFile.objects.filter(pk=print_file.pk, requested_at__gt=since).exists()
    if asked and print_file.state == State.READY:
        request_again(print_file, user=print_file.created_by)


def rendition_of(print_file: PrintFile, *, moved_on: bool = True) -> Rendition:
    """The print HTML of the published page, or of the newest draft; the print file notes which revision that was.

    Without `moved_on`: of the revision that it was made from, if that is still there.
    """
    page = print_file.page.specific
    if not moved_on and print_file.revision:
        return _print_html(print_file, print_file.revision.as_object())
    print_file.revision_id = page.live_revision_id if print_file.source == Source.LIVE else page.latest_revision_id
    if print_file.source == Source.DRAFT and page.latest_revision:
        page = page.latest_revision.as_object().as_draft()
    return _print_html(print_file, page)


def _print_html(print_file: PrintFile, page: Page) -> Rendition:
    product = product_of(page, print_file.product, sheet=print_file.sheet, design=print_file.design)
    return render(page, medium=Medium.PRINT, product=product)


def _fill(print_file: PrintFile) -> None:
    rendition = rendition_of(print_file)
    print_file.people = " ".join(people_in(rendition.content))
    PrintFile.objects.filter(pk=print_file.pk).update(people=print_file.people)  # now: it must be found while it is being made
    total = digest(print_file, rendition)
    finished = {"checksum": total, "reason_details": {}, "accepted": {}, "revision_id": print_file.revision_id}
    same = _same_content(print_file, total=total)
    if same:
        finished |= {"file": same.file.name, "page_count": same.page_count, "size": same.size, "problems": same.problems}
        finished["findings"] = inspection.look_again(same.findings, rendition=rendition)
    else:
        finished |= _made(print_file, rendition)
    finished["finished_at"] = timezone.now()
    if not print_file.change_state(State.READY, **finished):
        _discard(finished["file"], storage=print_file.file.storage)
        return
    print_file.refresh_from_db()
    _tidy(print_file)


def digest(print_file: PrintFile, rendition: Rendition) -> str:
    """Of everything that decides how this file looks."""
    purpose = Purpose(print_file.purpose)
    parts = [checksum(rendition, purpose=purpose, condition=print_file.condition()), print_file.arrangement]
    if purpose is Purpose.PROOF:
        parts.append(f"{print_file.pk}")  # each proof has a version of its own
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def _made(print_file: PrintFile, rendition: Rendition) -> dict:
    """Make the file, store it, look at it: the values of the finished row."""
    purpose, condition, storage = Purpose(print_file.purpose), print_file.condition(), print_file.file.storage
    if sheet_of(rendition.product.sheet).px:
        data = press_room.make_picture(rendition)
        name = storage.save(_file_name(print_file, ending="png"), ContentFile(data))
        findings = inspection.look_at_page(rendition)
        return {"file": name, "page_count": 1, "size": len(data), "problems": [], "findings": findings}
    pdf = make_pdf(rendition, purpose=purpose, condition=condition, **_special(print_file))
    name = storage.save(_file_name(print_file), ContentFile(pdf.data))
    arranged = bool(print_file.arrangement)
    findings = inspection.look_at_pdf(pdf, rendition=rendition, purpose=purpose, condition=condition, arranged=arranged)
    return {"file": name, "page_count": pdf.pages, "size": len(pdf.data), "problems": pdf.problems[:50], "findings": findings}


def _special(print_file: PrintFile) -> dict:
    """What only some purposes ask of the render process."""
    if print_file.arrangement:
        return {"arrangement": print_file.arrangement}
    return {"version": version_of(print_file)} if print_file.purpose == Purpose.PROOF else {}


def _same_content(print_file: PrintFile, *, total: str) -> PrintFile | None:
    """A finished file of exactly this content, so that nothing is rendered twice."""
    for other in PrintFile.objects.filter(page_id=print_file.page_id, checksum=total, state__in=FINISHED).exclude(file=""):
        if other.file.storage.exists(other.file.name):
            return other
    return None


def _file_name(print_file: PrintFile, *, ending: str = "pdf") -> str:
    page = print_file.page
    kind = {"screen": "", "press": "-druck"}.get(print_file.purpose, f"-{print_file.purpose}")
    usual = product_of(page.specific)
    if (print_file.product, print_file.sheet) != (usual.key, usual.sheet):
        kind = f"-{slugify(print_file.sheet.replace(':', '-'))}{kind}"
    name = f"{slugify(page.slug) or page.pk}-{page.locale.language_code}{kind}.{ending}"
    return f"{page.pk}/{print_file.pk}/{name}"


def _tidy(print_file: PrintFile) -> None:
    """Remove finished files nobody will ask for again; what is in a package, and a file that a newer row shares, stays."""
    mine = PrintFile.objects.filter(**{name: getattr(print_file, name) for name in PRINTED_AS})
    for old in mine.filter(state__in=[State.READY, State.FAILED], package_items=None)[KEPT:]:
        _remove(old)


def _remove(print_file: PrintFile) -> None:
    name, storage = print_file.file.name, print_file.file.storage
    print_file.delete()
    _discard(name, storage=storage)


def _discard(name: str, *, storage) -> None:
    """A file that no row has (any more): taken off the list, or made while its row was taken away."""
    if name and not PrintFile.objects.filter(file=name).exists():
        storage.delete(name)


def delete(print_file: PrintFile, *, user) -> None:
    """Take a file off the list for ever. Raises RenditionError for one that is released, at work or in a package."""
    if print_file.state == State.RELEASED:
        raise RenditionError(_("It was released for print and is kept."))
    if print_file.state == State.RENDERING:
        raise RenditionError(_("It is being made right now. Wait until it is finished."))
    package = print_file.package_items.select_related("package").first()
    if package:
        raise RenditionError(_("It is in the package “%(title)s”. Take it out there first.") % {"title": package.package.title})
    data = {"product": print_file.product, "purpose": print_file.purpose, "sheet": print_file.sheet}
    log(instance=print_file.page, action="renditions.delete_print_file", user=user, data=data)
    _remove(print_file)


def ready_file(page: Page, *, purpose: Purpose = Purpose.SCREEN, product: str | None = None) -> PrintFile | None:
    """The newest finished PDF of the published page, printed as usual, for public links: None if it is not live or has none."""
    if not page.live:
        return None
    return readers_files([page], purpose=purpose, product=product).get(page.pk)


def readers_files(pages, *, purpose: Purpose = Purpose.SCREEN, product: str | None = None) -> dict[int, PrintFile]:
    """Page id → newest finished PDF of the published page in its usual format and design. One query for all pages."""
    found = PrintFile.objects.filter(
        page_id__in=[page.pk for page in pages],
        purpose=Purpose(purpose).value,
        state__in=FINISHED,
        source=Source.LIVE,
        arrangement="",
    ).exclude(state=State.RELEASED, file="")  # somebody in it has taken their consent back
    found = found.filter(product=product) if product else found.filter(is_usual=True)
    return {item.page_id: item for item in found.order_by("finished_at")}


def release_stale() -> int:
    """Give back what dead workers held, and what was queued but never begun. Returns how many.

    After MAX_ATTEMPTS a file fails with a reason instead, so that one bad page cannot kill workers for ever.
    """
    limit = timezone.now() - timedelta(seconds=max(settings.STALE_AFTER_SECONDS, settings.PDF_TIMEOUT_SECONDS + 30))
    count = 0
    for print_file in PrintFile.objects.filter(state=State.RENDERING, claimed_at__lt=limit):
        if print_file.attempts >= MAX_ATTEMPTS:
            _fail(print_file, code="interrupted", details={"attempts": print_file.attempts})
        elif print_file.change_state(State.QUEUED, claimed_at=None, requested_at=timezone.now()):
            enqueue(print_file)
        count += 1
    for print_file in PrintFile.objects.filter(state=State.QUEUED, requested_at__lt=limit):
        if PrintFile.objects.filter(pk=print_file.pk, requested_at__lt=limit).update(requested_at=timezone.now()):
            enqueue(print_file)
            count += 1
    return count
