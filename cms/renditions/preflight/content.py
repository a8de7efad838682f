"""Checks of a page before it is printed: rights, descriptions, placeholders, legal notice, QR targets, dates, releases."""

import re
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone, translation
from django.utils.formats import date_format
from wagtail.models import Page

from cms.core import consent
from cms.core.medium import Medium
from cms.core.models import CouncilImage, ShortLink

from ..newspapers import sheet_of
from ..render import render
from ..renderable import Product
from .findings import Finding, Severity, sorted_findings
from .linking import block_names, blocks_of, printed_pages
from .printed_text import Printed, plain, read_html
from .translated import check_translation

PLACEHOLDERS = re.compile(
    r"\blorem ipsum\b|\bdolor sit amet\b|\bblindtext\w*|\bplatzhalter(?:text)?\b|\bplaceholder\b|\bdummy ?text\b"
    r"|\bbeispieltext\b|\btext (?:hier|folgt|einfügen|eingeben)\b|\bhier (?:steht|kommt|folgt)(?: \w+)? text\b|\btext here\b"
    r"|\btodo\b|\btbd\b|\bfixme\b|\b(?:max|erika|maxine) mustermann\b|\bmusterstra(?:ß|ss)e\b|\bx{3,}\b|\?{3,}"
    r"|\[(?:name|titel|datum|ort|text|uhrzeit|foto)[^\]]*\]",
    re.IGNORECASE,
)
NAMED = 4  # pictures of one author that are named in one finding
NOT_LEGAL = {"ad", "letter", "social"}  # kinds of sheets that carry no legal notice of their own
PARTS = {"entry"}  # products that are printed within something else
NOT_AN_ADDRESS = re.compile(r"^(?:tel|mailto|geo|sms|wifi|begin):", re.IGNORECASE)


def check_page(page: Page, *, product: Product, html: str | None = None) -> list[Finding]:
    """What is wrong with the content of a page printed as `product`. `html`: its print HTML, if that is there already.

    Raises RenditionError like render().
    """
    page = page.specific
    if html is None:
        html = render(page, medium=Medium.PRINT, product=product).content
    printed, pages = read_html(html), printed_pages(page)
    names = block_names(page, pages)
    found = [
        *check_placeholders(printed),
        *(() if sheet_of(product.sheet).kind == "letter" else check_pictures(printed, council=page.council)),
        *check_legal_notice(page, product=product, printed=printed),
        *check_codes(printed),
        *check_dates(page, pages),
        *check_people(html),
        *(finding for other in pages for finding in check_translation(other)),
    ]
    if hasattr(page, "print_objections"):
        found += page.print_objections(product)
    return sorted_findings(_owned(finding, page=page, names=names) for finding in found)


def check_people(html: str) -> list[Finding]:
    """Nobody is printed who has taken their consent back, whatever page shows them."""
    return [
        Finding(found.code, Severity.ERROR, details={"name": found.name, "medium": found.medium})
        for found in consent.objections(html)
    ]


def _owned(finding: Finding, *, page: Page, names: dict) -> Finding:
    """The finding with the page its block belongs to, if that is not the printed page itself."""
    if not finding.block or finding.owner:
        return finding
    owner, _name = names.get(finding.block, (None, ""))
    return finding.linked(block=finding.block, owner=owner) if owner else finding


def check_placeholders(printed: Printed) -> list[Finding]:
    found = []
    for block, text in printed.texts.items():
        for match in list(PLACEHOLDERS.finditer(text))[:3]:
            words = text[max(0, match.start() - 12) : match.end() + 12].strip()
            found.append(Finding("placeholder", Severity.ERROR, details={"words": words}, block=block))
    return found


def check_pictures(printed: Printed, *, council) -> list[Finding]:
    """Every picture has a credit, that is printed somewhere, and a description."""
    images = {image.file.name: image for image in CouncilImage.objects.filter(file__in=[item.name for item in printed.pictures])}
    found, told, unprinted = [], set(), {}
    for picture in printed.pictures:
        image = images.get(picture.name)
        if image is None or image.pk == council.logo_id or image.pk in told:
            continue
        told.add(image.pk)
        credit = plain(image.credit)
        if not credit:
            found.append(Finding("credit-missing", Severity.ERROR, details={"name": image.title}, block=picture.block))
        elif credit not in printed.whole:
            unprinted.setdefault(image.credit, []).append((image.title, picture.block))
        if not image.description.strip() and plain(picture.alt) in ("", plain(image.title)):
            found.append(Finding("description-missing", Severity.WARNING, details={"name": image.title}, block=picture.block))
    for credit, pictures in unprinted.items():  # told once for each author, not for each picture
        names = ", ".join(title for title, _block in pictures[:NAMED]) + (" …" if len(pictures) > NAMED else "")
        details = {"name": names, "credit": credit}
        found.append(Finding("credit-unprinted", Severity.WARNING, details=details, block=pictures[0][1]))
    return found


