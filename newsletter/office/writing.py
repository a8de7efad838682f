"""What a mailing says: from the page's button to subject, order and own words, with the mail beside them as it changes."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.core.addresses import AddressError, digest
from cms.core.context import html_lang
from cms.renditions.selection import SHOW_LABELS, Selection, parts_of

from .. import composing
from .. import mailing as room
from ..message import as_read_by
from ..models import Mailing, MailingVersion, Subscriber
from ..readiness.rules import CLIPPED_AT
from ..tasks import check_links
from .forms import LANGUAGES, FreeMailingForm, MailingForm, WordsForm
from .frame import MAILINGS, OfficePage
from .mailings import MailingPage


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


class NewFreeMailing(OfficePage):
    """A mailing without a page: a title and the languages it will be written in."""

    permission_required = "newsletter.add_mailing"
    template_name = "newsletter/admin/form.html"
    trail = [MAILINGS]
    page_title = _("New mailing without a page")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", FreeMailingForm())
        explanation = _("For a short notice that is no page of the website. You write its words here, once per language.")
        return super().get_context_data(explanation=explanation, submit_label=_("Prepare the mailing"), **kwargs)

    def post(self, request):
        form = FreeMailingForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        site = Site.find_for_request(request)
        mailing = room.create_free(**form.cleaned_data, site=site, user=request.user)
        return redirect("mailings:words", pk=mailing.pk, language=mailing.fallback_language)


class EditMailing(MailingPage):
    """Topics, order, subjects and preheaders; beside them the mail as it would be now."""

    template_name = "newsletter/admin/edit.html"
    step = "edit"

    def get(self, request, pk, form=None):
        if not self.mailing.is_editable:
            return self.home()
        self.make_first()
        return self.render_to_response(self.get_context_data(form=form or MailingForm(mailing=self.mailing)))

    def get_context_data(self, **kwargs):
        page = self.mailing.page.specific if self.mailing.page else None
        selection = Selection.read(self.mailing.composition)
        arranged = selection.arrange(page.mail_items()) if page else []
        return super().get_context_data(
            items=[
                {"item": item, "show": show.value, "shows": [(one.value, SHOW_LABELS[one]) for one in item.shows]}
                for item, show in arranged
            ],
            parts=[(part, part.key not in selection.hidden) for part in parts_of(page)] if page else [],
            outdated=room.is_outdated(self.mailing),
            languages=[(version.language, LANGUAGES[version.language]) for version in self.mailing.versions.all()],
            clipped=CLIPPED_AT // 1024,
            can_see_people=self.request.user.has_perm("newsletter.view_subscriber"),
            **kwargs,
        )

    def post(self, request, pk):
        form = MailingForm(request.POST, mailing=self.mailing)
        if not form.is_valid():
            messages.error(request, _("Please check the marked fields."))
            return self.get(request, pk, form=form)
        try:
            room.update(
                self.mailing,
                topics=list(form.cleaned_data["topics"]),
                lines=form.lines(),
                user=request.user,
                design=form.cleaned_data["design"],
                composition=form.composition(),
            )
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.get(request, pk, form=form)
        check_links.enqueue(self.mailing.pk)
        for button in ("send", "ready"):
            if button in request.POST:
                return self.back(f"mailings:{button}")
        messages.success(request, _("Saved. The mails were made anew from the page as it is now."))
        return self.back()


class LivePreview(MailingPage):
    """The mail as the form stands, unsaved: nothing is written. Optionally as one subscriber would get it."""

    def post(self, request, pk, language):
        reader = self.reader()
        if reader is not None:
            language = language_for(reader, self.mailing)
        version = get_object_or_404(self.mailing.versions, language=language)
        form = MailingForm(request.POST, mailing=self.mailing)
        form.is_valid()
        try:
            made = self.made(version, form=form)
        except room.MailingError as error:
            return JsonResponse({"error": str(error)})
        personal = {
            "language": language,
            "reader_language": reader.language if reader else language,
            "name": reader.name if reader else "",
        }
        return JsonResponse(
            {
                "language": language,
                "lang": html_lang(language),
                "subject": version.subject,
                "preheader": version.preheader,
                "html": as_read_by(made.html, **personal),
                "text": as_read_by(made.text, **personal),
                "kilobytes": round(len(made.html.encode()) / 1024, 1),
                "reader": self.said_about(reader, language),
            }
        )

    def made(self, version: MailingVersion, *, form: MailingForm) -> composing.Made:
        """From the form as far as it can be read, and in memory only."""
        version.mailing = self.mailing
        version.subject = form.cleaned_data.get(f"subject_{version.language}", version.subject)
        version.preheader = form.cleaned_data.get(f"preheader_{version.language}", version.preheader)
        self.mailing.composition = form.composition()
        self.mailing.design = form.cleaned_data.get("design", self.mailing.design)
        pages = {page.locale.language_code: page for page in room.translations(self.mailing.page)} if self.mailing.page else {}
        page = pages.get(version.language)
        if self.mailing.page and page is None:
            raise room.MailingError(_("The page is not published in this language yet."))
        return composing.make(version, page=page.specific if page else None)

    def reader(self) -> Subscriber | None:
        address = self.request.POST.get("reader", "").strip()
        if not address or not self.request.user.has_perm("newsletter.view_subscriber"):
            return None
        try:
            return Subscriber.objects.filter(digest=digest(address)).first()
        except AddressError:
            return None

    def said_about(self, reader: Subscriber | None, language: str) -> str:
        if reader is None:
            return _("Nobody with this address.") if self.request.POST.get("reader", "").strip() else ""
        if language != reader.language:
            names = {"wanted": LANGUAGES.get(reader.language, reader.language), "gets": LANGUAGES[language]}
            return _("Wants %(wanted)s, gets %(gets)s.") % names
        return _("Gets %s.") % LANGUAGES[language]


def language_for(reader: Subscriber, mailing: Mailing) -> str:
    """The first of the reader's languages the mailing has, else its main language. What audience.py does for everybody."""
    there = set(mailing.versions.values_list("language", flat=True))
    wanted = (reader.language, reader.second_language, reader.third_language)
    return next((language for language in wanted if language in there), mailing.fallback_language)


