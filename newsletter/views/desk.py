"""The sign-up on a tablet at an event: big fields, every person starts afresh, nothing of the office within reach.

The office opens it from the admin (office/gathering.py); the tablet itself needs no login, so nobody in the queue can
get into the admin.
"""

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.core.context import html_lang
from cms.core.private_pages import private_page

from .. import limits, optin
from ..forms import DeskForm
from ..models import SignupRequest
from ..tokens import TokenError, read_desk_token
from .frame import kept_ip, shown_wording


@private_page
def desk(request, token):
    try:
        event, topics = read_desk_token(token)
    except TokenError:
        return render(request, "newsletter/desk_closed.html", status=410)
    data = request.POST if request.method == "POST" else None
    form = DeskForm(data, topics=topics, initial={"language": get_language()}, auto_id="desk-%s")
    status = 200
    if request.method == "POST":
        if form.is_trapped:
            return redirect("newsletter:desk_thanks", token)
        status = 422
        if form.is_valid():
            try:
                limits.count_desk(token)
            except limits.TooMany:
                form.add_error(None, _("Too many sign-ups came from this tablet. Please try again in an hour."))
                status = 429
            else:
                take(request, form, event=event)
                return redirect("newsletter:desk_thanks", token)
    context = {"form": form, "event": event, "token": token, "wording": shown_wording(request), "languages": languages(request)}
    return render(request, "newsletter/desk.html", context, status=status)


def take(request, form: DeskForm, *, event: str) -> None:
    optin.request_signup(
        form.cleaned_data["address"],
        name=form.cleaned_data["name"],
        language=form.cleaned_data["language"],
        topics=form.chosen_topics(),
        wording=shown_wording(request),
        form=event,
        source=SignupRequest.Source.DESK,
        site=Site.find_for_request(request),
        ip=kept_ip(request),
    )


@private_page
def thanks(request, token):
    try:
        read_desk_token(token)
    except TokenError:
        return render(request, "newsletter/desk_closed.html", status=410)
    return render(request, "newsletter/desk_thanks.html", {"token": token})


def languages(request) -> list[dict]:
    """The same form in every language, each named in itself."""
    return [
        {
            "code": code,
            "name": name,
            "lang": html_lang(code),
            "dir": "rtl" if get_language_info(code)["bidi"] else "ltr",
            "url": translate_url(request.path, code),
            "current": code == get_language(),
        }
        for code, name in settings.LANGUAGES
    ]
