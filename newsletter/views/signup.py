"""Signing up and confirming. No cookies, no login: the forms need no CSRF token because nothing depends on a session."""

from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from cms.core.private_pages import private_page

from .. import limits, optin, tokens
from ..forms import SignupForm
from ..models import SignupRequest
from .frame import form_address, kept_ip, shown_wording


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def signup(request):
    form = SignupForm(
        request.POST if request.method == "POST" else None, initial={"language": get_language()}, auto_id="newsletter-%s"
    )
    status = 200
    if request.method == "POST":
        if form.is_trapped:
            return redirect("newsletter:thanks")
        if form.is_valid():
            try:
                limits.count_connection(request)
            except limits.TooMany:
                form.add_error(None, _("Too many sign-ups came from your connection. Please try again in an hour."))
                status = 429
            else:
                take_signup(request, form)
                return redirect("newsletter:thanks")
        else:
            status = 422
    return render(request, "newsletter/signup.html", {"form": form}, status=status)


def take_signup(request, form: SignupForm) -> None:
    optin.request_signup(
        form.cleaned_data["address"],
        language=form.cleaned_data["language"],
        topics=form.chosen_topics(),
        wording=shown_wording(request),
        form=form_address(request),
        site=Site.find_for_request(request),
        ip=kept_ip(request),
    )


@require_safe
def thanks(request):
    return render(request, "newsletter/thanks.html")


@private_page
def confirm(request, token):
    try:
        uid = tokens.read_confirm_token(token)
        signup_request = optin.confirm(uid, ip=kept_ip(request)) if request.method == "POST" else optin.open_request(uid)
    except (tokens.TokenError, optin.Expired):
        return render(request, "newsletter/confirm_expired.html", status=410)
    if signup_request.state == SignupRequest.State.CONFIRMED:
        return render(request, "newsletter/confirmed.html", {"topics": signup_request.topics.all()})
    return render(request, "newsletter/confirm.html", {"topics": signup_request.topics.all(), "signup": signup_request})
