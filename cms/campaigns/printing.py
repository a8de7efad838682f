"""What campaigns and testimonials are printed as, and who may be on it and in a mail."""

import math

from django.utils.translation import gettext_lazy as _

from cms.renditions.formats import POSTERS, SOCIAL
from cms.renditions.renderable import Design, Product

from .models.releases import Release, ReleaseMedium

POSTER_SIZES = POSTERS
AD_SIZES = ("sheet-a6", "card-a6", "ad")
BOARD_SIZES = ("board", "roll-up", "poster-a1", "poster-a0")
CARD_SIZES = ("card-a6",)

# product → the medium its people must have agreed to
MEDIA = {
    "poster": ReleaseMedium.POSTER,
    "posters": ReleaseMedium.POSTER,
    "ad": ReleaseMedium.ADS,
    "board": ReleaseMedium.POSTER,
    "postcard": ReleaseMedium.POSTER,
    "social": ReleaseMedium.SOCIAL,
}
SETS = ("posters", "ad", "board", "postcard")  # of a campaign: one page, or two, for every person
# People. On a busy machine a poster from a photo takes 3 s the first time, and a file has PDF_TIMEOUT_SECONDS.
MOST_IN_A_FILE = 20
PLANES, QUOTE = _("Person before colour planes"), _("Sentence first")
FACES, CHORUS = _("Many faces"), _("Claim with three people")


def designs(stem: str, *labels) -> tuple[Design, ...]:
    return tuple(Design(key, label, f"campaigns/{stem}_{key}.print.html") for key, label in labels)


def testimonial_products() -> list[Product]:
    both = (("planes", PLANES), ("quote", QUOTE))
    return [
        Product.offer("poster", _("Poster"), formats=POSTER_SIZES, designs=designs("testimonial", *both)),
        Product.offer("ad", _("Advertisement"), formats=AD_SIZES, designs=designs("testimonial", *both)),
        Product.offer("board", _("Exhibition board"), formats=BOARD_SIZES, designs=designs("board", *both)),
        Product.offer("postcard", _("Postcard"), formats=CARD_SIZES, designs=designs("postcard", *both)),
        Product.offer("social", _("Social card"), formats=SOCIAL, designs=designs("testimonial", *both)),
    ]


def campaign_products() -> list[Product]:
    both = (("planes", PLANES), ("quote", QUOTE))
    many = (("faces", FACES), ("chorus", CHORUS))
    return [
        Product.offer("poster", _("Poster"), formats=POSTER_SIZES, designs=designs("campaign", *many)),
        Product.offer("posters", _("Set of posters"), formats=POSTER_SIZES, designs=designs("testimonial", *both)),
        Product.offer("ad", _("Series of advertisements"), formats=AD_SIZES, designs=designs("testimonial", *both)),
        Product.offer("board", _("Set of exhibition boards"), formats=BOARD_SIZES, designs=designs("board", *both)),
        Product.offer("postcard", _("Set of postcards"), formats=CARD_SIZES, designs=designs("postcard", *both)),
        Product.offer("social", _("Social card"), formats=SOCIAL, designs=designs("campaign", *many)),
    ]


def parts_of(key: str, *, people: int) -> list[str]:
    """The keys of the files of a set, the first without a number."""
    return [key, *(f"{key}:{number}" for number in range(2, math.ceil(people / MOST_IN_A_FILE) + 1))]


def people_of(product: Product, people: list) -> list:
    """Those who are on this part of a set."""
    if product.kind not in SETS:
        return people
    return people[(product.part - 1) * MOST_IN_A_FILE : product.part * MOST_IN_A_FILE]


def release_objections(people, *, medium: ReleaseMedium) -> list:
    """Findings (errors) about people who have not agreed to a medium."""
    from cms.renditions.preflight.findings import Finding, Severity

    findings = []
    for person in people:
        code = objection(person.release, medium)
        if code:
            details = {"name": person.title, "medium": str(medium.label)}
            findings.append(Finding(code=code, severity=Severity.ERROR, details=details))
    return findings


def mail_objections(people, *, html: str) -> list:
    """Findings about people without a release for the newsletter: left out by themselves, or still in a mail made before."""
    from cms.renditions.preflight.findings import Finding, Severity

    medium, findings = ReleaseMedium.NEWSLETTER, []
    for person in people:
        code = objection(person.release, medium)
        address = person.get_url_parts()
        shown = address is not None and address[2] in html
        if code and (shown or person.live):
            severity = Severity.ERROR if shown else Severity.WARNING
            details = {"name": person.title, "medium": str(medium.label)}
            findings.append(Finding(code=code if shown else "release-left-out", severity=severity, details=details))
    return findings


def objection(release: Release | None, medium: ReleaseMedium) -> str:
    """Why a person may not be shown in a medium: a finding's code, or "" if nothing speaks against it."""
    if release is None or release.state == Release.State.REQUESTED:
        return "release-missing"
    if release.state == Release.State.WITHDRAWN:
        return "release-withdrawn"
    if release.state == Release.State.EXPIRED or release.expired_by_date:
        return "release-expired"
    return "" if medium in release.media else "release-medium"


def campaign_objections(campaign, product: Product) -> list:
    """People who have not agreed are left out of a campaign's pieces by themselves; a piece without anybody is none."""
    from cms.renditions.preflight.findings import Finding, Severity

    medium = MEDIA[product.kind]
    if campaign.faces(medium):
        return []
    return [Finding(code="release-nobody", severity=Severity.ERROR, details={"medium": str(medium.label)})]