def check_legal_notice(page: Page, *, product: Product, printed: Printed) -> list[Finding]:
    """Press law: printed matter names publisher, printer and the person responsible."""
    council, kind = page.council, sheet_of(product.sheet).kind
    if kind in NOT_LEGAL or product.key in PARTS:
        return []
    found = []
    if not council.responsible.strip():
        found.append(Finding("legal-responsible", Severity.ERROR))
    elif not any(plain(name.split(",")[0]) in printed.whole for name in (council.responsible, page.responsible_name()) if name):
        found.append(Finding("legal-unprinted", Severity.WARNING))
    if not council.publisher.strip():
        found.append(Finding("legal-publisher", Severity.ERROR))
    if not council.printer.strip():
        found.append(Finding("legal-printer", Severity.WARNING))
    return found


def check_codes(printed: Printed) -> list[Finding]:
    """Where QR codes lead. Addresses elsewhere are not opened: nobody else must learn what is being written here."""
    found = []
    for code in printed.codes:
        problem = _dead_end(code.url)
        if problem:
            name, details = problem
            found.append(Finding(name, Severity.ERROR, details=details, block=code.block))
    return found


def _dead_end(url: str) -> tuple[str, dict] | None:
    base = settings.BASE_URL.rstrip("/")
    if NOT_AN_ADDRESS.match(url):
        return None
    if not re.match(r"^https?://[^\s/.]+(?:[.:][^\s/]+)?", url):
        return "qr-invalid", {"url": url[:80]}
    if not url.startswith(f"{base}/"):
        return None
    path = url.removeprefix(base).partition("?")[0].partition("#")[0]
    if path.startswith("/q/"):
        return _short_link(path.removeprefix("/q/").strip("/"), url=url)
    language = path.split("/")[1] if path.count("/") > 1 else ""
    if language.lower() not in {code.lower() for code, _name in settings.LANGUAGES}:
        return None
    return None if _leads_to_page(path, language=language, base=base) else ("qr-unknown", {"url": url})


def _short_link(code: str, *, url: str) -> tuple[str, dict] | None:
    link = ShortLink.objects.filter(code=code).first()
    if link is None:
        return "qr-unknown", {"url": url}
    if link.url:
        return None
    pages = Page.objects.filter(translation_key=link.translation_key)
    if pages.filter(live=True).exists():
        return None
    target = pages.first()
    return ("qr-unpublished", {"title": target.title}) if target else ("qr-unknown", {"url": url})


def _leads_to_page(path: str, *, language: str, base: str) -> bool:
    request = HttpRequest()
    scheme, _colon, host = base.partition("://")
    name, _colon, port = host.partition(":")
    request.META |= {"HTTP_HOST": host, "SERVER_NAME": name, "SERVER_PORT": port or ("443" if scheme == "https" else "80")}
    request.path = path
    with translation.override(language):
        try:
            page = Page.find_for_request(request, path[len(language) + 1 :])
        except Http404:
            page = None
    return page is not None and page.live


def check_dates(page: Page, pages: list) -> list[Finding]:
    """Dates that have gone by, in every block that has one."""
    today, found = timezone.localdate(), []
    for other in pages:
        for field_name, block_id, value in blocks_of(other):
            if not hasattr(value, "get") or not isinstance(value.get("date"), date):
                continue
            shown = value.get("show_in")
            last = max(day for day in (value["date"], value.get("end"), value.get("until")) if isinstance(day, date))
            if last >= today or (shown is not None and Medium.PRINT.value not in shown):
                continue
            title = str(value.get("title") or value.get("name") or "")
            details = {"title": title, "date": date_format(last, "SHORT_DATE_FORMAT")}
            owner = None if other.pk == page.pk else other.pk
            found.append(Finding("event-past", Severity.WARNING, None, None, details, block_id or field_name, owner))
    return found
