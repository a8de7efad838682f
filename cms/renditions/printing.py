"""Print files: asking for one, making it, finding the finished one. State changes go through PrintFile.change_state."""

from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from cms.core.medium import Medium

from .models import MAX_ATTEMPTS, PRINTED_AS, PrinterProfile, PrintFile
from .pdf import PdfError, Purpose, checksum, make_pdf
from .render import Rendition, RenditionError, render
from .renderable import Product

State, Source = PrintFile.State, PrintFile.Source
FINISHED = [State.READY, State.RELEASED]
KEPT = 4  # finished files of a page printed the same way; older ones are removed, released ones never


def product_of(page: Page, key: str | None = None, *, sheet: str = "", design: str = "") -> Product:
    """The product with this key, else the page's usual one, as chosen. Raises RenditionError if it is not offered."""
    products = page.products()
    found = next((product for product in products if key in (None, product.key)), None)
    if found is None:
        raise RenditionError(f"{page.get_verbose_name()} cannot be printed.")
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
            print_file = PrintFile.objects.create(**same, revision=revision, locale_id=page.locale_id, created_by=user)
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


def rendition_of(print_file: PrintFile) -> Rendition:
    """The print HTML of the published page, or of the newest draft."""
    page = print_file.page.specific
    if print_file.source == Source.DRAFT and page.latest_revision:
        page = page.latest_revision.as_object()
    return render(
        page, medium=Medium.PRINT, product=product_of(page, print_file.product, sheet=print_file.sheet, design=print_file.design)
    )


def _fill(print_file: PrintFile) -> None:
    rendition = rendition_of(print_file)
    purpose, condition = Purpose(print_file.purpose), print_file.condition()
    total = checksum(rendition, purpose=purpose, condition=condition)
    finished = {"checksum": total, "finished_at": timezone.now(), "reason_details": {}}
    same = _same_content(print_file, total=total)
    if same:
        finished |= {"file": same.file.name, "page_count": same.page_count, "size": same.size, "problems": same.problems}
    else:
        pdf = make_pdf(rendition, purpose=purpose, condition=condition)
        name = print_file.file.storage.save(_file_name(print_file), ContentFile(pdf.data))
        finished |= {"file": name, "page_count": pdf.pages, "size": len(pdf.data), "problems": pdf.problems[:50]}
    finished["finished_at"] = timezone.now()
    print_file.change_state(State.READY, **finished)
    print_file.refresh_from_db()
    _tidy(print_file)


def _same_content(print_file: PrintFile, *, total: str) -> PrintFile | None:
    """A finished file of exactly this content, so that nothing is rendered twice."""
    for other in PrintFile.objects.filter(page_id=print_file.page_id, checksum=total, state__in=FINISHED).exclude(file=""):
        if other.file.storage.exists(other.file.name):
            return other
    return None


def _file_name(print_file: PrintFile) -> str:
    page = print_file.page
    kind = {"screen": "", "press": "-druck"}.get(print_file.purpose, f"-{print_file.purpose}")
    name = f"{slugify(page.slug) or page.pk}-{page.locale.language_code}{kind}.pdf"
    return f"{page.pk}/{print_file.pk}/{name}"


def _tidy(print_file: PrintFile) -> None:
    """Remove finished files nobody will ask for again; a file that a newer row shares stays."""
    mine = PrintFile.objects.filter(**{name: getattr(print_file, name) for name in PRINTED_AS})
    for old in mine.filter(state__in=[State.READY, State.FAILED])[KEPT:]:
        name, storage = old.file.name, old.file.storage
        old.delete()
        if name and not PrintFile.objects.filter(file=name).exists():
            storage.delete(name)


def ready_file(page: Page, *, purpose: Purpose = Purpose.SCREEN, product: str | None = None) -> PrintFile | None:
    """The newest finished PDF of the published page, for public links: None if the page is not live or has none."""
    if not page.live:
        return None
    found = PrintFile.objects.filter(page_id=page.pk, purpose=Purpose(purpose).value, state__in=FINISHED, source=Source.LIVE)
    return (found.filter(product=product) if product else found).order_by("-finished_at").first()


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
