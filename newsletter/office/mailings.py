"""A mailing from the page's button to its last delivery."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from .. import audience, readiness
from .. import mailing as room
from ..message import CONSENT_SLOT, LANGUAGE_SLOT, TOKEN_SLOT
from ..models import Delivery, Mailing, MailingVersion
from ..testing import TestMailError, send_test
from .forms import LANGUAGES, MailingForm, SendForm
from .frame import MAILINGS, OfficePage

State = Mailing.State


class MailingPage(OfficePage):
    """Pages about one mailing."""

    permission_required = "newsletter.change_mailing"
    trail = [MAILINGS]

    @cached_property
    def mailing(self) -> Mailing:
        return get_object_or_404(Mailing.objects.select_related("page", "site"), pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.mailing.title

    def get_context_data(self, **kwargs):
        return super().get_context_data(mailing=self.mailing, **kwargs)

    def back(self, name: str = "mailings:edit"):
        return redirect(name, pk=self.mailing.pk)


class NewMailing(OfficePage):
    """Behind “Send as newsletter”: says what was sent before and in which languages the page exists."""

    permission_required = "newsletter.add_mailing"
    template_name = "newsletter/admin/new.html"
    trail = [MAILINGS]

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"])

    def get_page_title(self):
        return _("Send as newsletter")

    def get_context_data(self, **kwargs):
        pages = room.translations(self.page)
        have = [page.locale.language_code for page in pages]
        return super().get_context_data(
            page=self.page,
            languages=[LANGUAGES[code] for code in have],
            missing=[name for code, name in LANGUAGES.items() if code not in have],
            earlier=Mailing.objects.filter(page__translation_key=self.page.translation_key),
            **kwargs,
        )

    def post(self, request, page_id):
        try:
            mailing = room.create(self.page, user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.get(request, page_id=page_id)
        return redirect("mailings:edit", pk=mailing.pk)


class EditMailing(MailingPage):
    template_name = "newsletter/admin/edit.html"

    def get(self, request, pk, form=None):
        if self.mailing.state not in (State.DRAFT, State.SCHEDULED):
            return self.back("mailings:progress")
        return self.render_to_response(self.get_context_data(form=form or MailingForm(mailing=self.mailing)))

    def get_context_data(self, **kwargs):
        counts = audience.count_by_language(self.mailing)
        return super().get_context_data(
            counts=[(LANGUAGES.get(row.wanted, row.wanted), LANGUAGES.get(row.gets, row.gets), row) for row in counts],
            people=sum(row.people for row in counts),
            fallbacks=sum(row.people for row in counts if row.is_fallback),
            problems=readiness.problems(self.mailing),
            warnings=readiness.warnings(self.mailing),
            outdated=room.is_outdated(self.mailing),
            can_send=self.request.user.has_perm("newsletter.send_mailing"),
            **kwargs,
        )

    def post(self, request, pk):
        form = MailingForm(request.POST, mailing=self.mailing)
        if not form.is_valid():
            messages.error(request, _("Please check the marked fields."))
            return self.get(request, pk, form=form)
        try:
            room.update(self.mailing, topics=list(form.cleaned_data["topics"]), lines=form.lines(), user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.get(request, pk, form=form)
        if "send" in request.POST:
            return self.back("mailings:send")
        messages.success(request, _("Saved. The mails were made anew from the page as it is now."))
        return self.back()


class PreviewMailing(MailingPage):
    """One language: HTML beside text, exactly as it will leave."""

    template_name = "newsletter/admin/preview.html"

    @cached_property
    def version(self) -> MailingVersion:
        return get_object_or_404(self.mailing.versions, language=self.kwargs["language"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            version=self.version,
            text=as_preview(self.version.text, language=self.version.language),
            languages=[(version.language, LANGUAGES.get(version.language)) for version in self.mailing.versions.all()],
            size=len(self.version.html.encode()) // 1024,
            **kwargs,
        )


class ShowMail(PreviewMailing):
    """The HTML alone, for the frame: nothing in it may run."""

    def get(self, request, pk, language):
        if not self.version.html:
            raise Http404
        response = HttpResponse(as_preview(self.version.html, language=language))
        response["X-Robots-Tag"] = "noindex"
        return response


def as_preview(content: str, *, language: str) -> str:
    with translation.override(language):
        today = date_format(timezone.localdate(), "DATE_FORMAT")
    for slot, value in ((TOKEN_SLOT, "preview"), (CONSENT_SLOT, today), (LANGUAGE_SLOT, language)):
        content = content.replace(slot, value)
    return content


class TestMailing(MailingPage):
    """A test to the editor's own address, with the real headers."""

    def post(self, request, pk):
        try:
            number = send_test(self.mailing, user=request.user)
        except TestMailError as error:
            messages.error(request, str(error))
        else:
            said = ngettext("%(number)s test mail sent to %(address)s.", "%(number)s test mails sent to %(address)s.", number)
            messages.success(request, said % {"number": number, "address": request.user.email})
        return self.back()

    def get(self, request, pk):
        return self.back()


