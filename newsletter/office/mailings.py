"""What every page about one mailing shares: the mailing, the way through its steps; and the mail itself to look at."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .. import composing
from .. import mailing as room
from ..message import as_read_by
from ..models import Mailing, MailingVersion
from .forms import LANGUAGES
from .frame import MAILINGS, OfficePage

State = Mailing.State


class MailingPage(OfficePage):
    """Pages about one mailing."""

    permission_required = "newsletter.change_mailing"
    trail = [MAILINGS]
    step = ""

    @cached_property
    def mailing(self) -> Mailing:
        return get_object_or_404(Mailing.objects.select_related("page", "site"), pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.mailing.title

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            mailing=self.mailing,
            steps=self.steps(),
            can_change=self.request.user.has_perm("newsletter.change_mailing"),
            can_send=self.request.user.has_perm("newsletter.send_mailing"),
            **kwargs,
        )

    def steps(self) -> list[tuple[str, str, bool]]:
        """(address, name, whether we are there) of the pages of this mailing, as far as it has come."""
        pk = self.mailing.pk
        found = [("ready", _("Check"))]
        if self.mailing.is_editable:
            found.insert(0, ("edit", _("Write")))
        if self.mailing.has_begun:
            found = [("progress", _("Progress")), *found]
        else:
            found.append(("send", _("Send")))
        return [(reverse(f"mailings:{name}", args=[pk]), label, name == self.step) for name, label in found]

    def make_first(self) -> None:
        """So that the preview and the checks have something to look at from the beginning."""
        if not self.mailing.is_editable or self.mailing.versions.exclude(frozen_at=None).exists():
            return
        try:
            composing.freeze(self.mailing)
        except room.MailingError as error:
            messages.error(self.request, str(error))

    def back(self, name: str = "mailings:edit"):
        return redirect(name, pk=self.mailing.pk)

    def home(self):
        """The page where this mailing is at home now."""
        if self.mailing.has_begun:
            return self.back("mailings:progress")
        return self.back("mailings:edit" if self.mailing.is_editable else "mailings:send")


class PreviewMailing(MailingPage):
    """One language: HTML beside text, exactly as it will leave."""

    permission_required = "newsletter.view_mailing"
    template_name = "newsletter/admin/preview.html"

    @cached_property
    def version(self) -> MailingVersion:
        return get_object_or_404(self.mailing.versions, language=self.kwargs["language"])

    def get_context_data(self, **kwargs):
        made = [version for version in self.mailing.versions.all() if version.is_made]
        return super().get_context_data(
            version=self.version,
            text=as_read_by(self.version.text, language=self.version.language),
            languages=[(version.language, LANGUAGES.get(version.language)) for version in made],
            size=len(self.version.html.encode()) // 1024,
            **kwargs,
        )


class ShowMail(PreviewMailing):
    """The HTML alone, for the frame: nothing in it may run."""

    def get(self, request, pk, language):
        if not self.version.html:
            raise Http404
        response = HttpResponse(as_read_by(self.version.html, language=language))
        response["X-Robots-Tag"] = "noindex"
        return response


class MailingAct(MailingPage):
    """A button that does one thing and comes back."""

    permission_required = ("newsletter.change_mailing", "newsletter.send_mailing")
    returns_to = ""

    def get(self, request, *args, **kwargs):
        return self.home()

    def post(self, request, *args, **kwargs):
        try:
            if said := self.act():
                messages.success(request, said)
        except room.MailingError as error:
            messages.error(request, str(error))
        self.mailing.refresh_from_db()
        return self.back(self.returns_to) if self.returns_to else self.home()