class WriteWords(MailingPage):
    """The mailing's own words in one language, with subject and preheader; also for a language that is held back."""

    template_name = "newsletter/admin/words.html"
    step = "edit"

    @cached_property
    def version(self) -> MailingVersion:
        return get_object_or_404(composing.open_versions(self.mailing), language=self.kwargs["language"])

    def get(self, request, pk, language, form=None):
        return self.render_to_response(self.get_context_data(form=form or WordsForm(instance=self.version)))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            version=self.version,
            language=LANGUAGES.get(self.version.language),
            languages=[(one.language, LANGUAGES.get(one.language)) for one in composing.open_versions(self.mailing)],
            is_free=self.mailing.page_id is None,
            **kwargs,
        )

    def post(self, request, pk, language):
        form = WordsForm(request.POST, instance=self.version)
        if not form.is_valid():
            messages.error(request, _("Please check the marked fields."))
            return self.get(request, pk, language, form=form)
        try:
            composing.write(
                self.mailing,
                language=language,
                body=form.cleaned_data["body"],
                lines=(form.cleaned_data["subject"], form.cleaned_data["preheader"]),
                user=request.user,
            )
        except room.MailingError as error:
            messages.error(request, str(error))
            return self.get(request, pk, language, form=form)
        check_links.enqueue(self.mailing.pk)
        messages.success(request, _("Saved at %s.") % timezone.localtime().strftime("%H:%M"))
        return redirect("mailings:words", pk=pk, language=language)


class SetLanguages(MailingPage):
    """Which languages a mailing without a page is written in."""

    def get(self, request, pk):
        return self.back()

    def post(self, request, pk):
        chosen = [code for code in LANGUAGES if code in request.POST.getlist("languages")]
        try:
            composing.set_languages(self.mailing, languages=chosen, user=request.user)
        except room.MailingError as error:
            messages.error(request, str(error))
        return self.back()
