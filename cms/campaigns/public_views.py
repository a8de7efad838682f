"""The pages on which residents take part: form, thanks, confirmation, and where they see and take back what they sent."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from cms.core.data_protection import DataProtection
from cms.core.limits import TooMany, count_connection, count_key
from cms.core.models import CouncilSettings
from cms.core.private_pages import private_page
from cms.core.secret_links import LinkError

from . import photos, submissions
from .approval import approval_link
from .mails import GUARDIAN, campaign_in, confirm_link, own_link
from .models import CampaignPage, Submission
from .models.releases import ReleaseMedium
from .models.testimonial import shown_in
from .moderation import testimonial_of
from .public_forms import AnswerForm, TakePartForm
from .wording import kept_wording, release_text, text_digest

PER_ADDRESS_DAY = 5
DAY = 24 * 3600


def shown_campaign(request, slug: str) -> CampaignPage:
    """The live campaign of this site in the reader's language, else in any. Raises Http404."""
    site = Site.find_for_request(request)
    roots = site.root_page.get_translations(inclusive=True) if site else []
    live = CampaignPage.objects.filter(slug=slug, live=True, alias_of__isnull=True).select_related("locale")
    found = {page.locale.language_code: page for page in live if any(page.path.startswith(root.path) for root in roots)}
    page = found.get(get_language()) or next(iter(found.values()), None)
    if page is None:
        raise Http404
    return page


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_part(request, slug: str):
    campaign = shown_campaign(request, slug)
    text = release_text(campaign, council=CouncilSettings.for_request(request))
    if not campaign.takes_part:
        return render(request, "campaigns/take_part_closed.html", {"campaign": campaign})
    thanks = reverse("campaigns:thanks", args=[slug])
    form, status = TakePartForm(text_digest=text_digest(text)), 200
    if request.method == "POST":
        form, status = TakePartForm(request.POST, request.FILES, text_digest=text_digest(text)), 422
        if form.is_trapped:
            return redirect(thanks)
        if form.is_valid():
            try:
                take(request, form, campaign=campaign, text=text)
            except TooMany:
                form.refuse(_("Too many contributions came from here today. Please try again tomorrow, or call us."))
                status = 429
            else:
                return redirect(thanks)
    return render(request, "campaigns/take_part.html", form_context(form, campaign=campaign, text=text), status=status)


def form_context(form: TakePartForm, *, campaign: CampaignPage, text: str) -> dict:
    photo = form.kept_photo()
    return {
        "form": form,
        "campaign": campaign,
        "release_paragraphs": text.split("\n\n"),
        "advice": photos.advice(photo.width, photo.height) if photo else None,
        "example": shown_in(ReleaseMedium.WEB).child_of(campaign).select_related("portrait").order_by("path").first(),
        "days_unfinished": DataProtection.longest("keep_unfinished_days"),
        "days_unused": DataProtection.longest("keep_submissions_days"),
    }


def take(request, form: TakePartForm, *, campaign: CampaignPage, text: str) -> None:
    """Raises TooMany."""
    if not Submission.objects.filter(once=form.once).exists():  # posted twice counts once
        count_connection(request, purpose="campaigns")
        count_key(form.cleaned_data["email"], purpose="campaigns.address", most=PER_ADDRESS_DAY, seconds=DAY)
    shown = submissions.Shown(
        campaign=campaign,
        site=Site.find_for_request(request),
        language=get_language(),
        wording=kept_wording(campaign, text=text),
        once=form.once,
    )
    submissions.take(form.values(), photo=form.cleaned_data["photo"], shown=shown)


@require_safe
def thanks(request, slug: str):
    return render(request, "campaigns/take_part_thanks.html", {"campaign": shown_campaign(request, slug)})


def gone(request):
    """The same words whether a link is forged, too old, or its submission was taken back."""
    return render(request, "campaigns/take_part_gone.html", status=410)


@private_page
def confirm(request, token: str):
    """Shows what will be confirmed; only the button does it."""
    try:
        uid, who = confirm_link.read(token)
        submission = submissions.found_by(uid)
    except (LinkError, submissions.SubmissionGone, TypeError, ValueError):
        return gone(request)
    if request.method == "POST":
        submission = submissions.confirm(submission, who=who)
    mine = submission.guardian_confirmed_at if who == GUARDIAN else submission.confirmed_at
    context = facts(submission) | {"who": who, "is_guardian": who == GUARDIAN, "own_token": own_link.token(uid)}
    return render(request, "campaigns/take_part_confirmed.html" if mine else "campaigns/take_part_confirm.html", context)


def facts(submission: Submission) -> dict:
    advice = photos.advice(submission.photo_width, submission.photo_height) if submission.photo_width else None
    return {"submission": submission, "campaign": campaign_in(submission), "advice": advice}


@private_page
def own(request, token: str):
    """What somebody sent, how far it is, the office's question; and taking it back."""
    try:
        submission = submissions.found_by(own_link.read(token))
    except (LinkError, submissions.SubmissionGone, ValueError):
        return gone(request)
    form, status = AnswerForm(submission=submission), 200
    if request.method == "POST" and request.POST.get("act") == "take-back":
        return take_back(request, submission)
    late = request.method == "POST" and submission.state != Submission.State.ASKED  # sent twice, or decided meanwhile
    if late:
        status = 409
    elif request.method == "POST":
        form = AnswerForm(request.POST, request.FILES, submission=submission)
        if form.is_trapped or (form.is_valid() and answered(form, submission)):
            return redirect(request.path)
        status = 422
    testimonial = testimonial_of(submission)
    context = facts(submission) | {
        "form": form if submission.state == Submission.State.ASKED else None,
        "late": late,
        "testimonial": testimonial,
        "approval_address": approval_address(submission, testimonial),
        "can_take_back": submission.state in submissions.FROM[Submission.State.TAKEN_BACK],
    }
    return render(request, "campaigns/take_part_own.html", context, status=status)


def approval_address(submission: Submission, testimonial) -> str:
    """Once the office has asked: the link stands here too, for whoever has lost the mail."""
    asked = testimonial and submission.approval_asked_at
    return approval_link(testimonial, language=get_language()) if asked else ""


def answered(form: AnswerForm, submission: Submission) -> bool:
    data = form.cleaned_data
    try:
        submissions.answer(submission, text=data["answer"], statement=data["statement"], photo=data["photo"])
    except submissions.SubmissionError as error:
        form.refuse(error)
        return False
    return True


def take_back(request, submission: Submission):
    try:
        submissions.take_back(submission)
    except submissions.SubmissionError:
        return redirect(request.path)  # it is a testimonial by now: the page shows the way
    return render(request, "campaigns/take_part_taken_back.html", {"campaign": campaign_in(submission)})
