"""The page behind the link in the reminder: the entry as readers see it, one button if all is right, one field if not."""

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from cms.core.data_protection import DataProtection
from cms.core.limits import TooMany, count_connection
from cms.core.private_pages import private_page
from cms.core.public_forms import PublicForm, WordsField
from cms.core.secret_links import LinkError

from . import checking


class CorrectionForm(PublicForm):
    text = WordsField(
        label=_("What is different?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        error_messages={
            "required": _("Please write what is different."),
            "max_length": _("Please write at most %(limit_value)d characters; you wrote %(show_value)d."),
        },
    )


@private_page
def check(request, token: str):
    try:
        entry = checking.read(token)
    except LinkError:
        return render(request, "directory/check_gone.html", status=410)
    correcting = request.method == "POST" and "text" in request.POST
    form = CorrectionForm(request.POST if correcting else None)
    if request.method == "POST":
        try:
            count_connection(request, purpose="directory.check")
        except TooMany:
            return page(request, entry, form=form, status=429, too_often=True)
        if not correcting:
            checking.confirm(entry)
            return render(request, "directory/check_thanks.html", {"entry": entry.here, "confirmed": True})
        if form.is_valid():
            if not form.is_trapped:
                checking.correct(entry, text=form.cleaned_data["text"], once=form.once)
            return render(request, "directory/check_thanks.html", {"entry": entry.here, "confirmed": False})
    return page(request, entry, form=form, status=422 if correcting else 200)


def page(request, entry, *, form, status: int, too_often: bool = False):
    context = {"entry": entry.here, "form": form, "too_often": too_often, "days": DataProtection.longest("keep_messages_days")}
    return render(request, "directory/check.html", context, status=status)
