"""Leaving, from a mail: by one click of the mail program (RFC 8058) or by a page with one button. GET never changes anything."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.core.private_pages import private_page

from ..forms import LeaveForm
from ..links import leave_by, reader_of, topics_to_leave
from ..tokens import TokenError


@private_page
def leave(request, token):
    try:
        subscriber, mailing = reader_of(token)
    except TokenError:
        return render(request, "newsletter/link_invalid.html", status=410)
    form = LeaveForm(request.POST or None)
    if request.method == "POST":
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        leave_by(token, way="page", everything=request.POST.get("all") == "1", reason=reason)
        return render(request, "newsletter/left.html", {"remaining": subscriber.current_topics(), "token": token})
    current, leaving = subscriber.current_topics(), topics_to_leave(subscriber, mailing)
    if not leaving:
        return render(request, "newsletter/left.html", {"remaining": current, "token": token})
    others = [topic for topic in current if topic not in leaving]
    return render(request, "newsletter/leave.html", {"leaving": leaving, "others": others, "token": token, "form": form})


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one_click(request, token):
    """A mail program POSTs here without cookies and is answered at once, without a redirect."""
    try:
        if request.method == "POST":
            leave_by(token, way="one-click")
            return HttpResponse("Unsubscribed.\n", content_type="text/plain; charset=utf-8")
        subscriber, _mailing = reader_of(token)
    except TokenError:
        if request.method == "POST":
            return HttpResponse("This link is not valid.\n", status=400, content_type="text/plain; charset=utf-8")
        return redirect("newsletter:link")
    with override(subscriber.language):
        return redirect(reverse("newsletter:leave", args=[token]))
