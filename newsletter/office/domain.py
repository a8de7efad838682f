"""The page “Is our domain ready?”: asks the DNS while the page is already there, and says it in words."""

import logging
import re

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Site

from cms.core.models import CouncilSettings

from ..sender_check.asking import Dns
from ..sender_check.checks import check
from ..sender_check.our_setup import setup_of
from ..testing import TestMailError, send_domain_test
from .frame import OfficePage

logger = logging.getLogger(__name__)

SELECTOR = re.compile(r"[A-Za-z0-9._-]{1,63}")
ORDER = {"bad": 0, "weak": 1, "unsure": 2, "good": 3}


class DomainPage(OfficePage):
    """At once the page with what is checked; the answers come into it as soon as the DNS has given them."""

    permission_required = "newsletter.send_mailing"
    template_name = "newsletter/admin/domain.html"
    page_title = _("Is our domain ready?")
    header_icon = "globe"

    @cached_property
    def site(self) -> Site:
        return Site.find_for_request(self.request) or Site.objects.get(is_default_site=True)

    @cached_property
    def ours(self):
        selector = self.request.GET.get("selector", "").strip()
        return setup_of(self.site, selector=selector if SELECTOR.fullmatch(selector) else "")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            setup=self.ours,
            council=CouncilSettings.for_site(self.site),
            answers_url=f"{reverse('domain:answers')}?selector={self.ours.selector if self.ours else ''}",
            **kwargs,
        )


class DomainAnswers(DomainPage):
    """The table alone."""

    template_name = "newsletter/admin/domain_answers.html"

    def get_context_data(self, **kwargs):
        findings = check(self.ours, dns=Dns()) if self.ours else []
        return super().get_context_data(
            findings=findings,
            lines=[finding.line for finding in findings if finding.line and finding.level in ("bad", "weak")],
            worst=min((finding.level for finding in findings), key=ORDER.get, default="good"),
            **kwargs,
        )


class MailToMyself(DomainPage):
    """A mail through the newsletter's server to the person who asks: its headers tell what the outside world sees."""

    def get(self, request):
        return redirect("domain:index")

    def post(self, request):
        try:
            send_domain_test(self.site, user=request.user)
        except TestMailError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("A test mail is on its way to %s.") % request.user.email)
        return redirect("domain:index")


class DomainViewSet(ViewSet):
    """Its place in the menu “Newsletter”."""

    name = "domain"
    icon = "globe"
    menu_label = _("Is our domain ready?")
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [
            path("", DomainPage.as_view(), name="index"),
            path("answers/", DomainAnswers.as_view(), name="answers"),
            path("mail/", MailToMyself.as_view(), name="mail"),
        ]
