"""Who has probably sent the same thing twice, or is already shown: found by address, words and photo. People decide, not this."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from .models import Submission, TestimonialPage
from .photos import alike


class Same(StrEnum):
    ADDRESS = "address"
    WORDS = "words"
    PHOTO = "photo"
    NAME = "name"

    @property
    def label(self):
        return LABELS[self]


LABELS = {
    Same.ADDRESS: _("same e-mail address"),
    Same.WORDS: _("same words"),
    Same.PHOTO: _("same photo"),
    Same.NAME: _("same name"),
}


@dataclass(frozen=True)
class Duplicate:
    submission: Submission
    same: tuple[Same, ...]

    @property
    def reasons(self) -> list[str]:
        return [str(same.label) for same in self.same]


def duplicates_of(submissions: Iterable[Submission]) -> dict[int, list[Duplicate]]:
    """For each submission (by primary key) those of the same campaign that look like it. One query for all."""
    submissions = list(submissions)
    others = Submission.objects.filter(campaign__in={row.campaign_id for row in submissions}, forgotten_at__isnull=True)
    others = list(others.exclude(state__in=[Submission.State.UNCONFIRMED, Submission.State.TAKEN_BACK]))
    return {row.pk: [found for other in others if (found := compare(row, other))] for row in submissions}


def compare(one: Submission, other: Submission) -> Duplicate | None:
    if one.pk == other.pk or one.campaign_id != other.campaign_id:
        return None
    same = []
    if one.email and one.email.lower() == other.email.lower():
        same.append(Same.ADDRESS)
    if words(one.statement) and words(one.statement) == words(other.statement):
        same.append(Same.WORDS)
    if alike(one.photo_print, other.photo_print):
        same.append(Same.PHOTO)
    if words(one.name) and words(one.name) == words(other.name):
        same.append(Same.NAME)
    return Duplicate(other, tuple(same)) if same else None


def words(text: str) -> str:
    """The bare words, whatever the capitals and commas."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def shown_already(submission: Submission) -> list[TestimonialPage]:
    """Testimonials of the campaign under the same name that did not come from this submission."""
    pages = TestimonialPage.objects.child_of(submission.campaign).filter(title__iexact=submission.name)
    return list(pages.exclude(translation_key=submission.testimonial_key) if submission.testimonial_key else pages)
