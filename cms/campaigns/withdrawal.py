"""What goes away when a release ends, in every language and medium at once, and what stays listed because it was out before.

Two steps: take_away() in the transaction that ends the release, so that nobody sees the person from that moment on; clear()
right after it, for files. If a process dies between the two, the sweep clears up.
"""

import logging
from collections.abc import Iterable
from functools import partial
from urllib.parse import quote
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from modelsearch import index
from wagtail.models import Revision

from cms.core import kept_back
from cms.core.consent import Objection, Trace, people_in, person_gone
from cms.core.models import CouncilImage, CouncilRendition
from cms.renditions import withdrawn

from .evidence import Kind, chain, record
from .models import Release, TestimonialPage
from .models.releases import ENDED, ReleaseMedium
from .printing import objection

logger = logging.getLogger(__name__)
PICTURES = ("portrait", "figure")


def pages_of(key: UUID) -> list[TestimonialPage]:
    return list(TestimonialPage.objects.filter(translation_key=key).select_related("locale").order_by("pk"))


def take_away(testimonial: TestimonialPage, *, user=None, by: str = "") -> None:
    """Off the site, out of the search and out of the mails to come. Called by releases.change_release, and by nobody else."""
    key, pages = testimonial.translation_key, pages_of(testimonial.translation_key)
    for page in pages:
        Revision.page_revisions.filter(object_id=str(page.pk)).update(approved_go_live_at=None)
        if page.live:
            page.unpublish(user=user)
            record(key, Kind.UNPUBLISHED, user=user, by=by, language=page.locale.language_code)
        index.remove_object(page)
    page_ids = [page.pk for page in pages]
    note_traces(key, Kind.PRINTED, withdrawn.printed(key, page_ids=page_ids) + withdrawn.released(key, page_ids=page_ids))
    for _receiver, traces in person_gone.send(sender=Release, key=key, page_ids=page_ids, pictures=keep_back_pictures(pages)):
        note_traces(key, Kind.SENT, traces or [])
    transaction.on_commit(partial(clear, key), robust=True)  # what fails there is logged, and done by the sweep


def keep_back_pictures(pages: list[TestimonialPage]) -> list[str]:
    """Web and mail leave them out from now on, wherever an editor has put them. Returns the names of their renditions."""
    images = images_of(pages)
    for image in images:
        kept_back.keep_back(image)
    return [rendition.file.name for image in images for rendition in image.renditions.all()]


def note_traces(key: UUID, kind: Kind, traces: Iterable[Trace]) -> None:
    """What was out is written down once, however often a release ends."""
    known = {(event.details.get("what"), event.details.get("on")) for event in chain(key) if event.kind == kind}
    for trace in traces:
        if (trace.what, trace.on) not in known:
            record(key, kind, what=trace.what, on=trace.on, copies=trace.copies)


def printed_pieces(key: UUID) -> list[dict]:
    """What had left the house before, from the chain: it cannot be called back."""
    return [event.details for event in chain(key) if event.kind in (Kind.PRINTED, Kind.SENT)]


def clear(key: UUID) -> bool:
    """Pictures made of the person, and every file that shows them. May be called again. False: the disk kept something."""
    release = Release.objects.filter(testimonial_key=key).first()
    if release is None or release.state not in ENDED:
        return True
    pages = pages_of(key)
    files = withdrawn.remove_files(key, page_ids=[page.pk for page in pages])
    gone = [remove_picture(image, original=release.delete_originals) for image in images_of(pages)]
    pictures, is_done = sum(number for number, _ in gone), all(settled for _, settled in gone)
    if is_done:
        Release.objects.filter(pk=release.pk, state=release.state).update(cleared_at=timezone.now())
    if is_done or files or pictures:
        record(key, Kind.REMOVED, files=files, pictures=pictures, originals=release.delete_originals and is_done)
    return is_done


