"""What an event is printed as."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cms.renditions.formats import FLYERS, POSTERS, SOCIAL
from cms.renditions.renderable import Design, Product

PICTURE, DAY = _("Picture with slanted band"), _("Large date")
ENTRY_SIZES = ("dl-99", "sheet-a6", "card-a6", "dl-105", "ad")


def designs(stem: str, *labels) -> tuple[Design, ...]:
    return tuple(Design(key, label, f"events/{stem}_{key}.print.html") for key, label in labels)


def event_products() -> list[Product]:
    both = (("picture", PICTURE), ("day", DAY))
    flyer = (("calm", _("Calm, with picture")), ("bold", _("Bold, with large date")))
    entry = (("plain", _("Text only")), ("tinted", _("On a tinted ground")))
    return [
        Product.offer("poster", _("Poster"), formats=POSTERS, designs=designs("poster", *both)),
        Product.offer("flyer", _("Flyer"), formats=FLYERS, designs=designs("flyer", *flyer)),
        Product.offer("ad", _("Advertisement"), formats=("sheet-a6", "card-a6", "ad"), designs=designs("poster", *both)),
        Product.offer("entry", _("Programme entry"), formats=ENTRY_SIZES, designs=designs("entry", *entry)),
        Product.offer("social", _("Social card"), formats=SOCIAL, designs=designs("poster", *both)),
    ]


def event_objections(event, product: Product) -> list:
    """Nothing is printed for an event without a date: nobody could come. One that is over is asked about."""
    from cms.renditions.preflight.findings import Finding, Severity

    if not event.all_dates:
        return [Finding(code="event-no-date", severity=Severity.ERROR, block="dates")]
    if event.is_over:
        last = event.all_dates[-1]
        details = {"title": event.title, "date": date_format(timezone.localtime(last.end or last.start), "SHORT_DATE_FORMAT")}
        return [Finding(code="event-past", severity=Severity.WARNING, details=details, block="dates")]
    return []