class SendMailing(MailingPage):
    """The last question before it leaves."""

    permission_required = ("newsletter.change_mailing", "newsletter.send_mailing")
    template_name = "newsletter/admin/send.html"

    def get(self, request, pk, form=None):
        if self.mailing.state != State.DRAFT:
            return self.back("mailings:progress" if self.mailing.state != State.SCHEDULED else "mailings:edit")
        counts = audience.count_by_language(self.mailing)
        people = sum(row.people for row in counts)
        context = self.get_context_data(
            form=form or SendForm(initial={"people": people}),
            people=people,
            counts=[(LANGUAGES.get(row.wanted, row.wanted), LANGUAGES.get(row.gets, row.gets), row) for row in counts],
            problems=readiness.problems(self.mailing),
            warnings=readiness.warnings(self.mailing),
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
                return self.back()
            people = room.start(self.mailing, user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.back()
        if people != form.cleaned_data["people"]:
            said = ngettext(
                "%(now)s person gets it instead of %(then)s: somebody subscribed or left while you decided.",
                "%(now)s people get it instead of %(then)s: somebody subscribed or left while you decided.",
                people,
            )
            messages.warning(request, said % {"now": people, "then": form.cleaned_data["people"]})
        return self.back("mailings:progress")


class Progress(MailingPage):
    """Where every single mail is. The numbers always add up to the audience."""

    template_name = "newsletter/admin/progress.html"
    shown_states = [Delivery.State.UNCERTAIN, Delivery.State.BOUNCED, Delivery.State.FAILED, Delivery.State.CANCELLED]

    def get(self, request, pk):
        if self.mailing.state in (State.DRAFT, State.SCHEDULED):
            return self.back()
        response = self.render_to_response(self.get_context_data())
        if self.mailing.is_running:
            response["Refresh"] = "3"
        return response

    def get_context_data(self, **kwargs):
        numbers = room.progress(self.mailing)
        total = sum(numbers.values())
        wanted = self.request.GET.get("state", "")
        rows = self.mailing.deliveries.filter(state__in=[wanted] if wanted in Delivery.State.values else self.shown_states)
        open_states = ("queued", "sending", "retry", "held")
        return super().get_context_data(
            numbers=[(state, label, numbers[state]) for state, label in Delivery.State.choices],
            total=total,
            done=total - sum(numbers[state] for state in open_states),
            later=self.mailing.deliveries.filter(state="retry", next_attempt__gt=timezone.now()).count(),
            rows=Paginator(rows.order_by("state", "pk"), 50).get_page(self.request.GET.get("p")),
            wanted=wanted,
            can_send=self.request.user.has_perm("newsletter.send_mailing"),
            **kwargs,
        )


class MailingAct(MailingPage):
    """A button that does one thing and comes back."""

    permission_required = ("newsletter.change_mailing", "newsletter.send_mailing")

    def get(self, request, *args, **kwargs):
        return self.back()

    def post(self, request, *args, **kwargs):
        try:
            messages.success(request, self.act())
        except room.MailingError as error:
            messages.error(request, str(error))
        return self.back("mailings:progress")


class StopMailing(MailingAct):
    def act(self) -> str:
        skipped = room.stop(self.mailing, user=self.request.user)
        said = ngettext(
            "Stopped. %s mail had not left yet and will not be sent.",
            "Stopped. %s mails had not left yet and will not be sent.",
            skipped,
        )
        return said % skipped


class UnscheduleMailing(MailingAct):
    def act(self) -> str:
        room.unschedule(self.mailing, user=self.request.user)
        return _("The mailing is a draft again.")


class SettleDelivery(MailingAct):
    def act(self) -> str:
        delivery = get_object_or_404(self.mailing.deliveries, pk=self.kwargs["delivery"])
        again = self.request.POST.get("again") == "1"
        room.settle_unclear(delivery, send_again=again, user=self.request.user)
        return _("It will be sent once more.") if again else _("Counted as arrived.")