def images_of(pages: list[TestimonialPage]) -> list[CouncilImage]:
    """Portraits and cut-outs of the person: of the pages as they are, and of every earlier version."""
    ids = {getattr(page, f"{name}_id") for page in pages for name in PICTURES}
    for page in pages:
        for content in page.revisions.values_list("content", flat=True):
            ids |= {content.get(name) for name in PICTURES}
    return list(CouncilImage.objects.filter(pk__in=ids - {None}))


def remove_picture(image: CouncilImage, *, original: bool) -> tuple[int, bool]:
    """Its renditions, with the original the picture itself. Returns how many are gone, and whether all are.

    Files at once, not when a worker finds the time, and before their rows, which know where they lie.
    """
    gone = 0
    try:
        for rendition in image.renditions.all():
            remove_with_file(rendition)
            gone += 1
        settled = not kept_back.is_kept_back(image.file.name) or kept_back.settle(image)
        if original and settled:
            remove_with_file(image)
            gone += 1
    except OSError:
        logger.exception("A file of picture %s could not be removed; the sweep tries again", image.pk)
        settled = False
    return gone, settled


def remove_with_file(row: CouncilImage | CouncilRendition) -> None:
    row.file.storage.delete(row.file.name)
    row.delete()


def show_again(testimonial: TestimonialPage) -> None:
    """A new release: pictures that were kept back may be used again, unless somebody else on them has none."""
    for image in images_of(pages_of(testimonial.translation_key)):
        people = TestimonialPage.objects.filter(Q(portrait=image) | Q(figure=image)).values("translation_key")
        if not Release.objects.filter(testimonial_key__in=people, state__in=ENDED).exists():
            kept_back.give_back(image)


def clear_unfinished() -> int:
    """Duty of the sweep: releases that have ended, whose files are still there. Returns how many are clear now."""
    keys = list(Release.objects.filter(state__in=ENDED, cleared_at=None).values_list("testimonial_key", flat=True))
    cleared = 0
    for key in keys:
        try:
            cleared += clear(key)
        except OSError:  # one damaged file keeps no other person's pictures
            logger.exception("The files of withdrawal %s could not be removed; the next sweep tries again", key)
    return cleared


def follow_unpublished(sender, instance, **kwargs) -> None:
    """Button, bulk action, schedule: taken off in the language it was written in is taken off in all, with its pictures."""
    if not isinstance(instance, TestimonialPage):
        return
    family = pages_of(instance.translation_key)
    if instance.pk == family[0].pk:
        for page in family[1:]:
            if page.live:
                page.unpublish()
    if not any(page.live for page in pages_of(instance.translation_key)):
        images = images_of(family)
        transaction.on_commit(lambda: [remove_picture(image, original=False) for image in images])


def judge(html: str, *, medium: str = "") -> list[Objection]:
    """Everybody whom `html` shows, by mark or by picture, without a release. For cms.core.consent."""
    keys = {UUID(hex=key) for key in people_in(html)} | ended_by_picture(html)
    if not keys:
        return []
    names = dict(TestimonialPage.objects.filter(translation_key__in=keys).order_by("-pk").values_list("translation_key", "title"))
    releases = {release.testimonial_key: release for release in Release.objects.filter(testimonial_key__in=keys)}
    found = []
    for key in sorted(keys, key=str):
        release = releases.get(key)
        asked = ReleaseMedium(medium) if medium else ReleaseMedium((release and release.media or ["web"])[0])
        if code := objection(release, asked):
            found.append(Objection(code, names.get(key, ""), str(asked.label) if medium else ""))
    return found


def ended_by_picture(html: str) -> set[UUID]:
    """People whose release has ended, and whose portrait an editor has put in somewhere by hand."""
    ended = Release.objects.filter(state__in=ENDED).values("testimonial_key")
    pages = TestimonialPage.objects.filter(translation_key__in=ended)
    shown = pages.filter(Q(portrait__isnull=False) | Q(figure__isnull=False)).select_related(*PICTURES)
    return {
        page.translation_key
        for page in shown
        if any(picture and quote(picture.file.name) in html for picture in (page.portrait, page.figure))
    }
