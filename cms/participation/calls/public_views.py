"""What happens when somebody applies, and the page behind the secret link: change, take back the name, erase."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.core.limits import TooMany, count_connection
from cms.core.private_pages import private_page
from cms.core.secret_links import LinkError

from ..models import Application, CallPage
from ..public_views import PER_HOUR, open_page, show
from .applying import CallClosed, apply, change, erase, name_no_more, own_link
from .public_forms import ApplicationForm


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, key) -> HttpResponse:
    page = open_page(request, key)
    if request.method != "POST" or not isinstance(page, CallPage):
        return redirect(page.get_url(request))
    form = ApplicationForm(request.POST, request.FILES, page=page)
    if form.is_trapped:
        return redirect("participation:thanks", key)
    if not page.is_open:
        return show(request, page, form=None, status=410)
    if not form.is_valid():
        return show(request, page, form=form, status=422)
    try:
        count_connection(request, purpose="participation", per_hour=PER_HOUR)
        apply(form)
    except TooMany:
        form.keep_uploads()
        form.add_error(None, _("Too much came from your connection. Please try again in an hour; what you wrote is still here."))
        return show(request, page, form=form, status=429)
    except CallClosed:  # the deadline passed just now
        return show(request, page, form=None, status=410)
    return redirect("participation:thanks", key)


@private_page
def own(request: HttpRequest, token: str) -> HttpResponse:
    """One's own application. Everything that changes it is a button (POST `deed`); a second press says the same."""
    try:
        row = Application.objects.filter(pk=own_link.read(token)).select_related("form").first()
    except LinkError:
        return render(request, "participation/link_invalid.html", status=404)
    page = page_of(row) if row else None
    if row is None or page is None:
        return render(request, "participation/own_application.html", {"row": None}, status=410)
    if request.method == "POST":
        return carry_out(request, row, page=page, token=token)
    form = ApplicationForm(page=page, application=row) if page.is_open else None
    return show_own(request, row, page=page, form=form)


def carry_out(request: HttpRequest, row: Application, *, page: CallPage, token: str) -> HttpResponse:
    here = reverse("participation:application", args=[token])
    deed = request.POST.get("deed", "change")
    if deed == "erase":
        erase(row, by="person")
        return redirect(here)
    if deed == "unname":
        name_no_more(row)
        return redirect(here)
    if not page.is_open:
        return show_own(request, row, page=page, form=None, status=410)
    form = ApplicationForm(request.POST, request.FILES, page=page, application=row)
    if not form.is_valid():
        return show_own(request, row, page=page, form=form, status=422)
    try:
        change(row, form)
    except CallClosed:
        return show_own(request, row, page=page, form=None, status=410)
    return redirect(f"{here}?saved=1")


def show_own(request: HttpRequest, row: Application, *, page: CallPage, form, status: int = 200) -> HttpResponse:
    context = {
        "row": row,
        "page": page,
        "form": form,
        "saved": "saved" in request.GET,
        "category": page.category_names.get(row.category),
    }
    return TemplateResponse(request, "participation/own_application.html", context, status=status)


def page_of(row: Application) -> CallPage | None:
    """In the reader's language, else in that of the sender, else in any."""
    pages = {
        page.locale.language_code: page for page in CallPage.objects.filter(translation_key=row.form.key).select_related("locale")
    }
    return pages.get(get_language()) or pages.get(row.language) or next(iter(pages.values()), None)
