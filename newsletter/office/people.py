"""Subscribers: the sheet that proves a consent, and what the law lets people ask for."""

import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from .. import consent_sheet, optin, privacy
from ..models import Subscriber, Suppression
from .forms import BlockForm
from .frame import BLOCKED, SUBSCRIBERS, OfficePage


class SubscriberPage(OfficePage):
    header_icon = "user"
    permission_required = "newsletter.view_subscriber"
    trail = [SUBSCRIBERS]

    @cached_property
    def subscriber(self) -> Subscriber:
        return get_object_or_404(Subscriber, pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.subscriber.address


class ConsentSheet(SubscriberPage):
    """Everything about one person on one printable page."""

    template_name = "newsletter/admin/consent_sheet.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **consent_sheet.facts(self.subscriber),
            deliveries=self.subscriber.deliveries.select_related("mailing").order_by("-pk")[:50],
            **kwargs,
        )


class ConsentSheetPdf(SubscriberPage):
    """The same sheet to hand out or to file."""

    permission_required = "newsletter.export_subscriber"

    def get(self, request, pk):
        pdf = consent_sheet.as_pdf(self.subscriber, site=Site.find_for_request(request))
        log(instance=self.subscriber, action="newsletter.export", user=request.user)
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="consent-{pk}.pdf"'
        return response


class ExportSubscriber(SubscriberPage):
    permission_required = "newsletter.export_subscriber"

    def post(self, request, pk):
        document = privacy.export(self.subscriber, by="office", user=request.user)
        response = HttpResponse(json.dumps(document, ensure_ascii=False, indent=2), content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="subscriber-{pk}.json"'
        return response

    def get(self, request, pk):
        return redirect("subscribers:inspect", pk)


class EraseSubscriber(SubscriberPage):
    permission_required = "newsletter.change_subscriber"
    template_name = "newsletter/admin/erase.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(subscriber=self.subscriber, **kwargs)

    def post(self, request, pk):
        privacy.erase(self.subscriber, by="office", user=request.user)
        messages.success(request, _("The person's data is erased. A fingerprint stays on the list of blocked addresses."))
        return redirect("subscribers:index")


class UnsubscribeByOffice(SubscriberPage):
    """Somebody rang or wrote: the office takes them off the list."""

    permission_required = "newsletter.change_subscriber"

    def post(self, request, pk):
        optin.leave(self.subscriber, way="office")
        log(instance=self.subscriber, action="newsletter.unsubscribe", user=request.user)
        messages.success(request, _("Unsubscribed from everything."))
        return redirect("subscribers:inspect", pk)

    def get(self, request, pk):
        return redirect("subscribers:inspect", pk)


class BlockAddress(OfficePage):
    header_icon = "circle-xmark"
    permission_required = "newsletter.add_suppression"
    template_name = "newsletter/admin/form.html"
    trail = [BLOCKED]

    def get_page_title(self):
        return _("Block an address")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", BlockForm())
        explanation = _("It gets no mail any more, whoever types it into the form. We keep a fingerprint only, not the address.")
        return super().get_context_data(submit_label=_("Block"), explanation=explanation, **kwargs)

    def post(self, request):
        form = BlockForm(request.POST)
        if form.is_valid():
            privacy.suppress(form.cleaned_data["address"], note=form.cleaned_data["note"], user=request.user)
            messages.success(request, _("The address is blocked."))
            return redirect("suppressions:index")
        return self.render_to_response(self.get_context_data(form=form))


class LiftBlock(OfficePage):
    permission_required = "newsletter.change_suppression"
    template_name = "newsletter/admin/lift.html"
    trail = [BLOCKED]

    def get_page_title(self):
        return _("Unblock")

    def get_context_data(self, **kwargs):
        return super().get_context_data(suppression=get_object_or_404(Suppression, pk=self.kwargs["pk"]), **kwargs)

    def post(self, request, pk):
        privacy.lift_suppression(get_object_or_404(Suppression, pk=pk), user=request.user)
        messages.success(request, _("The address is no longer blocked. The person can subscribe again."))
        return redirect("suppressions:index")
