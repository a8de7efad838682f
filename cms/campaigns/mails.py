"""Mails about a submission: to the person, to the guardian, to the office; and the secret links that stand in them."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from cms.core.secret_links import SecretLink
from cms.notices.writing import forget, notify, office_notify

from .models import CampaignPage, Submission

PERSON, GUARDIAN = "person", "guardian"
TEMPLATES = (
    *("confirm_person", "confirm_guardian", "received", "question", "accepted", "refused", "approve"),
    *("office_new", "office_answer"),
)

# Both are checked against the row: what was forgotten or has expired opens nothing.
confirm_link = SecretLink("campaigns.confirm")
own_link = SecretLink("campaigns.own")


def ask_to_confirm(submission: Submission, *, who: str) -> None:
    """The mail with the button. A guardian is asked separately, also at the same address."""
    address = page_address(submission, "campaigns:confirm", confirm_link.token([str(submission.uid), who]))
    write_to(submission, f"confirm_{who}", who=who, context={"address": address})


def write_to(submission: Submission, template: str, *, context: dict | None = None, who: str = PERSON) -> None:
    """One mail to the person or the guardian, in the language of their form."""
    facts = {"submission": submission, "campaign": campaign_in(submission), "own_address": own_address(submission)}
    notify(
        f"campaigns/mails/{template}",
        to=submission.guardian_email if who == GUARDIAN else submission.email,
        language=submission.language,
        site=submission.site,
        context=facts | (context or {}),
        purpose=f"campaigns.{template}",
        about=about(submission),
    )


def about(submission: Submission) -> str:
    return f"submission {submission.pk}"


def tell_office(submission: Submission, template: str) -> None:
    address = settings.BASE_URL + reverse("campaign_submission", args=[submission.pk])
    office_notify(
        f"campaigns/mails/{template}",
        site=submission.site,
        context={"submission": submission, "campaign": submission.campaign, "address": address},
        purpose=f"campaigns.{template}",
        about=about(submission),
    )


def forget_mails(submission: Submission) -> None:
    """What was written about it holds names too."""
    for template in TEMPLATES:
        forget(purpose=f"campaigns.{template}", about=about(submission))


def campaign_in(submission: Submission) -> CampaignPage:
    """The campaign in the language of the form, if it is published in it."""
    pages = CampaignPage.objects.filter(translation_key=submission.campaign.translation_key, live=True, alias_of__isnull=True)
    return pages.filter(locale__language_code=submission.language).first() or submission.campaign


def page_address(submission: Submission, name: str, token: str) -> str:
    with translation.override(submission.language):
        return settings.BASE_URL + reverse(name, args=[token])


def own_address(submission: Submission) -> str:
    """Where the person sees what they sent, answers questions and takes it back."""
    return page_address(submission, "campaigns:own", own_link.token(str(submission.uid)))
