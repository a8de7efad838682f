"""What readers see and change about themselves: a little by the link in every mail, everything by a link they had mailed."""

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from cms.core.addresses import digest
from cms.core.private_pages import private_page

from .. import limits, privacy, tokens
from ..forms import AddressForm, PreferencesForm
from ..links import cared_for, reader_of
from ..models import Subscriber
from ..preferences import change
from .frame import shown_wording


@private_page
def preferences(request, token):
    """From a mailing's footer: languages, kind of mail, a break, fewer topics. Never more topics, never address or name."""
    try:
        subscriber, _mailing = reader_of(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    return edit_preferences(request, subscriber, may_add=False, token=token)


@private_page
def care(request, token):
    """From a mail the reader asked for: everything."""
    try:
        subscriber = cared_for(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    return edit_preferences(request, subscriber, may_add=True, token=token)


def edit_preferences(request, subscriber: Subscriber, *, may_add: bool, token: str):
    form = PreferencesForm(request.POST or None, subscriber=subscriber, may_add=may_add)
    saved = False
    if request.method == "POST" and form.is_valid():
        wording = shown_wording(request) if may_add else None
        change(subscriber, form.wishes(), wording=wording, may_add=may_add)
        saved = True
        form = PreferencesForm(subscriber=subscriber, may_add=may_add)
    context = {"form": form, "saved": saved, "may_add": may_add, "token": token, "subscriber": subscriber if may_add else None}
    context["remaining"] = subscriber.current_topics()
    return render(request, "newsletter/preferences.html", context)


@private_page
def care_export(request, token):
    try:
        subscriber = cared_for(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    if request.method != "POST":  # handing out data is recorded, so it needs the button
        return redirect("newsletter:care", token=token)
    response = JsonResponse(privacy.export(subscriber, by="reader"), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="newsletter.json"'
    return response


@private_page
def care_erase(request, token):
    try:
        subscriber = cared_for(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    if request.method == "POST":
        privacy.erase(subscriber, by="reader")
        return render(request, "newsletter/erased.html")
    return render(request, "newsletter/erase.html", {"token": token})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def request_link(request):
    """“I lost the mail”: a link goes to the address if it is on the list; the answer never tells whether it is."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if form.is_trapped:
            return redirect("newsletter:link_sent")
        if form.is_valid():
            try:
                limits.count_connection(request)
            except limits.TooMany:
                form.add_error(None, _("Too many requests came from your connection. Please try again in an hour."))
                status = 429
            else:
                mail_link(form.cleaned_data["address"], site=Site.find_for_request(request))
                return redirect("newsletter:link_sent")
        else:
            status = 422
    return render(request, "newsletter/link.html", {"form": form}, status=status)


def mail_link(address: str, *, site: Site | None) -> None:
    from ..tasks import send_care_link

    fingerprint = digest(address)
    subscriber = Subscriber.objects.filter(digest=fingerprint).first()
    if limits.may_mail(fingerprint, purpose="link") and subscriber:
        send_care_link.enqueue(subscriber.pk, site.pk if site else None)


@require_safe
def link_sent(request):
    return render(request, "newsletter/link_sent.html", {"hours": tokens.CARE_HOURS})
