"""The demo's budget of 2026, with offers and invoices as small PDFs."""

import datetime
from decimal import Decimal

from django.core.files.base import ContentFile
from wagtail.models import Page

from cms.budget import keeping
from cms.budget.models import Budget, Item, Source, Voucher

from .content import budget as words
from .ledger import Ledger


def ensure_budget(home: Page, *, ledger: Ledger) -> None:
    if Budget.objects.exists():
        return
    budget = keeping.save_budget(Budget(year=words.YEAR, notes=words.NOTES))
    for name, amount, reference in words.SOURCES:
        keeping.save_source(Source(budget=budget, name=name, amount=Decimal(amount), reference=reference))
    for row in words.ITEMS:
        ensure_item(row, budget=budget, home=home)
        ledger.note("budget items")


def ensure_item(row: tuple, *, budget: Budget, home: Page) -> None:
    title, kind, planned, state, copies, slug, vouchers = row
    page = home.get_descendants().filter(slug=slug).first() if slug else None
    item = keeping.save_item(
        Item(budget=budget, title=title, kind=kind, planned=Decimal(planned), state=state, copies=copies, page=page)
    )
    for sort, day, supplier, number, amount, decided, has_document in vouchers:
        voucher = Voucher(
            item=item,
            kind=sort,
            date=datetime.date(*day),
            supplier=supplier,
            number=number,
            amount=Decimal(amount),
            state=decided,
        )
        file = ContentFile(small_pdf(f"{supplier}   {number}   {amount} EUR"), name=f"{number}.pdf") if has_document else None
        keeping.add_voucher(voucher, file=file)


def small_pdf(line: str) -> bytes:
    """One A4 page with one line, written by hand: what suppliers really send is no part of the demo."""
    safe = line.encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")
    stream = b"BT /F1 14 Tf 72 760 Td (" + safe + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end
