"""From the last question to the last mail: send, take back, watch, pause, stop, go on, correct."""

import time

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import afterwards, ledger, readiness
from .. import mailing as room
from ..models import Delivery, Mailing
from ..watching import grouped
from .checking import audience_rows, held_versions
from .forms import LANGUAGES, SendForm
from .mailings import MailingAct, MailingPage
from .watching import tables

State = Mailing.State
HANDS_SECONDS = 2  # so fast a worker notices that it shall stop


class SendMailing(MailingPage):
    """The last question before it leaves; afterwards, as long as nothing has left, the way back."""

    permission_required = ("newsletter.change_mailing", "newsletter.send_mailing")
    template_name = "newsletter/admin/send.html"
    step = "send"

    def get(self, request, pk, form=None):
        if self.mailing.has_begun:
            return self.back("mailings:progress")
        counts = audience_rows(self.mailing)
        people, left = sum(row.people for _wanted, _gets, row in counts), seconds_left(self.mailing)
        context = self.get_context_data(
            form=form or SendForm(initial={"people": people}),
            people=people,
            counts=counts,
            fallbacks=sum(row.people for _wanted, _gets, row in counts if row.is_fallback),
            held=[LANGUAGES.get(version.language) for version in self.mailing.versions.filter(held_back=True)],
            problems=readiness.problems(self.mailing),
            warnings=readiness.warnings(self.mailing),
            undo_minutes=room.policy_of(self.mailing).undo_minutes,
            seconds_left=left,
            clock=f"{left // 60}:{left % 60:02}",
        )
        return self.render_to_response(context)

    def post(self, request, pk):
        form = SendForm(request.POST)
        if not form.is_valid():
            return self.get(request, pk, form=form)
        at = form.cleaned_data["at"]
        try:
            if at:
                room.schedule(self.mailing, at=at, user=request.user)
                messages.success(request, _("Scheduled for %s.") % date_format(timezone.localtime(at), "DATETIME_FORMAT"))
                return self.back("mailings:send")
            people = room.send(self.mailing, user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
            self.mailing.refresh_from_db()
            return self.home()
        if people is None:
            return self.back("mailings:send")
        if people != form.cleaned_data["people"]:
            said = ngettext(
                "%(now)s person gets it instead of %(then)s: somebody subscribed or left while you decided.",
                "%(now)s people get it instead of %(then)s: somebody subscribed or left while you decided.",
                people,
            )
            messages.warning(request, said % {"now": people, "then": form.cleaned_data["people"]})
        return self.back("mailings:progress")


def seconds_left(mailing: Mailing) -> int:
    if mailing.state != State.COUNTDOWN or not mailing.starts_at:
        return 0
    return max(0, round((mailing.starts_at - timezone.now()).total_seconds()))


def facts(mailing: Mailing) -> dict:
    """The numbers of the progress page, for the page itself and for what renews it."""
    numbers = ledger.numbers(mailing)
    total = sum(numbers.values())
    groups = grouped(numbers)
    groups.pop("total")
    words = {"done": total - groups["open"], "total": total}
    return {
        "state": mailing.state,
        "label": mailing.get_state_display(),
        "trouble": mailing.trouble,
        "is_running": mailing.is_running or bool(numbers[Delivery.State.SENDING]),
        "numbers": numbers,
        "groups": groups,
        "total": total,
        "done": words["done"],
        "sentence": _("%(done)s of %(total)s settled") % words,
    }


def stopped_number(mailing: Mailing) -> int:
    """How many get nothing because of the stop; others may have been taken out before, because they left."""
    return mailing.deliveries.in_pile(Delivery.State.CANCELLED).filter(reason=Delivery.Reason.STOPPED).count()


class Progress(MailingPage):
    """Where every single mail is. The numbers always add up to the audience."""

    template_name = "newsletter/admin/progress.html"
    step = "progress"

    def get(self, request, pk):
        if not self.mailing.has_begun:
            return self.home()
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        known = facts(self.mailing)
        return super().get_context_data(
            facts=known,
            numbers=[(state, label, known["numbers"][state]) for state, label in Delivery.State.choices],
            total=known["total"],
            done=known["done"],
            held_versions=held_versions(self.mailing),
            stopped=self.mailing.state == State.STOPPED and stopped_number(self.mailing),
            languages=[(version.language, LANGUAGES.get(version.language)) for version in self.mailing.versions.all()],
            corrections=self.mailing.corrections.all(),
            **tables(self.mailing, self.request.GET),
            **kwargs,
        )


class Numbers(MailingPage):
    """What the progress page asks for every other second."""

    def get(self, request, pk):
        return JsonResponse(facts(self.mailing))


class StopMailing(MailingAct):
    def act(self) -> str:
        room.stop(self.mailing, user=self.request.user)
        numbers = settled_numbers(self.mailing)
        out, unclear, flying = (numbers[state] for state in ("accepted", "uncertain", "sending"))
        kept = stopped_number(self.mailing)
        said = [
            ngettext("Stopped. %s mail is out.", "Stopped. %s mails are out.", out) % out,
            ngettext("%s mail had not left yet and stays here.", "%s mails had not left yet and stay here.", kept) % kept,
        ]
        if unclear:
            words = ngettext(
                "Of %s mail nobody knows yet whether it left.", "Of %s mails nobody knows yet whether they left.", unclear
            )
            said.append(words % unclear)
        if flying:
            words = ngettext("%s mail is in a worker's hands.", "%s mails are in the workers' hands.", flying)
            said.append(words % flying)
        return " ".join(said)


def settled_numbers(mailing: Mailing) -> dict[str, int]:
    """The numbers once the workers have put down what they held, at the latest after HANDS_SECONDS."""
    end = time.monotonic() + HANDS_SECONDS
    while (numbers := ledger.numbers(mailing))[Delivery.State.SENDING] and time.monotonic() < end:
        time.sleep(0.1)
    return numbers


class PauseMailing(MailingAct):
    def act(self) -> str:
        room.pause(self.mailing, user=self.request.user)
        return _("Paused. Nothing further leaves until you go on.")


class ResumeMailing(MailingAct):
    def act(self) -> str:
        room.resume(self.mailing, user=self.request.user)
        return _("The mailing goes on.")


class SendRest(MailingAct):
    def act(self) -> str:
        number = afterwards.send_rest(self.mailing, user=self.request.user)
        said = ngettext("%s person who had not got it gets it now.", "%s people who had not got it get it now.", number)
        return said % number


class TakeBack(MailingAct):
    def act(self) -> str:
        room.take_back(self.mailing, user=self.request.user)
        return _("Taken back. Nothing has left.")


class UnscheduleMailing(MailingAct):
    def act(self) -> str:
        room.unschedule(self.mailing, user=self.request.user)
        return _("The schedule is taken back. Nothing has left.")


class DiscardMailing(MailingAct):
    permission_required = "newsletter.change_mailing"

    def act(self) -> str:
        room.discard(self.mailing, user=self.request.user)
        return _("Discarded. You find it in the list under the state “discarded” and can put it back from there.")


class PutBack(MailingAct):
    permission_required = "newsletter.change_mailing"

    def act(self) -> str:
        room.put_back(self.mailing, user=self.request.user)
        return _("Put back: it is a draft again.")


class CorrectMailing(MailingAct):
    """A draft for those who got the wrong words."""

    def post(self, request, pk):
        try:
            made = afterwards.correct(self.mailing, languages=request.POST.getlist("languages"), user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.home()
        messages.success(request, _("This is the draft of the correction. Only those who got the first mail get it."))
        return redirect("mailings:edit", pk=made.pk)


class SettleDelivery(MailingAct):
    def act(self) -> str:
        delivery = get_object_or_404(self.mailing.deliveries, pk=self.kwargs["delivery"])
        again = self.request.POST.get("again") == "1"
        afterwards.settle_unclear(delivery, send_again=again, user=self.request.user)
        return _("It will be sent once more.") if again else _("Counted as arrived.")
