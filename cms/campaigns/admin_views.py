"""Recording a release in the admin. What happens then stands in releases.py."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .forms import ReleaseForm
from .models import Release, TestimonialPage
from .models.releases import ReleaseMedium
from .releases import ReleaseError, change_release


def release_view(request, testimonial_id: int):
    """Shows what the person has agreed to; a POST changes it."""
    page = get_object_or_404(TestimonialPage, pk=testimonial_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    release = page.release
    form = ReleaseForm(request.POST or None, initial=initial_of(release))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_release(
                page, state=data["state"], media=data["media"], until=data["until"], note=data["note"], user=request.user
            )
        except ReleaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The release of “%(name)s” is recorded.") % {"name": page.title})
            return redirect("wagtailadmin_pages:edit", page.pk)
    return TemplateResponse(request, "campaigns/admin/release.html", {"page": page, "release": release, "form": form})


def initial_of(release: Release | None) -> dict:
    if release is None:
        return {"state": Release.State.REQUESTED, "media": list(ReleaseMedium.values)}
    return {
        "state": release.state,
        "media": release.media or list(ReleaseMedium.values),
        "until": release.until,
        "note": release.note,
    }
