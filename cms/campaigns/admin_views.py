"""The release of a portrayed person in the admin: recording it, the link for the own approval, and everything that happened."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from . import series
from .approval import approval_link, ask, close_link
from .evidence import chain, is_intact
from .forms import ReleaseForm
from .models import Approval, CampaignPage, Release, TestimonialPage
from .models.releases import ReleaseMedium
from .releases import ReleaseError, change_release


def release_view(request, testimonial_id: int):
    """Shows what the person has agreed to; a POST changes it."""
    page = get_object_or_404(TestimonialPage, pk=testimonial_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    release = page.release
    if request.method == "POST" and request.POST.get("act") in APPROVAL_ACTS:
        return approval_act(request, page)
    form = ReleaseForm(request.POST or None, initial=initial_of(release))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_release(
                page,
                state=data["state"],
                media=data["media"],
                until=data["until"],
                note=data["note"],
                user=request.user,
                originals=data["originals"],
            )
        except ReleaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The release of “%(name)s” is recorded.") % {"name": page.title})
            return redirect("wagtailadmin_pages:edit", page.pk)
    approval, events = Approval.objects.filter(testimonial_key=page.translation_key).first(), chain(page.translation_key)
    context = {
        "page": page,
        "release": release,
        "form": form,
        "approval": approval,
        "link": approval_link(page, user=request.user) if approval and approval.state != Approval.State.CLOSED else "",
        "events": [(event, by_whom(event)) for event in events],
        "intact": is_intact(events),
    }
    return TemplateResponse(request, "campaigns/admin/release.html", context)


APPROVAL_ACTS = {"ask", "ask-again", "close"}


def approval_act(request, page: TestimonialPage):
    """Make the person's link, ask once more, or take the link back."""
    act = request.POST["act"]
    if act == "close":
        close_link(page, user=request.user)
        messages.success(request, _("The link is taken back. Whoever has it sees nothing any more."))
    else:
        ask(page, user=request.user, again=act == "ask-again")
        messages.success(request, _("The link is ready. Nothing of this is published before the person has said yes."))
    return redirect("testimonial_release", page.pk)


def by_whom(event) -> str:
    """In words; empty for what followed by itself."""
    if event.by.startswith("user:"):
        user = get_user_model().objects.filter(pk=event.by.removeprefix("user:")).first()
        return (user.get_full_name() or user.get_username()) if user else _("somebody who has left")
    return {"person": _("the person"), "clock": _("by its date")}.get(event.by, "")


def initial_of(release: Release | None) -> dict:
    if release is None:
        return {"state": Release.State.REQUESTED, "media": list(ReleaseMedium.values)}
    return {
        "state": release.state,
        "media": release.media or list(ReleaseMedium.values),
        "until": release.until,
        "note": release.note,
    }


def series_view(request, campaign_id: int):
    """The whole campaign as a series: shows who will be on what; a POST has it made, as one package."""
    campaign = get_object_or_404(CampaignPage, pk=campaign_id)
    if not (campaign.permissions_for_user(request.user).can_edit() and request.user.has_perm("renditions.change_package")):
        raise PermissionDenied
    plans = series.plans_of(campaign)
    chosen = {
        "languages": [plan.page.locale.language_code for plan in plans],
        "pieces": series.SETS + ("ad",) if series.is_much(plans) else series.PIECES,
    }
    if request.method == "POST":
        chosen = {name: request.POST.getlist(name) for name in chosen}
        try:
            package = series.make_series(campaign, languages=chosen["languages"], pieces=chosen["pieces"], user=request.user)
        except series.SeriesError as error:
            messages.error(request, str(error))
        else:
            text = _("The series is being made. Release the files when they are ready, then pack the package.")
            messages.success(request, text)
            return redirect("renditions:package", package.pk)
    labels = {product.key: product.label for product in campaign.products()}
    rows = [(plan, [(labels[key], people, plan.left_out[key]) for key, people in plan.people.items()]) for plan in plans]
    pieces = [(key, labels[key]) for key in series.PIECES]
    context = {"page": campaign, "rows": rows, "pieces": pieces, "chosen": chosen}
    return TemplateResponse(request, "campaigns/admin/series.html", context)
