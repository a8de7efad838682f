"""What the office decides: the jury, when points are closed, who wins, telling everybody, erasing. By POST only."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ...models import Application
from .. import judging
from ..applying import erase
from ..judging import JudgingError
from .forms import DecisionForm, JuryForm
from .rights import managed_call


@require_POST
def set_jury(request, pk: int):
    _form, _page, jury = managed_call(request, pk)
    form = JuryForm(request.POST)
    if form.is_valid():
        members = form.cleaned_data["members"]
        return deed(request, pk, lambda: judging.set_members(jury, members, user=request.user), _("The jury is saved."))
    messages.error(request, _("Choose the members from the list."))
    return redirect("calls:call", pk)


@require_POST
def close(request, pk: int):
    _form, page, jury = managed_call(request, pk)
    return deed(request, pk, lambda: judging.close(jury, page=page, user=request.user), _("The points are closed."))


@require_POST
def reopen(request, pk: int):
    jury = managed_call(request, pk)[2]
    return deed(request, pk, lambda: judging.reopen(jury, user=request.user), _("Points can be given again."))


@require_POST
def tell(request, pk: int):
    _form, page, jury = managed_call(request, pk)
    try:
        count = judging.tell_everybody(jury, page=page, user=request.user)
    except JudgingError as error:
        messages.error(request, str(error))
    else:
        text = ngettext("%(count)s person is told by e-mail.", "%(count)s people are told by e-mail.", count)
        messages.success(request, text % {"count": count})
    return redirect("calls:call", pk)


def deed(request, pk: int, function, done: str):
    try:
        function()
    except JudgingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("calls:call", pk)


@require_POST
def decide(request, pk: int):
    row = get_object_or_404(Application.objects.select_related("form"), pk=pk)
    managed_call(request, row.form_id)
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            judging.decide(row, **form.cleaned_data, user=request.user)
        except JudgingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The decision is saved. Nobody has been told yet."))
    return redirect("calls:call", row.form_id)


@require_POST
def erase_application(request, pk: int):
    row = get_object_or_404(Application.objects.select_related("form"), pk=pk)
    form, _page, _jury = managed_call(request, row.form_id)
    erase(row, by="office", user=request.user)
    messages.success(request, _("The application is erased with all its files."))
    return redirect("calls:call", form.pk)
