"""What an event is printed as."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cms.renditions.formats import FLYERS, POSTERS, SOCIAL
from cms.renditions.renderable import Design, Product

PICTURE, DAY = _("Picture with slanted band"), _("Large date")
LEAFLETS = ("flyer-6-zigzag", "flyer-6-wrap", "flyer-8-parallel", "flyer-4-a5", "flyer-4-dl")
SERIES_POSTERS = tuple(key for key in POSTERS if key != "billboard")  # nobody reads a list of dates while driving past
MOST_ON_A_SHEET = 20  # events of the list of next dates; the code in its foot leads to the others
ENTRY_SIZES = ("dl-99", "sheet-a6", "card-a6", "dl-105", "ad")


def designs(stem: str, *labels) -> tuple[Design, ...]:
    return tuple(Design(key, label, f"events/{stem}_{key}.print.html") for key, label in labels)


def event_products(*, has_picture: bool) -> list[Product]:
    """Without a picture the large date is the usual design."""
    both = (("picture", PICTURE), ("day", DAY)) if has_picture else (("day", DAY), ("picture", PICTURE))
    flyer = (("calm", _("Calm, with picture")), ("bold", _("Bold, with large date")))
    entry = (("plain", _("Text only")), ("tinted", _("On a tinted ground")))
    return [
        Product.offer("poster", _("Poster"), formats=POSTERS, designs=designs("poster", *both)),
        Product.offer("flyer", _("Flyer"), formats=FLYERS, designs=designs("flyer", *flyer)),
        Product.offer("ad", _("Advertisement"), formats=("sheet-a6", "card-a6", "ad"), designs=designs("poster", *both)),
        Product.offer("entry", _("Programme entry"), formats=ENTRY_SIZES, designs=designs("entry", *entry)),
        Product.offer("social", _("Social card"), formats=SOCIAL, designs=designs("poster", *both)),
    ]


def series_products(series) -> list[Product]:
    """A poster and a flyer for the whole tour; a folded programme, hour by hour, for whatever takes several days."""
    poster = (("picture", PICTURE), ("dates", _("Large dates")))
    flyer = (("calm", _("Calm, with picture")), ("bold", _("Bold")))
    days = (
        Design("days", _("Day by day"), "collateral/leaflet_days.print.html"),
        Design("cards", _("Coloured days"), "collateral/leaflet_cards.print.html"),
    )
    products = [
        Product.offer("poster", _("Poster"), formats=SERIES_POSTERS, designs=designs("series_poster", *poster)),
        Product.offer("flyer", _("Flyer"), formats=FLYERS, designs=designs("series_flyer", *flyer)),
    ]
    if series.printed_stops:
        leaflet = Product.offer("leaflet", _("Folded programme"), formats=LEAFLETS, designs=days)
        products.insert(0 if series.shape == series.Shape.WEEK else len(products), leaflet)
    return products


def index_products() -> list[Product]:
    return [Product("list", _("Next dates"), "a4", "events/event_index_page.print.html", formats=("a4", "a3"))]


def index_objections(index) -> list:
    from cms.renditions.preflight.findings import Finding, Severity

    return [] if index.printed_months() else [Finding(code="event-no-date", severity=Severity.ERROR)]


def series_objections(series) -> list:
    from cms.renditions.preflight.findings import Finding, Severity

    if not series.printed_stops:
        return [Finding(code="event-no-date", severity=Severity.ERROR)]
    if series.is_over:
        details = {"title": series.title, "date": date_format(series.last_day, "SHORT_DATE_FORMAT")}
        return [Finding(code="event-past", severity=Severity.WARNING, details=details)]
    return []


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
