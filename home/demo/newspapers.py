"""The newspaper that prints the demo council's advertisements."""

from cms.renditions.models import Newspaper, PrinterProfile

from .ledger import Ledger


def ensure_newspaper(*, ledger: Ledger) -> None:
    """Six columns, as local papers have them; its printer is the newspaper preset."""
    profile = PrinterProfile.objects.filter(kind=PrinterProfile.Kind.NEWSPAPER).first()
    _paper, created = Newspaper.objects.get_or_create(
        slug="pegnach-bote",
        defaults={
            "name": "Pegnach-Bote",
            "column_widths": [45, 92, 139, 186, 233, 280],
            "max_height": 430,
            "printer_profile": profile,
        },
    )
    ledger.note("newspapers", count=int(created))
