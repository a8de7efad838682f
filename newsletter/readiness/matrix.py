"""The readiness matrix: every language beside every check, with what to do about each that is not in order, and where."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from .. import approval, audience, ledger
from ..models import Mailing, MailingVersion
from . import content, links, releases
from .rules import CLIPPED_AT, LANGUAGES, compile_problems, council_of, sender_problems

GOOD, NOTE, BAD, NONE = "good", "note", "bad", "none"
COLUMNS = {
    "recipients": gettext_lazy("Recipients"),
    "translated": gettext_lazy("Translated"),
    "outdated": gettext_lazy("Up to date"),
    "subject": gettext_lazy("Subject"),
    "preheader": gettext_lazy("Preheader"),
    "pictures": gettext_lazy("Pictures"),
    "people": gettext_lazy("Releases"),
    "links": gettext_lazy("Links"),
    "size": gettext_lazy("Size"),
    "headers": gettext_lazy("Spam look"),
    "programs": gettext_lazy("Mail programs"),
    "accessible": gettext_lazy("Accessible"),
    "pdf": gettext_lazy("PDF"),
    "approved": gettext_lazy("Approved"),
}

PLAIN = {"outdated", "subject", "preheader", "headers", "programs", "accessible", "releases"}


@dataclass(frozen=True)
class Cell:
    """One check of one language: the short word in the table, and what to do where if it is not in order."""

    column: str
    level: str
    text: str
    advice: str = ""
    url: str = ""

    @property
    def is_plain(self) -> bool:
        """In order, and there is nothing to say about it: a tick is enough for the eye."""
        return self.level == GOOD and self.column in PLAIN


@dataclass(frozen=True)
class Row:
    language: str
    name: str
    version: MailingVersion | None
    people: int  # who get it
    instead: str = ""  # the language its readers get, if there is no mail in this one
    cells: list[Cell] = field(default_factory=list)

    @property
    def is_held(self) -> bool:
        return bool(self.version and self.version.held_back)

    @property
    def advice(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.advice]

    @property
    def level(self) -> str:
        """The worst of the row."""
        levels = {cell.level for cell in self.cells}
        return next((level for level in (BAD, NOTE) if level in levels), GOOD)


@dataclass(frozen=True)
class Matrix:
    rows: list[Row]
    columns: dict = field(default_factory=lambda: COLUMNS)

    def blocks(self, language: str) -> list[Cell]:
        """What keeps this language from leaving."""
        return [cell for row in self.rows if row.language == language for cell in row.cells if cell.level == BAD]


def matrix(mailing: Mailing) -> Matrix:
    versions = {version.language: version for version in mailing.versions.select_related("mailing", "approved_by")}
    gets: dict[str, int] = {}
    wants: dict[str, tuple[int, str]] = {}
    for row in audience.count_by_language(mailing) if not mailing.has_begun else []:
        gets[row.gets] = gets.get(row.gets, 0) + row.people
        if row.is_fallback:
            wants[row.wanted] = (wants.get(row.wanted, (0, ""))[0] + row.people, row.gets)
    if mailing.has_begun:
        gets = {language: sum(states.values()) for language, states in ledger.numbers_by_language(mailing).items()}
    pages = content.pages_of(mailing)
    rows = []
    for code, name in LANGUAGES.items():
        if code in versions:
            rows.append(row_of(versions[code], name=name, people=gets.get(code, 0), pages=pages))
        elif code in wants:
            people, instead = wants[code]
            rows.append(Row(code, name, None, people, instead=LANGUAGES.get(instead, instead)))
    return Matrix(rows)


def row_of(version: MailingVersion, *, name: str, people: int, pages: dict[str, Page]) -> Row:
    recipients = Cell("recipients", GOOD if people else NONE, str(people))
    if not version.is_made:
        missing = Cell(
            "translated", BAD, _("missing"), _("The page is not published in this language yet."), page_url(version, pages)
        )
        return Row(version.language, name, version, people, cells=[recipients, missing])
    found_links = links.links_in(version.html)
    cells = [
        recipients,
        *translation_cells(version, pages=pages),
        *line_cells(version),
        pictures_cell(version, pages=pages),
        people_cell(version, pages=pages),
        links_cell(version, found_links),
        size_cell(version),
        headers_cell(version),
        findings_cell(version, "programs", kinds={"client", "mjml"}, fine=_("all")),
        findings_cell(version, "accessible", kinds={"accessibility"}, fine=_("yes")),
        pdf_cell(version, pages=pages),
        approved_cell(version),
    ]
    return Row(version.language, name, version, people, cells=cells)


def edit_url(version: MailingVersion, field_name: str = "") -> str:
    if version.mailing.has_begun:
        return reverse("mailings:words", args=[version.mailing_id, version.language])
    return reverse("mailings:edit", args=[version.mailing_id]) + (f"#id_{field_name}_{version.language}" if field_name else "")


def page_url(version: MailingVersion, pages: dict[str, Page]) -> str:
    page = pages.get(version.language) or version.mailing.page
    if page is None:
        return reverse("mailings:words", args=[version.mailing_id, version.language])
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def translation_cells(version: MailingVersion, *, pages: dict[str, Page]) -> list[Cell]:
    if version.mailing.page_id is None:
        if version.body:
            return [Cell("translated", GOOD, _("own words")), Cell("outdated", NONE, "–")]
        advice = _("Write the words of this mail.")
        return [Cell("translated", BAD, _("empty"), advice, page_url(version, pages)), Cell("outdated", NONE, "–")]
    state = content.translation_state(version, pages=pages)
    url = page_url(version, pages)
    if state.is_source:
        return [Cell("translated", GOOD, _("source")), stale_cell(version, pages=pages) or Cell("outdated", GOOD, _("yes"))]
    translated = Cell("translated", GOOD, f"{state.percent} %")
    if state.missing:
        said = ngettext(
            "%s piece is not published in this language and is left out:",
            "%s pieces are not published in this language and are left out:",
            len(state.missing),
        )
        advice = said % len(state.missing) + " " + ", ".join(state.missing)
        translated = Cell("translated", NOTE, f"{state.percent} %", advice, state.missing_url or url)
    elif state.percent < 100:
        translated = Cell("translated", NOTE, f"{state.percent} %", _("Texts are still to be translated."), url)
    outdated = Cell("outdated", GOOD, _("yes"))
    if state.outdated:
        advice = _("The German text was changed after it was translated: %s") % ", ".join(state.outdated)
        outdated = Cell("outdated", NOTE, _("no"), advice, state.outdated_url or url)
    return [translated, stale_cell(version, pages=pages) or outdated]


def stale_cell(version: MailingVersion, *, pages: dict[str, Page]) -> Cell | None:
    """The mail shows an older page than the website."""
    if not content.is_stale(version, pages=pages):
        return None
    advice = _("The page was published anew since this mail was made. Save the mailing to take its new version over.")
    return Cell("outdated", NOTE, _("no"), advice, edit_url(version))


def line_cells(version: MailingVersion) -> list[Cell]:
    subject = Cell("subject", GOOD, _("yes"))
    if not version.subject.strip():
        subject = Cell("subject", BAD, _("missing"), _("Write a subject."), edit_url(version, "subject"))
    elif len(version.subject) > 70:
        advice = _("Phones show about 40 characters of a subject, this one has %s. Put what matters first.") % len(
            version.subject
        )
        subject = Cell("subject", NOTE, _("long"), advice, edit_url(version, "subject"))
    elif content.shouts(version.subject):
        advice = _("Capital letters and exclamation marks make spam filters suspicious. Say it calmly.")
        subject = Cell("subject", NOTE, _("loud"), advice, edit_url(version, "subject"))
    preheader = Cell("preheader", GOOD, _("yes"))
    if not version.preheader.strip():
        advice = _("Without a preheader mail programs show the first words of the mail. Write one sentence.")
        preheader = Cell("preheader", NOTE, _("missing"), advice, edit_url(version, "preheader"))
    return [subject, preheader]


def pictures_cell(version: MailingVersion, *, pages: dict[str, Page]) -> Cell:
    pictures = content.pictures(version.html)
    bare = [picture for picture in pictures if picture.alt is None]
    if bare:
        advice = _("Pictures without a description: %s") % ", ".join(picture.name for picture in bare)
        return Cell("pictures", BAD, f"{len(pictures) - len(bare)}/{len(pictures)}", advice, page_url(version, pages))
    return Cell("pictures", GOOD, str(len(pictures)))


def people_cell(version: MailingVersion, *, pages: dict[str, Page]) -> Cell:
    """Whether everybody the mail shows has agreed to it, and who was left out."""
    found = releases.objections(version, page=pages.get(version.language))
    if not found:
        return Cell("people", GOOD, _("fine"))
    grave = [item for item in found if item.blocks]
    advice = " · ".join(item.text for item in (grave or found)[:4])
    return Cell("people", BAD if grave else NOTE, str(len(grave or found)), advice, page_url(version, pages))


def links_cell(version: MailingVersion, found: list[str]) -> Cell:
    dead = links.dead_own_links(found, site=version.mailing.site)
    foreign = links.known_faults(found)
    faults = [_("%s leads to a page nobody can open") % link for link in dead]
    faults += [f"{link} {fault}" for link, fault in foreign.items() if fault]
    if faults:
        url = edit_url(version) if version.mailing.page_id else page_url(version, {})
        return Cell("links", BAD if dead else NOTE, f"{len(found) - len(faults)}/{len(found)}", " · ".join(faults), url)
    if any(fault is None for fault in foreign.values()):
        return Cell("links", NONE, _("being checked"))
    return Cell("links", GOOD, str(len(found)))


def size_cell(version: MailingVersion) -> Cell:
    size = len(version.html.encode())
    text = _("%s kB") % round(size / 1024)
    if size > CLIPPED_AT:
        advice = _(
            "Gmail cuts the mail off after 100 kB and hides the way to unsubscribe. Show fewer pieces, or only their titles."
        )
        return Cell("size", BAD, text, advice, edit_url(version))
    return Cell("size", NOTE if size > 0.9 * CLIPPED_AT else GOOD, text)


def headers_cell(version: MailingVersion) -> Cell:
    """What filters look at: sender, way out, a text part as good as the HTML."""
    faults = sender_problems(council_of(version.mailing))
    if faults:
        return Cell("headers", BAD, _("no sender"), " ".join(faults), settings_url(version))
    faults = compile_problems(version)
    if faults:
        return Cell("headers", BAD, _("not possible"), " ".join(faults), edit_url(version))
    if len(version.text.split()) < 0.2 * len(content.words(version.html).split()):
        return Cell(
            "headers", NOTE, _("thin text"), _("The plain text says much less than the mail itself; filters mistrust that.")
        )
    return Cell("headers", GOOD, _("fine"))


def settings_url(version: MailingVersion) -> str:
    site = version.mailing.site
    return reverse("wagtailsettings:edit", args=["core", "councilsettings", site.pk]) if site else ""


def findings_cell(version: MailingVersion, column: str, *, kinds: set[str], fine: str) -> Cell:
    found = [finding for finding in version.findings if finding.get("kind", "mjml") in kinds]
    grave = [finding for finding in found if finding.get("level") == BAD]
    told = [finding for finding in found if finding.get("level") != "info"]
    if not told:
        return Cell(column, GOOD, fine)
    advice = " · ".join(finding["text"] for finding in (grave or told)[:4])
    return Cell(column, BAD if grave else NOTE, str(len(told)), advice)


def pdf_cell(version: MailingVersion, *, pages: dict[str, Page]) -> Cell:
    page = pages.get(version.language)
    state = content.pdf_state(page, html=version.html) if page is not None else ""
    if state == "linked":
        return Cell("pdf", GOOD, _("linked"))
    if state == "missing":
        advice = _(
            "There is no PDF of this language yet, so the mail has no link to one. Make it under Print, then save the mailing."
        )
        return Cell("pdf", NOTE, _("missing"), advice, reverse("renditions:page", args=[page.pk]))
    return Cell("pdf", NONE, "–")


def approved_cell(version: MailingVersion) -> Cell:
    if version.approved_at:
        who = version.approved_by.get_full_name() or version.approved_by.get_username() if version.approved_by else _("yes")
        return Cell("approved", GOOD, who)
    if not approval.is_required(version.mailing):
        return Cell("approved", NONE, _("not needed"))
    if version.mailing.current_workflow_task_state:
        return Cell("approved", NOTE, _("asked for"), _("Another person has to read and approve it."))
    return Cell(
        "approved",
        BAD,
        _("no"),
        _("Ask another person to approve it."),
        reverse("mailings:ready", args=[version.mailing_id]) + "#nl-approval",
    )
