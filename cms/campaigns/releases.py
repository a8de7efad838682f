"""What happens to a release: the one function that changes it, its expiry, and what may be printed under it."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .evidence import CLOCK, Kind, record
from .models import Release, TestimonialPage
from .models.releases import ENDED, ReleaseMedium
from .withdrawal import show_again, take_away

State = Release.State
FROM = {
    State.REQUESTED: {State.REQUESTED, State.WITHDRAWN, State.EXPIRED},
    State.GIVEN: set(State),
    State.WITHDRAWN: {State.REQUESTED, State.GIVEN, State.EXPIRED},
    State.EXPIRED: {State.GIVEN},
}


class ReleaseError(ValidationError):
    """The release cannot become that."""


@transaction.atomic
def change_release(
    testimonial: TestimonialPage,
    *,
    state: str,
    media: list[str] | None = None,
    until: datetime.date | None = None,
    note: str = "",
    user=None,
    by: str = "",
    originals: bool = False,
) -> Release:
    """The person's consent takes another state, in every language at once.

    `media` and `until` belong to GIVEN. Withdrawn and expired take everything away that shows the person, with `originals`
    the pictures themselves as well. `by`: PERSON or CLOCK of evidence.py, if it was no user. Raises ReleaseError.
    """
    release, _created = Release.objects.select_for_update().get_or_create(testimonial_key=testimonial.translation_key)
    before, state = release.state, State(state)
    if before not in FROM[state]:
        raise ReleaseError(
            _("“%(before)s” cannot become “%(after)s”.") % {"before": State(before).label, "after": State(state).label}
        )
    release.state, release.note, release.cleared_at = state, note, None
    release.delete_originals = originals and state in ENDED
    if state == State.GIVEN:
        release.media, release.until, release.given_on = checked_media(media), checked_until(until), timezone.localdate()
    release.save()
    what = {"before": before, "after": state.value, "media": release.media, "until": until.isoformat() if until else None}
    log(testimonial, "campaigns.release", user=user, data={"release": what, "note": note})
    record(testimonial.translation_key, Kind(state.value), user=user, by=by, media=release.media, until=what["until"])
    if state in ENDED:
        take_away(testimonial, user=user, by=by)
    elif state == State.GIVEN:
        show_again(testimonial)
    return release


def checked_media(media: list[str] | None) -> list[str]:
    found = [value for value in ReleaseMedium.values if value in (media or [])]
    if not found:
        raise ReleaseError(_("Choose at least one medium that the person has agreed to."))
    return found


def checked_until(until: datetime.date | None) -> datetime.date | None:
    if until and until < timezone.localdate():
        raise ReleaseError(_("This day is over. A release that has ended is none."))
    return until


def expire_releases() -> int:
    """Duty of the sweep: releases whose last day is over."""
    over = Release.objects.filter(state=State.GIVEN, until__lt=timezone.localdate())
    count = 0
    for release in over:
        testimonial = TestimonialPage.objects.filter(translation_key=release.testimonial_key).order_by("pk").first()
        if testimonial is None:
            release.delete()  # the person's pages are gone: nothing is left that this row could allow
        else:
            change_release(testimonial, state=State.EXPIRED, by=CLOCK)
        count += 1
    return count
