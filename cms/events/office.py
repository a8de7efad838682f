"""The office's desk for registrations: dates, people, entering, cancelling with undo, moving up, notes, lists."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log

from cms.core.spreadsheets import table_response

from . import door_list, occasions, places, registration, waiting_list
from .forms import EntryForm, NoteForm
from .models import Occasion, Registration
from .questions import questions_of
from .slots import free_slots
from .terms import terms_of, words_of

PER_PAGE = 30
State = Registration.State


def allowed(permission: str):
    """Only people with this permission on registrations; the admin itself asks for the login."""

    def decorate(view):
        @wraps(view)
        def wrapped(request, *args, **kwargs):
            if not request.user.has_perm(f"events.{permission}_registration"):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


@allowed("view")
@require_safe
def index(request):
    """Dates with registration: those to come, or those that were."""
    past, now = request.GET.get("past") == "1", timezone.now()
    coming = Q(end__gte=now) | Q(end=None, start__gte=now)
    rows = Occasion.objects.filter(~coming if past else coming).order_by("-start" if past else "start")
    taken = Q(registrations__state__in=Registration.TAKING)
    rows = rows.annotate(
        coming=Sum("registrations__people", filter=taken, default=0),
        waiting=Count("registrations", filter=Q(registrations__state=State.WAITING)),
    )
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    terms = {key: terms_of(key) for key in {row.event_key for row in page}}
    shown = [(row, terms[row.event_key]) for row in page]
    return render(request, "events/admin/occasions.html", {"rows": shown, "page": page, "past": past})


@allowed("view")
@require_safe
def occasion(request, pk):
    """One date: everybody, searchable."""
    row = get_object_or_404(Occasion, pk=pk)
    terms = terms_of(row.event_key)
    people = row.registrations.select_related("slot")
    if words := request.GET.get("q", "").strip():
        people = people.filter(Q(name__icontains=words) | Q(address__icontains=words) | Q(phone__icontains=words))
    if (state := request.GET.get("state", "")) in State.values:
        people = people.filter(state=state)
    rank = {State.REGISTERED: 0, State.HELD: 1, State.WAITING: 2, State.CANCELLED: 3}
    questions = door_list.asked(row)
    shown = sorted(people, key=lambda one: (rank[one.state], one.slot.start if one.slot else one.registered_at, one.pk))
    context = {
        "occasion": row,
        "terms": terms,
        "people": [(one, door_list.needs_of(one, questions=questions)) for one in shown],
        "taken": places.people_in(row, *Registration.TAKING),
        "waiting": places.people_in(row, State.WAITING),
        "free": places.free_places(row, terms=terms),
        "free_slots": free_slots(row).count() if terms.slots else 0,
        "slots": row.slots.count(),
        "states": State.choices,
        "words": words,
        "state": state,
        "undo": just_cancelled(row, request.GET.get("undo", "")),
    }
    return render(request, "events/admin/occasion.html", context)


def just_cancelled(row: Occasion, pk: str) -> Registration | None:
    """Whom the message with “Undo” is about."""
    return row.registrations.filter(pk=pk, state=State.CANCELLED).first() if pk.isdecimal() and len(pk) < 19 else None


@allowed("add")
def enter(request, pk):
    """Somebody phones or comes in."""
    row = get_object_or_404(Occasion, pk=pk)
    terms = terms_of(row.event_key)
    form = EntryForm(
        request.POST or None,
        questions=questions_of(words_of(row.event_key, language="de")),
        most=1 if terms.slots else 500,
        slots=free_slots(row) if terms.slots else None,
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        wish = registration.Wish(
            name=given["name"],
            address=given["address"],
            phone=given["phone"],
            language=given["language"],
            people=1 if terms.slots else form.people,
            answers=form.answers,
            note=given["note"],
        )
        try:
            one = registration.enter(row.pk, wish, slot_id=given.get("slot"), by=request.user)
        except registration.RegistrationError as error:
            form.add_error(None, trouble(error))
        else:
            messages.success(request, f"{one.name}: {one.get_state_display()}")
            return redirect("registrations:occasion", row.pk)
    return render(request, "events/admin/enter.html", {"occasion": row, "form": form, "terms": terms})


@allowed("change")
@require_POST
def act(request, pk):
    """Cancel, undo, move up, or write a note; back to the list."""
    one = get_object_or_404(Registration.objects.select_related("occasion", "slot"), pk=pk)
    try:
        match request.POST.get("act"):
            case "cancel":
                registration.cancel(one, by=request.user)
                return redirect(f"{reverse('registrations:occasion', args=[one.occasion_id])}?undo={one.pk}")
            case "restore":
                registration.restore(one, by=request.user)
                messages.success(request, f"{one.name}: {one.get_state_display()}")
            case "move_up":
                waiting_list.move_up_one(one, by=request.user)
                messages.success(request, f"{one.name}: {one.get_state_display()}")
            case "note":
                write_note(request, one)
    except registration.RegistrationError as error:
        messages.error(request, trouble(error))
    return redirect("registrations:occasion", one.occasion_id)


def write_note(request, one: Registration) -> None:
    form = NoteForm(request.POST)
    if form.is_valid():
        one.note = form.cleaned_data["note"]
        one.save(update_fields=["note"])
        places.note(one, "noted", by=request.user)


@allowed("change")
def cancel_date(request, pk):
    """The date does not take place: everybody is told."""
    row = get_object_or_404(Occasion, pk=pk)
    if request.method == "POST":
        occasions.cancel(row.pk, by=request.user)
        messages.success(request, _("Cancelled. Everybody with an e-mail address has been written to."))
        return redirect("registrations:occasion", row.pk)
    told = row.registrations.filter(state__in=Registration.ACTIVE)
    silent = told.filter(address="")
    return render(request, "events/admin/cancel_date.html", {"occasion": row, "told": told.count(), "silent": silent})


@allowed("view")
@require_safe
def lists(request, pk, kind):
    """`door.pdf`, `door.html`, `door.csv`, `contacts.csv`."""
    row = get_object_or_404(Occasion, pk=pk)
    terms = terms_of(row.event_key)
    if kind == "contacts.csv" and not request.user.has_perm("events.change_registration"):
        raise PermissionDenied
    if kind != "door.html":
        log(row, "events.list_saved", user=request.user, data={"list": kind})
    if kind.endswith(".csv"):
        heads, rows = door_list.table(row, terms=terms, contacts=kind == "contacts.csv")
        name = f"{kind.removesuffix('.csv')}-{row.local_start:%Y-%m-%d}"
        return table_response(heads, rows, kind="csv", name=name, title=row.title)
    if terms.page is None:
        messages.error(request, _("The page of the event is gone; only the table can still be saved."))
        return redirect("registrations:occasion", row.pk)
    if kind == "door.html":
        return render(request, "events/admin/door_list.html", door_list.context(row, terms=terms))
    response = HttpResponse(door_list.as_pdf(row, terms=terms), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="door-{row.local_start:%Y-%m-%d}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def trouble(error: registration.RegistrationError) -> str:
    match error:
        case registration.AlreadyThere():
            return _("This e-mail address is registered for this date already.")
        case registration.SlotTaken():
            return _("This appointment is taken.")
        case registration.Full():
            return _("There is no free place, and the event has no waiting list.")
    return _("That is no longer possible. Nothing has changed.")
