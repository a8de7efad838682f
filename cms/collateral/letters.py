"""Letter runs: reading recipients, checking them, saying how many pages there will be, making one PDF, deleting it all again.

State changes go through change_state(), which writes the audit log; the log never holds an address.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.medium import Medium
from cms.core.translations import missing_segments, translation_of
from cms.renditions.joining import join_pdfs
from cms.renditions.models import MAX_ATTEMPTS, PrinterProfile
from cms.renditions.pdf import Pdf, PdfError, Purpose, make_pdf
from cms.renditions.render import Rendition, page_context

from .addresses import check_addresses, window_lines
from .merging import merge, merge_html, values_for
from .models.letter import KEPT_DAYS, LetterPage, LetterRun
from .recipients import Recipient, read_recipients

AT_ONCE = 150  # letters in one job of the render process; then the PDFs are joined
State = LetterRun.State
SAMPLE = {
    "vorname": "Amina",
    "nachname": "Yıldız",
    "strasse": "Färbergasse 7",
    "plz": "09999",
    "ort": "Lindenau an der Pegnach",
}


@dataclass(frozen=True)
class Letter:
    """One letter as templates see it."""

    page: LetterPage
    values: dict[str, str]
    window: list[str]
    number: int = 0

    @property
    def name(self) -> str:
        return f"letter-{self.number}"

    @property
    def subject(self) -> str:
        """Without the comma that a name left behind which is not there."""
        return " ".join(merge(self.page.subject, values=self.values).split()).rstrip(" ,،")

    @property
    def salutation(self) -> str:
        return merge(self.page.salutation, values=self.values)

    @property
    def closing(self) -> str:
        return merge(self.page.closing, values=self.values) if self.page.closing else _("Kind regards")

    @property
    def postscript(self) -> str:
        return merge(self.page.postscript, values=self.values)

    @property
    def enclosures(self) -> list[str]:
        return [line.strip() for line in self.page.enclosures.splitlines() if line.strip()]

    def filled(self, html: str):
        return merge_html(html, values=self.values)


def letter_of(page: LetterPage, recipient: Recipient, *, number: int = 0) -> Letter:
    """The letter to one recipient; the language of its page is active."""
    values = dict.fromkeys(page.known_fields(), "") | values_for(recipient.values)
    return Letter(page=page, values=values, window=window_lines(recipient.values), number=number)


def sample_letter(page: LetterPage) -> Letter:
    """For the preview: the first recipient of the newest run, else an invented one. On the web and in mails nobody is named."""
    run = page.source.runs.first() if page.source.pk else None
    found = [one for one in recipients_of(run) if not one.errors] if run else []
    first = next((one for one in found if one.language == page.locale.language_code), found[0] if found else None)
    return letter_of(page, first or Recipient(row=1, language="de", values=dict(SAMPLE)), number=1)


def neutral_letter(page: LetterPage) -> Letter:
    """For the web and for mails: nobody is named."""
    values = dict.fromkeys(page.known_fields(), "…") | {"anrede": values_for({})["anrede"]}
    return Letter(page=page, values=values, window=[])


def house_letter(page: LetterPage) -> Letter:
    """For everybody, as it lies in the welcome package: no address, no name, the council's own town."""
    values = dict.fromkeys(page.known_fields(), "") | values_for({}) | {"ort": page.council.town}
    return Letter(page=page, values=values, window=[], number=1)


# recipients


def letters_by_language(source: LetterPage) -> dict[str, LetterPage]:
    """The newest text of the letter in every language in which it is complete."""
    pages = LetterPage.objects.filter(translation_key=source.translation_key, alias_of__isnull=True).select_related("locale")
    found = {}
    for page in pages:
        running = translation_of(page)
        if running is not None and missing_segments(running):
            continue
        found[page.locale.language_code] = page.get_latest_revision_as_object() if page.latest_revision_id else page
    return found


@transaction.atomic
def upload(source: LetterPage, data: bytes, *, file_name: str, user=None) -> LetterRun:
    """Read and check a file of recipients. Raises UnreadableFile; single bad rows are kept and named."""
    letters = letters_by_language(source)
    recipients = read_recipients(data, languages=list(letters))
    check_addresses(recipients)
    for one in recipients:
        check_fields(one, letters.get(one.language, source))
    run = LetterRun.objects.create(
        letter=source, file_name=file_name[:200], uploaded_by=user, recipients=[one.data() for one in recipients]
    )
    bad = sum(bool(one.errors) for one in recipients)
    log(instance=source, action="collateral.letter_upload", user=user, data={"rows": len(recipients), "errors": bad})
    return run


def check_fields(one: Recipient, page: LetterPage) -> None:
    """A field that the letter uses and this row leaves empty would leave a hole in the sentence."""
    there = values_for(one.values)
    for name in page.used_fields():
        if not there.get(name):
            one.errors.append(_("The letter uses {%(name)s}, and this row has nothing there.") % {"name": name})


def recipients_of(run: LetterRun) -> list[Recipient]:
    return [Recipient.of(data) for data in run.recipients]


def printable(run: LetterRun) -> list[Recipient]:
    return [one for one in recipients_of(run) if not one.errors]


def languages_of(run: LetterRun) -> dict[str, int]:
    """Language → letters, most first."""
    return dict(Counter(one.language for one in printable(run)).most_common())


def page_counts(run: LetterRun) -> dict[str, int]:
    """Language → pages of its longest letter. Renders one letter per language. Raises PdfError or UnknownField."""
    letters, counts = letters_by_language(run.letter), {}
    for code in languages_of(run):
        mine = [one for one in printable(run) if one.language == code]
        longest = max(mine, key=lambda one: sum(len(value) for value in one.values.values()))
        counts[code] = _pdf(run, [(letters.get(code, run.letter), longest)], purpose=Purpose.SCREEN, duplex=False).pages
    return counts


