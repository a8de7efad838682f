"""What happens when somebody presses the button. The forms themselves stand on pages; nothing here depends on a session."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.limits import TooMany, count_connection
from cms.core.private_pages import private_page
from cms.core.secret_links import LinkError

from .handling import erase
from .models import Form, FormPage, Submission, SurveyPage
from .public_forms import IdeaForm, MessageForm, VolunteerForm
from .receiving import own_link, receive
from .surveys.answering import CodeRefused, answer
from .surveys.results import results_of

FORMS = {Form.Kind.CONTACT: MessageForm, Form.Kind.VOLUNTEERS: VolunteerForm, Form.Kind.IDEAS: IdeaForm}
PER_HOUR = 30
CODES_PER_HOUR = 15  # a whole school may sit behind one connection, but nobody may try out codes


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, key) -> HttpResponse:
    page = open_page(request, key)
    if request.method != "POST":
        return redirect(page.get_url(request))
    if page.form_kind == Form.Kind.CALL:  # has files, see calls/public_views.py
        raise Http404
    if not page.is_open:
        return show(request, page, form=None, status=410)
    form = page.blank_form(request.POST)
    if form.is_trapped:
        return redirect("participation:thanks", key)
    if not form.is_valid():
        return show(request, page, form=form, status=422)
    try:
        take(request, form)
    except TooMany:
        form.add_error(None, _("Too much came from your connection. Please try again in an hour; what you wrote is still here."))
        return show(request, page, form=form, status=429)
    except CodeRefused:
        form.add_error("code", _("This code does not open the survey: it is mistyped, or somebody has used it. Please ask us."))
        return show(request, page, form=form, status=422)
    return redirect("participation:thanks", key)


def take(request: HttpRequest, form) -> None:
    """Raises TooMany, CodeRefused."""
    if form.page.form_kind != Form.Kind.SURVEY:
        count_connection(request, purpose="participation", per_hour=PER_HOUR)
        receive(form)
        return
    with_codes = form.page.audience == SurveyPage.Audience.CODES
    try:
        if not with_codes:
            count_connection(request, purpose="survey", per_hour=PER_HOUR)
        answer(form)
    except CodeRefused:
        count_connection(request, purpose="survey.code", per_hour=CODES_PER_HOUR)
        raise


def show(request: HttpRequest, page: FormPage, *, form, status: int) -> HttpResponse:
    """The page with what was typed."""
    context = page.get_context(request) | ({"form": form} if form else {})
    return TemplateResponse(request, page.get_template(request), context, status=status)


@require_safe
def thanks(request: HttpRequest, key) -> HttpResponse:
    page = open_page(request, key)
    return render(request, "participation/thanks.html", page.get_context(request))


@require_safe
def results(request: HttpRequest, key) -> HttpResponse:
    page = open_page(request, key)
    if not isinstance(page, SurveyPage) or not page.shows_results:
        raise Http404
    return render(request, "participation/results.html", page.get_context(request) | {"results": results_of(page)})


@private_page
def own(request: HttpRequest, token: str) -> HttpResponse:
    """What we hold about whoever got the link, and the button that erases it. A second press says the same."""
    try:
        row = Submission.objects.filter(pk=own_link.read(token)).select_related("form").first()
    except LinkError:
        return render(request, "participation/link_invalid.html", status=404)
    if request.method == "POST":
        if row:
            erase(row, by="person")
        return redirect(reverse("participation:own", args=[token]))
    words = own_words(row.specific) if row else []
    return render(request, "participation/own.html", {"row": row, "words": words}, status=200 if row else 410)


def own_words(row: Submission) -> list[tuple[str, str]]:
    """(question, what was typed), in the words of the form and the language of the reader."""
    fields = FORMS[row.form.kind].base_fields
    found = [(fields[name].label, getattr(row, name)) for name in row.own_fields if getattr(row, name)]
    if row.form.kind == Form.Kind.VOLUNTEERS and row.interests:
        found.insert(0, (fields["interests"].label, "\n".join(row.interest_names)))
    return found


def open_page(request: HttpRequest, key) -> FormPage:
    """The published page of this form in the address's language. Raises Http404, also for pages behind a password."""
    found = Page.objects.filter(translation_key=key, locale__language_code=get_language(), live=True, alias_of__isnull=True)
    page = found.first()
    page = page.specific if page else None
    if not isinstance(page, FormPage) or page.get_site() != Site.find_for_request(request) or not may_see(request, page):
        raise Http404
    return page


def may_see(request: HttpRequest, page: Page) -> bool:
    restrictions: list[PageViewRestriction] = list(page.get_view_restrictions())
    return all(restriction.accept_request(request) for restriction in restrictions)
