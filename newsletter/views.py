"""Pages for readers. No cookies, no login: whoever holds the link may use it, and GET never changes anything.

The forms need no CSRF token because nothing here depends on a session: the token in the address is the authority.
"""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from cms.core.models import CouncilSettings

from . import limits, optin, privacy, tokens
from .addresses import digest
from .forms import AddressForm, PreferencesForm, SignupForm
from .models import ConsentWording, Mailing, SignupRequest, Subscriber


def private(view):
    """For pages behind a token: never cached, never indexed, address never handed on as referrer."""

    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return csrf_exempt(never_cache(require_http_methods(["GET", "HEAD", "POST"])(wrapped)))


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
    )


def form_address(request) -> str:
    """The page of this site the form stood on; what the browser says is only believed within the site."""
    origin = request.POST.get("origin", "")
    own = url_has_allowed_host_and_scheme(origin, allowed_hosts=None) and origin.startswith("/")
    return request.build_absolute_uri(origin if own else request.path)


def shown_wording(request) -> ConsentWording:
    """The wording as this visitor saw it: in the language of the page, not of the newsletter they want."""
    council = CouncilSettings.for_request(request)
    return optin.wording_for(language=get_language(), council_name=council.council_name or council.council_short)


@require_safe
def thanks(request):
    return render(request, "newsletter/thanks.html")


@private
def confirm(request, token):
    try:
        uid = tokens.read_confirm_token(token)
        signup_request = optin.confirm(uid) if request.method == "POST" else optin.open_request(uid)
    except (tokens.TokenError, optin.Expired):
        return render(request, "newsletter/confirm_expired.html", status=410)
    if signup_request.state == SignupRequest.State.CONFIRMED:
        return render(request, "newsletter/confirmed.html", {"topics": signup_request.topics.all()})
    return render(request, "newsletter/confirm.html", {"topics": signup_request.topics.all(), "signup": signup_request})


def reader_of(token: str) -> tuple[Subscriber, Mailing | None]:
    """Who a link in a mailing belongs to. Raises TokenError."""
    uid, mailing_id = tokens.read_leave_token(token)
    subscriber = Subscriber.objects.filter(uid=uid).first()
    if subscriber is None:
        raise tokens.TokenError
    return subscriber, Mailing.objects.filter(pk=mailing_id).first()


def topics_to_leave(subscriber: Subscriber, mailing: Mailing | None) -> list:
    current = subscriber.current_topics()
    if mailing is None:
        return current
    wanted = set(mailing.topics.values_list("pk", flat=True))
    return [topic for topic in current if topic.pk in wanted]


@private
def leave(request, token):
    try:
        subscriber, mailing = reader_of(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    current = subscriber.current_topics()
    leaving = topics_to_leave(subscriber, mailing)
    if request.method == "POST":
        everything = request.POST.get("all") == "1"
        optin.leave(subscriber, topics=None if everything else leaving, way="page", mailing_id=mailing and mailing.pk)
        return render(request, "newsletter/left.html", {"remaining": subscriber.current_topics(), "token": token})
    if not leaving:
        return render(request, "newsletter/left.html", {"remaining": current, "token": token})
    context = {"leaving": leaving, "others": [topic for topic in current if topic not in leaving], "token": token}
    return render(request, "newsletter/leave.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one_click(request, token):
    """RFC 8058: a mail program POSTs here without cookies and is answered at once, without a redirect."""
    try:
        subscriber, mailing = reader_of(token)
    except tokens.TokenError:
        if request.method == "POST":
            return HttpResponse("This link is not valid.\n", status=400, content_type="text/plain; charset=utf-8")
        return redirect("newsletter:link")
    if request.method == "POST":
        optin.leave(subscriber, topics=topics_to_leave(subscriber, mailing), way="one-click", mailing_id=mailing and mailing.pk)
        return HttpResponse("Unsubscribed.\n", content_type="text/plain; charset=utf-8")
    with override(subscriber.language):
        return redirect(reverse("newsletter:leave", args=[token]))


@private
def preferences(request, token):
    """From a mailing's footer: other language, fewer topics. Never more topics, never the address."""
    try:
        subscriber, _mailing = reader_of(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    return edit_preferences(request, subscriber, may_add=False, token=token)


@private
def care(request, token):
    """From a mail the reader asked for: everything."""
    try:
        subscriber = cared_for(token)
    except tokens.TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    return edit_preferences(request, subscriber, may_add=True, token=token)


def cared_for(token: str) -> Subscriber:
    subscriber = Subscriber.objects.filter(uid=tokens.read_care_token(token)).first()
    if subscriber is None:
        raise tokens.TokenError
    return subscriber


def edit_preferences(request, subscriber: Subscriber, *, may_add: bool, token: str):
    form = PreferencesForm(request.POST or None, subscriber=subscriber, may_add=may_add)
    saved = False
    if request.method == "POST" and form.is_valid():
        optin.change(
            subscriber,
            language=form.cleaned_data["language"],
            topics=list(form.cleaned_data["topics"]),
            wording=shown_wording(request) if may_add else None,
            may_add=may_add,
        )
        saved = True
        form = PreferencesForm(subscriber=subscriber, may_add=may_add)
    context = {"form": form, "saved": saved, "may_add": may_add, "token": token, "subscriber": subscriber if may_add else None}
    context["remaining"] = subscriber.current_topics()
    return render(request, "newsletter/preferences.html", context)


@private
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


@private
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
    from .tasks import send_care_link

    fingerprint = digest(address)
    subscriber = Subscriber.objects.filter(digest=fingerprint).first()
    if limits.may_mail(fingerprint, purpose="link") and subscriber:
        send_care_link.enqueue(subscriber.pk, site.pk if site else None)


@require_safe
def link_sent(request):
    return render(request, "newsletter/link_sent.html", {"hours": tokens.CARE_HOURS})
