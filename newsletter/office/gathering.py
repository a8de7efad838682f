"""Winning readers away from the website: the tablet at an event, lists on paper, codes to print, and requests that wait."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override
from wagtail.log_actions import log
from wagtail.models import Site

from .. import codes, optin, papers, tokens
from ..forms import TopicField, clean_name
from ..models import SignupRequest, Topic
from .forms import LANGUAGES
from .frame import SUBSCRIBERS, OfficePage

ROWS = 10


class EventForm(forms.Form):
    event = forms.CharField(
        label=gettext_lazy("Event"),
        max_length=120,
        help_text=gettext_lazy("For example: district festival, 12 September. It is kept with every sign-up as its origin."),
    )
    topics = TopicField(
        label=gettext_lazy("Topics"),
        queryset=Topic.objects.all(),
        required=False,
        help_text=gettext_lazy("None: as on the website."),
    )


class OpenDesk(OfficePage):
    """Makes the link for a tablet: whoever holds it can sign up people for a day and a half, and do nothing else."""

    header_icon = "tablet-alt"
    permission_required = "newsletter.add_subscriber"
    template_name = "newsletter/admin/desk.html"
    trail = [SUBSCRIBERS]

    def get_page_title(self):
        return _("Sign-up at an event")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", EventForm())
        return super().get_context_data(hours=tokens.DESK_HOURS, **kwargs)

    def post(self, request):
        form = EventForm(request.POST)
        url = ""
        if form.is_valid():
            chosen = [topic.pk for topic in form.cleaned_data["topics"]]
            with override(settings.LANGUAGE_CODE):
                path = reverse("newsletter:desk", args=[tokens.desk_token(form.cleaned_data["event"], topics=chosen)])
            url = settings.BASE_URL + path
        return self.render_to_response(self.get_context_data(form=form, url=url))


class PaperForm(forms.Form):
    """What holds for the whole list."""

    title = forms.CharField(
        label=gettext_lazy("Which list"),
        max_length=200,
        help_text=gettext_lazy("Place and day, and where the paper is kept: info stand at the market, 14 November, folder 3."),
    )
    topics = TopicField(label=gettext_lazy("Topics"), queryset=Topic.objects.all())


class PaperLine(forms.Form):
    address = forms.CharField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "inputmode": "email", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])


class PaperList(OfficePage):
    """Ten lines of a list on paper. Nobody gets on the list by it: everybody is asked by mail."""

    header_icon = "list-ul"
    permission_required = "newsletter.add_subscriber"
    template_name = "newsletter/admin/paper.html"
    trail = [SUBSCRIBERS]
    lines_class = forms.formset_factory(PaperLine, extra=ROWS, max_num=ROWS)

    def get_page_title(self):
        return _("Type in a list on paper")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", PaperForm())
        kwargs.setdefault("lines", self.lines_class(prefix="line"))
        return super().get_context_data(sheets=LANGUAGES.items(), **kwargs)

    def post(self, request):
        form, lines = PaperForm(request.POST), self.lines_class(request.POST, prefix="line")
        if not (form.is_valid() & lines.is_valid()):
            return self.render_to_response(self.get_context_data(form=form, lines=lines))
        filled = [line for line in lines if line.cleaned_data.get("address")]
        outcome = papers.take_list(
            [papers.Line(**line.cleaned_data) for line in filled],
            title=form.cleaned_data["title"],
            topics=list(form.cleaned_data["topics"]),
            site=Site.find_for_request(request),
        )
        if outcome.asked:
            text = ngettext("%d person is asked by mail.", "%d people are asked by mail.", outcome.asked)
            messages.success(request, text % outcome.asked)
        if outcome.refused:
            again = [filled[line.number].cleaned_data for line in outcome.refused]
            troubles = [(filled[line.number].cleaned_data["address"], line.trouble) for line in outcome.refused]
            lines = self.lines_class(prefix="line", initial=again)
            return self.render_to_response(self.get_context_data(form=form, lines=lines, troubles=troubles))
        fresh = PaperForm(initial={"title": form.cleaned_data["title"], "topics": form.cleaned_data["topics"]})
        return self.render_to_response(self.get_context_data(form=fresh))


class Codes(OfficePage):
    """QR codes that open the sign-up in one language, for posters, flyers and tables."""

    header_icon = "download"
    permission_required = "newsletter.view_subscriber"
    template_name = "newsletter/admin/codes.html"
    trail = [SUBSCRIBERS]

    def get_page_title(self):
        return _("Codes to print")

    def get_context_data(self, **kwargs):
        return super().get_context_data(codes=codes.all_codes(), **kwargs)


class CodeFile(OfficePage):
    """One code as SVG, PNG or PDF, or the sheet of paper that people write their addresses on."""

    permission_required = "newsletter.view_subscriber"

    def get(self, request, language, kind):
        content, content_type = codes.file_of(codes.code(language), kind=kind, site=Site.find_for_request(request))
        response = HttpResponse(content, content_type=content_type)
        name = f"newsletter-{language}-{kind}.pdf" if content_type == "application/pdf" else f"newsletter-{language}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class ResendRequest(OfficePage):
    """Somebody says the confirmation mail never came."""

    permission_required = "newsletter.add_subscriber"

    def post(self, request, pk):
        signup = get_object_or_404(SignupRequest, pk=pk)
        try:
            optin.resend(signup)
        except optin.OptInError as error:
            messages.error(request, str(error))
        else:
            log(instance=signup, action="newsletter.resend", user=request.user)
            messages.success(request, _("The mail goes out once more."))
        return redirect("signups:inspect", pk)

    def get(self, request, pk):
        return redirect("signups:inspect", pk)


class ShowRequest(OfficePage):
    header_icon = "time"
    permission_required = "newsletter.view_subscriber"
    template_name = "newsletter/admin/request.html"
    trail = [SUBSCRIBERS, ("signups:index", gettext_lazy("Sign-ups"))]

    def get_page_title(self):
        return self.signup.address or _("Sign-up without an address")

    def get(self, request, pk):
        self.signup = get_object_or_404(SignupRequest.objects.select_related("wording"), pk=pk)
        waiting = self.signup.state in (SignupRequest.State.NEW, SignupRequest.State.MAILED)
        language = LANGUAGES.get(self.signup.language, self.signup.language)
        return self.render_to_response(self.get_context_data(signup=self.signup, waiting=waiting, language=language))
