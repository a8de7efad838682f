"""Contributions of residents that wait in the office's queue: sent, confirmed, one asked back. No mail goes out for them."""

import datetime

from django.utils import timezone, translation
from wagtail.models import Locale, Page

from cms.campaigns.models import Submission
from cms.campaigns.models.submissions import ReleasePurpose
from cms.campaigns.submissions import change, main_page, set_photo
from cms.campaigns.wording import kept_wording, release_text
from cms.core.models import CouncilSettings
from cms.core.uploads import Upload

from .content.queue import QUEUE
from .ledger import Ledger
from .pictures.draw import PICTURES
from .pictures.raster import picture_file

SAME = ("statement", "story", "said_in", "name", "line", "age", "origin", "languages", "district", "topic", "media", "period")


def ensure_queue(campaign: Page, *, ledger: Ledger) -> None:
    """All of them or none: what the office has decided about since must not come back."""
    if Submission.objects.exists():
        return
    for number, content in enumerate(QUEUE):
        submit(content, campaign=campaign, number=number)
    ledger.note("submissions", count=len(QUEUE))


def submit(content: dict, *, campaign: Page, number: int) -> None:
    site, sent_at = campaign.get_site(), timezone.now() - datetime.timedelta(days=content["days"], hours=number)
    shown = campaign.get_translation_or_none(language_locale(content["language"])) or campaign
    with translation.override(content["language"]):
        wording = kept_wording(campaign, text=release_text(shown, council=CouncilSettings.for_site(site)))
    guardian = content.get("guardian", "")
    purposes = [ReleasePurpose.CAMPAIGN, *([ReleasePurpose.COUNCIL] if content.get("other_work") else [])]
    submission = Submission(
        once=f"demo{number:028d}",
        campaign=main_page(campaign),
        site=site,
        language=content["language"],
        wording=wording,
        sent_at=sent_at,
        confirmed_at=sent_at + datetime.timedelta(minutes=9),
        email=f"{content['key']}@lindenau.example",
        phone=content.get("phone", ""),
        photo_credit=content.get("photo_credit", ""),
        is_minor=bool(guardian),
        guardian_name=guardian,
        guardian_email=f"{content['key']}.eltern@lindenau.example" if guardian else "",
        guardian_confirmed_at=sent_at + datetime.timedelta(hours=3) if guardian else None,
        purposes=[purpose.value for purpose in purposes],
        **{name: content[name] for name in SAME},
    )
    set_photo(submission, drawn(content["photo"]))
    submission.save()
    change(submission, Submission.State.WAITING)
    if content.get("state") == "asked":
        change(submission, Submission.State.ASKED, question=content["question"], decided_at=timezone.now())


def language_locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def drawn(photo: tuple[str, int] | None) -> Upload | None:
    """The drawing as a photo of that width, as it would have come from a phone."""
    if photo is None:
        return None
    key, width = photo
    return Upload(f"{key}.jpg", picture_file(PICTURES[key], width_px=width), "jpg", width, width)
