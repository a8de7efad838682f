"""The office's desk for submissions: the queue with pictures, one submission with everything, the numbers of a campaign."""

import io

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from PIL import Image
from wagtail.admin import messages
from wagtail.models import ModelLogEntry

from . import moderation, photos, submissions
from .duplicates import duplicates_of, shown_already
from .models import CampaignPage, Submission
from .moderation_forms import AcceptForm, FilterForm, QuestionForm, RefuseForm
from .numbers import numbers_of
from .submissions import SubmissionError

State = Submission.State
TABS = (State.WAITING, State.ASKED, State.ACCEPTED, State.REFUSED, State.UNCONFIRMED)
PER_PAGE = 24
THUMBNAIL = (480, 600)
FORMS = {"accept": AcceptForm, "ask": QuestionForm, "refuse": RefuseForm}


def for_moderators(view):
    def wrapped(request, *args, **kwargs):
        if not request.user.has_perm("campaigns.change_submission"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapped


@for_moderators
@require_safe
def queue(request):
    rows = Submission.objects.filter(forgotten_at=None).select_related("campaign__locale", "decided_by")
    form = FilterForm(request.GET)
    rows = filtered(rows, form.cleaned_data if form.is_valid() else {})
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    state = request.GET.get("state") if request.GET.get("state") in State.values else State.WAITING
    found = rows.filter(state=state)
    found = found.order_by("sent_at") if state == State.WAITING else found  # who waits longest comes first
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    doubles = duplicates_of(page.object_list)
    query = request.GET.copy()
    for name in ("state", "p"):
        query.pop(name, None)
    context = {
        "form": form,
        "state": state,
        "tabs": [(tab, State(tab).label, counts.get(tab, 0)) for tab in TABS],
        "query": query.urlencode(),
        "page": page,
        "cards": [{"submission": row, "duplicates": doubles[row.pk], "ready": is_ready(row)} for row in page.object_list],
        "just_decided": just_decided(),
        "campaigns": CampaignPage.objects.filter(submissions__isnull=False).distinct(),
    }
    return TemplateResponse(request, "campaigns/admin/queue.html", context)


def filtered(rows, wanted: dict):
    if wanted.get("campaign"):
        rows = rows.filter(campaign=wanted["campaign"])
    if wanted.get("language"):
        rows = rows.filter(language=wanted["language"])
    if wanted.get("photo"):
        rows = rows.filter(photo="") if wanted["photo"] == "no" else rows.exclude(photo="")
    if text := wanted.get("q", "").strip():
        rows = rows.filter(Q(name__icontains=text) | Q(statement__icontains=text) | Q(line__icontains=text))
    return rows


def is_ready(submission: Submission) -> bool:
    """Nothing must be translated before it can be accepted with one click."""
    return bool(moderation.own_words(submission)["statement"])


def just_decided() -> list[Submission]:
    """What can still be undone, the latest first."""
    rows = Submission.objects.filter(state__in=moderation.DECIDED, told_at=None, forgotten_at=None)
    return list(rows.select_related("decided_by").order_by("-decided_at")[:6])


@for_moderators
@require_safe
def submission(request, pk: int, forms: dict | None = None, status: int = 200):
    """One submission with everything; `forms`: one that was filled in with mistakes."""
    row = get_object_or_404(Submission.objects.select_related("campaign__locale", "wording", "decided_by"), pk=pk)
    if row.forgotten_at:
        raise Http404
    made = {"accept": AcceptForm(submission=row), "ask": QuestionForm(), "refuse": RefuseForm()} | (forms or {})
    waiting = Submission.objects.filter(state=State.WAITING, forgotten_at=None).order_by("sent_at")
    context = {
        "submission": row,
        "forms": made,
        "advice": photos.advice(row.photo_width, row.photo_height) if row.photo_width else None,
        "duplicates": duplicates_of([row])[row.pk],
        "shown_already": shown_already(row),
        "can_decide": row.state in (State.WAITING, State.ASKED),
        "can_undo": moderation.can_undo(row),
        "must_translate": not is_ready(row),
        "testimonial": moderation.testimonial_of(row),
        "until": moderation.release_end(row),
        "log": ModelLogEntry.objects.for_instance(row).select_related("user"),
        "following": waiting.exclude(pk=row.pk).filter(sent_at__gte=row.sent_at).first() or waiting.exclude(pk=row.pk).first(),
    }
    return TemplateResponse(request, "campaigns/admin/submission.html", context, status=status)


@for_moderators
@require_POST
def decide(request, pk: int, act: str):
    """accept, ask, refuse, undo, approval, take-back."""
    row = get_object_or_404(Submission.objects.select_related("campaign__locale"), pk=pk, forgotten_at=None)
    if act not in DEEDS:
        raise Http404
    form = None
    if act in FORMS:
        form = AcceptForm(request.POST, submission=row) if act == "accept" else FORMS[act](request.POST)
        if "one_click" in request.POST:
            form = None
        elif not form.is_valid():
            request.method = "GET"
            return submission(request, pk, forms={act: form}, status=422)
    try:
        said = DEEDS[act](row, form, request.user)
    except SubmissionError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("campaign_submission", pk)
    messages.success(request, said % {"name": row.name})
    return redirect("campaign_submission", pk) if act in ("undo", "approval") else redirect("campaign_submissions")


def accept(row: Submission, form, user) -> str:
    moderation.accept(row, user=user, words=form.words() if form else None)
    return _("“%(name)s” is accepted; a draft of the testimonial is made.")


def ask(row: Submission, form, user) -> str:
    moderation.ask_back(row, question=form.cleaned_data["question"], user=user)
    return _("Your question is on its way to “%(name)s”.")


def refuse(row: Submission, form, user) -> str:
    moderation.refuse(row, reason=form.cleaned_data["reason"] if form else "", user=user)
    return _("“%(name)s” is refused. The person is told in ten minutes; until then you can undo it.")


def undo(row: Submission, _form, user) -> str:
    moderation.undo(row, user=user)
    return _("“%(name)s” is waiting again, as if nothing had happened.")


def approval(row: Submission, _form, user) -> str:
    moderation.ask_for_approval(row, user=user)
    return _("“%(name)s” gets a mail with the link to see and approve everything.")


def take_back(row: Submission, _form, user) -> str:
    said = _("What “%(name)s” had sent is deleted.") % {"name": row.name.replace("%", "%%")}
    submissions.take_back(row, user=user)
    return said


DEEDS = {"accept": accept, "ask": ask, "refuse": refuse, "undo": undo, "approval": approval, "take-back": take_back}


@for_moderators
@require_safe
def photo(request, pk: int):
    """The photo itself, or small for the queue. It lies where the public cannot read."""
    row = get_object_or_404(Submission, pk=pk, forgotten_at=None)
    if not row.photo:
        raise Http404
    try:
        with row.photo.open() as file:
            content = file.read()
    except OSError as error:
        raise Http404 from error
    kind = row.photo.name.rpartition(".")[2].replace("jpg", "jpeg")
    if "small" in request.GET:
        content, kind = thumbnail(content), "jpeg"
    answer = HttpResponse(content, content_type=f"image/{kind}")
    answer["Cache-Control"] = "private, max-age=3600"
    answer["Content-Security-Policy"] = "default-src 'none'"
    return answer


def thumbnail(content: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        picture.draft("RGB", THUMBNAIL)
        small = picture.convert("RGB")
        small.thumbnail(THUMBNAIL)
        small.save(out, "JPEG", quality=80)
    return out.getvalue()


@for_moderators
@require_safe
def numbers(request, pk: int):
    campaign = get_object_or_404(CampaignPage, pk=pk)
    return TemplateResponse(
        request, "campaigns/admin/numbers.html", {"campaign": campaign, "numbers": numbers_of(campaign), "page_id": campaign.pk}
    )
