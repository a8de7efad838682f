"""Views of the editors' desk."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .copying import NumberTaken, new_edition, proposal
from .forms import NewEditionForm
from .models import ArticlePage, EditionPage


def new_edition_view(request, edition_id: int):
    """Form and deed of “new edition like this one”."""
    last = get_object_or_404(EditionPage, pk=edition_id)
    publication = last.get_parent().specific
    if not publication.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    form = NewEditionForm(request.POST or None, initial=proposal(publication), publication=publication)
    if request.method == "POST" and form.is_valid():
        try:
            edition = new_edition(last, user=request.user, **form.cleaned_data)
        except NumberTaken as error:
            form.add_error("number", str(error))
        else:
            edit = messages.button(reverse("wagtailadmin_pages:edit", args=[edition.pk]), _("Edit"))
            messages.success(request, _("“%(title)s” is ready to be filled.") % {"title": edition.title}, buttons=[edit])
            return redirect("wagtailadmin_explore", edition.pk)
    context = {
        "form": form,
        "last": last,
        "publication": publication,
        "places": ArticlePage.objects.child_of(last).select_related("section").order_by("path"),
        "media": form.media,
    }
    return TemplateResponse(request, "editions/admin/new_edition.html", context)
