"""Pages where people register and book, and what they see by their secret link. GET changes nothing anywhere."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.core import limits
from cms.core.addresses import digest
from cms.core.models import DataProtection
from cms.core.private_pages import private_page
from cms.core.secret_links import LinkError, SecretLink

from . import mails, registration, waiting_list
from .forms import PREFIX, ChangeForm, RegistrationForm
from .links import find
from .models import Occasion, Registration
from .questions import questions_of
from .showing import free_by_member, status_of
from .terms import Window, page_of, terms_of, words_of

PER_HOUR = 200  # a whole school class registers through one connection
PER_ADDRESS = 4  # a day and date, whatever became of it: this must not tell who is registered
DAY = 24 * 3600
DONE = SecretLink("events.done")  # so that a thanks page cannot be made up
State = Registration.State


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, pk):
    """One occasion: its form, or why there is none."""
    occasion = get_object_or_404(Occasion, pk=pk)
    terms, language = terms_of(occasion.event_key), get_language()
    if terms.page is None:
        raise Http404
    form = RegistrationForm(
        request.POST if request.method == "POST" else None,
        questions=questions_of(words_of(occasion.event_key, language=language)),
        most=terms.group_max,
        with_slots=terms.slots is not None,
        auto_id="register-%s",
    )
    status = 200
    if request.method == "POST":
        status, done = take(request, occasion, form)
        if done:
            return redirect("events:thanks", DONE.token([occasion.pk, done]))
    if terms.window(occasion) != Window.OPEN:
        status = 410 if request.method == "POST" else 200
    page = page_of(occasion.event_key, language=language)
    context = {
        "form": form,
        "occasion": occasion,
        "event": page,
        "status": status_of(occasion, terms=terms),
        "members": free_by_member(occasion) if terms.slots else [],
        "with_slots": terms.slots is not None,
        "place": mails.place_of(occasion, event=page),
        "days": DataProtection.longest("keep_registrations_days"),
    }
    return render(request, "events/register.html", context, status=status)


def take(request, occasion: Occasion, form: RegistrationForm) -> tuple[int, str]:
    """(HTTP status, what was reached if anything). What cannot be done stands in the form, with all that was typed."""
    if form.is_trapped:
        return 200, State.REGISTERED
    if not form.is_valid():
        return 422, ""
    address = form.cleaned_data["address"]
    try:
        limits.count_connection(request, purpose="events.registration", per_hour=PER_HOUR)
        limits.count_key(f"{occasion.pk} {digest(address)}", purpose="events.registration", most=PER_ADDRESS, seconds=DAY)
        wish = registration.Wish(
            name=form.cleaned_data["name"],
            address=address,
            phone=form.cleaned_data["phone"],
            people=form.people,
            answers=form.answers,
            language=get_language(),
            once=form.once,
        )
        return 200, registration.register(occasion.pk, wish, slot_id=form.cleaned_data.get("slot"))
    except limits.TooMany:
        form.add_error(None, _("This was tried very often. Please try again tomorrow, or phone us."))
        return 429, ""
    except registration.SlotTaken:
        form.add_error(
            "slot", _("This appointment has just been taken. Please choose another one. What you wrote is still here.")
        )
    except registration.Full:
        form.add_error(None, _("The last place has just been taken. Nothing was saved."))
    except registration.GroupTooLarge:
        form.add_error("people", _("These are too many people for one registration."))
    except registration.Closed:
        form.add_error(None, _("The registration is closed."))
    return 409, ""


@require_safe
def thanks(request, token):
    try:
        pk, reached = DONE.read(token)
    except (LinkError, ValueError) as error:
        raise Http404 from error
    occasion = get_object_or_404(Occasion, pk=pk)
    event = page_of(occasion.event_key, language=get_language())
    return render(request, "events/thanks.html", {"occasion": occasion, "event": event, "waiting": reached == State.WAITING})


@private_page
def mine(request, token):
    """One registration: what it says, changing it, cancelling it, or taking the second one instead."""
    try:
        own = find(token)
    except (LinkError, Registration.DoesNotExist):
        return render(request, "events/link_invalid.html", status=410)
    language, event_key = get_language(), own.occasion.event_key
    terms = terms_of(event_key)
    questions = questions_of(words_of(event_key, language=language))
    given = {"name": own.name, "phone": own.phone, "people": own.people}
    given |= {f"q-{key}": value for key, value in own.answers.items()}
    changing = request.method == "POST" and request.POST.get("act") == "change"
    form = ChangeForm(
        request.POST if changing else None,
        initial=given,
        questions=questions,
        most=max(terms.group_max, own.people),
        auto_id="own-%s",
    )
    said, status = "", 200
    if request.method == "POST":
        said, status = act(request.POST.get("act"), own, form)
        own = find(token)
    event = page_of(event_key, language=language)
    context = {
        "own": own,
        "token": token,
        "form": form,
        "said": said,
        "event": event,
        "place": mails.place_of(own.occasion, event=event),
        "title": event.title if event else own.occasion.title,
        "rank": waiting_list.rank(own) if own.state == State.WAITING else 0,
        "first": other_of(own),
        "over": own.occasion.has_begun or own.occasion.is_cancelled,
    }
    return render(request, "events/mine.html", context, status=status)


def given_by(own: Registration) -> dict:
    answers = {f"{PREFIX}{key}": value for key, value in own.answers.items()}
    return {"name": own.name, "phone": own.phone, "people": own.people} | answers


def act(name: str | None, own: Registration, form: ChangeForm) -> tuple[str, int]:
    """(what to say, HTTP status)"""
    try:
        match name:
            case "cancel":
                registration.cancel(own)
                return "cancelled", 200
            case "take":
                registration.take_second(own)
                return "taken", 200
            case "change" if form.is_valid():
                registration.change(
                    own,
                    name=form.cleaned_data["name"],
                    phone=form.cleaned_data["phone"],
                    people=form.people,
                    answers=form.answers,
                )
                return "changed", 200
            case "change":
                return "", 422
    except registration.Full:
        form.add_error("people", _("There are not that many free places."))
    except registration.GroupTooLarge:
        form.add_error("people", _("These are too many people for one registration."))
    except registration.Closed:
        return "closed", 409
    return "", 409 if form.errors else 400


def other_of(own: Registration) -> Registration | None:
    """The registration that a second one would replace."""
    if own.state != State.HELD:
        return None
    return own.occasion.registrations.filter(digest=own.digest, state__in=Registration.ACTIVE).select_related("slot").first()


@private_page
def entry(request, token):
    """The calendar file, for people who lost the one in the mail."""
    try:
        own = find(token)
    except (LinkError, Registration.DoesNotExist):
        return render(request, "events/link_invalid.html", status=410)
    event = page_of(own.occasion.event_key, language=get_language())
    if event is None:
        raise Http404
    gone = own.state == State.CANCELLED or own.occasion.is_cancelled
    response = HttpResponse(mails.calendar_file(own, event=event, cancelled=gone), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{mails.file_name(event)}"'
    return response
