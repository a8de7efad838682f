"""A campaign in numbers: what came in, what became of it, in which languages, what was printed. Nobody is tracked for it."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q, Sum

from cms.renditions.models import Package, PackageItem, PrintFile

from .models import CampaignPage, Release, Submission, TestimonialPage

State = Submission.State


@dataclass(frozen=True)
class Row:
    label: str
    number: int
    most: int  # the largest of its table, for the bar
    part: int = 0  # of `number`: accepted, or copies


@dataclass(frozen=True)
class Numbers:
    sent: int
    confirmed: int
    waiting: int
    accepted: int
    refused: int
    taken_back: int
    released: int  # testimonials with a release that holds
    published: int
    by_language: list[Row]
    pieces: list[Row]

    @property
    def share(self) -> int:
        """Accepted of those confirmed, in per cent."""
        return round(100 * self.accepted / self.confirmed) if self.confirmed else 0


def numbers_of(campaign: CampaignPage) -> Numbers:
    """`campaign` in the language the office works in."""
    sent = Submission.objects.filter(campaign=campaign)
    states = dict(sent.order_by().values_list("state").annotate(Count("pk")))
    confirmed = sent.exclude(state=State.UNCONFIRMED).filter(confirmed_at__isnull=False).count()
    people = TestimonialPage.objects.child_of(campaign).filter(alias_of__isnull=True)
    keys = people.values("translation_key")
    return Numbers(
        sent=sent.count(),
        confirmed=confirmed,
        waiting=states.get(State.WAITING, 0) + states.get(State.ASKED, 0),
        accepted=states.get(State.ACCEPTED, 0),
        refused=states.get(State.REFUSED, 0),
        taken_back=states.get(State.TAKEN_BACK, 0),
        released=Release.objects.filter(state=Release.State.GIVEN, testimonial_key__in=keys).count(),
        published=people.filter(live=True).count(),
        by_language=languages(sent),
        pieces=pieces_made(campaign),
    )


def languages(sent) -> list[Row]:
    accepted = Count("pk", filter=Q(state=State.ACCEPTED))
    found = {row["language"]: row for row in sent.order_by().values("language").annotate(all=Count("pk"), accepted=accepted)}
    most = max((row["all"] for row in found.values()), default=0)
    return [Row(name, found[code]["all"], most, found[code]["accepted"]) for code, name in settings.LANGUAGES if code in found]


def pieces_made(campaign: CampaignPage) -> list[Row]:
    """PDFs for the printer by product, of the campaign and its people in every language; `part`: copies that were ordered."""
    pages = CampaignPage.objects.filter(translation_key=campaign.translation_key)
    people = TestimonialPage.objects.filter(
        translation_key__in=TestimonialPage.objects.child_of(campaign).values("translation_key")
    )
    ids = [*pages.values_list("pk", flat=True), *people.values_list("pk", flat=True)]
    made = PrintFile.objects.filter(
        page__in=ids, purpose="press", state__in=[PrintFile.State.READY, PrintFile.State.RELEASED]
    ).order_by()
    counts = by_kind(made.values_list("product").annotate(Count("pk")))
    ordered = PackageItem.objects.filter(print_file__page__in=ids, package__state=Package.State.ORDERED).order_by()
    copies = by_kind(ordered.values_list("print_file__product").annotate(Sum("copies")))
    labels = {product.key: str(product.label) for page in (CampaignPage(), TestimonialPage()) for product in page.products()}
    most = max(counts.values(), default=0)
    return [Row(label, counts[key], most, copies.get(key, 0)) for key, label in labels.items() if key in counts]


def by_kind(rows) -> dict[str, int]:
    """Numbers per product, whatever parts it was made in."""
    found: dict[str, int] = {}
    for key, number in rows:
        kind = key.partition(":")[0]
        found[kind] = found.get(kind, 0) + (number or 0)
    return found