# making the PDF


def request_run(run: LetterRun, *, duplex: bool, printer_profile: PrinterProfile | None = None, user=None) -> None:
    """Queue the PDF of all letters whose row has no error."""
    asked = {"duplex": duplex, "printer_profile": printer_profile, "reason": "", "attempts": 0, "claimed_at": timezone.now()}
    changed = change_state(run, State.QUEUED, user=user, **asked)
    if changed:
        enqueue(run)


def enqueue(run: LetterRun) -> None:
    from .tasks import make_letter_run

    transaction.on_commit(lambda: make_letter_run.enqueue(run.pk))


def make(run: LetterRun) -> LetterRun:
    """Do the work of a queued run. Returns it ready or failed; untouched if another worker has it."""
    if run.state != State.QUEUED:
        return run
    if not change_state(run, State.RENDERING, claimed_at=timezone.now(), attempts=run.attempts + 1):
        return run
    try:
        pdf = run_pdf(run)
    except (PdfError, ValueError) as error:
        change_state(run, State.FAILED, reason=str(error))
        return run
    name = run.file.storage.save(f"letters/{run.pk}/briefe-{run.letter.slug}.pdf", ContentFile(pdf.data))
    old = run.file.name
    if not change_state(run, State.READY, file=name, page_count=pdf.pages):  # deleted meanwhile: nothing may stay
        run.file.storage.delete(name)
    elif old and old != name:
        run.file.storage.delete(old)
    run.refresh_from_db()
    return run


def run_pdf(run: LetterRun) -> Pdf:
    """All letters in the order of the file, each beginning on a new sheet of paper."""
    letters = letters_by_language(run.letter)
    pairs = [(letters.get(one.language, run.letter), one) for one in printable(run)]
    if not pairs:
        raise ValueError(_("No row of this file can be printed."))
    purpose = Purpose.PRESS if run.printer_profile_id else Purpose.OFFICE
    parts = [
        _pdf(run, pairs[start : start + AT_ONCE], purpose=purpose, duplex=run.duplex) for start in range(0, len(pairs), AT_ONCE)
    ]
    if len(parts) == 1:
        return parts[0]
    data = join_pdfs([part.data for part in parts], even=run.duplex)
    return Pdf(data=data, pages=sum(part.pages + (part.pages % 2 if run.duplex else 0) for part in parts), problems=[])


def _pdf(run: LetterRun, pairs: list[tuple[LetterPage, Recipient]], *, purpose: Purpose, duplex: bool) -> Pdf:
    product = run.letter.products()[0]
    context = page_context(run.letter, medium=Medium.PRINT, product=product)
    context |= {"sheets": [letter_html(page, one, product=product) for page, one in pairs], "duplex": duplex}
    with translation.override(settings.LANGUAGE_CODE):
        html = render_to_string("collateral/letters.print.html", context)
    rendition = Rendition(page=run.letter, medium=Medium.PRINT, language=settings.LANGUAGE_CODE, content=html, product=product)
    profile = run.printer_profile if purpose is Purpose.PRESS else None
    return make_pdf(rendition, purpose=purpose, condition=profile.condition() if profile else None)


def letter_html(page: LetterPage, recipient: Recipient, *, product) -> str:
    """One letter in its own language. Raises UnknownField."""
    with translation.override(page.locale.language_code):
        context = page_context(page, medium=Medium.PRINT, product=product)
        context |= {"letter": letter_of(page, recipient, number=recipient.row), "plain": product.design == "plain"}
        return render_to_string("collateral/letter_sheet.print.html", context)


# state and deletion


def change_state(run: LetterRun, state: str, *, user=None, **values) -> bool:
    """The only way a run changes. False if somebody else changed or deleted it first."""
    old = run.state
    changed = LetterRun.objects.filter(pk=run.pk, state=old).update(state=state, **values)
    if not changed:
        return False
    run.state = state
    for name, value in values.items():
        setattr(run, name, value)
    log(instance=run.letter, action="collateral.letter_run", user=user, data={"run": run.pk, "from": old, "to": str(state)})
    return True


def delete_run(run: LetterRun, *, user=None, reason: str = "editor") -> None:
    """Recipients and PDF are gone afterwards; the log keeps how many there were."""
    name, storage, letter, rows = run.file.name, run.file.storage, run.letter, len(run.recipients)
    run.delete()
    if name:
        storage.delete(name)
    log(instance=letter, action="collateral.letter_delete", user=user, data={"rows": rows, "reason": reason})


def delete_old() -> int:
    """Deletes runs KEPT_DAYS after their upload. Returns how many."""
    old = LetterRun.objects.filter(uploaded_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).select_related("letter")
    for run in old:
        delete_run(run, reason="age")
    return len(old)


def release_stale() -> int:
    """Give back what dead workers held; after MAX_ATTEMPTS a run fails instead."""
    limit = timezone.now() - timedelta(seconds=max(settings.STALE_AFTER_SECONDS, 4 * settings.PDF_TIMEOUT_SECONDS))
    count = 0
    for run in LetterRun.objects.filter(state__in=[State.QUEUED, State.RENDERING], claimed_at__lt=limit):
        if run.attempts >= MAX_ATTEMPTS:
            count += change_state(run, State.FAILED, reason=_("Making the PDF was interrupted several times."))
        elif change_state(run, State.QUEUED, claimed_at=timezone.now()):
            enqueue(run)
            count += 1
    return count
