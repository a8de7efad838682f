"""Surveys in the office: results with free texts, invitation codes, tables to take along; and who may read which form."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from cms.core.spreadsheets import KINDS, table_response

from ..exporting import TooFew, answers_response
from ..models import Form, SurveyCode, SurveyPage
from ..rights import MAY_ACT, MAY_EXPORT, readable_forms
from ..surveys.codes import block_open_codes, make_codes, spaced, tally
from ..surveys.results import parts, results_of
from .forms import LANGUAGES, CodesForm
from .frame import OfficePage, ReadersItem


class SurveyIndex(OfficePage):
    template_name = "participation/admin/surveys.html"
    page_title = gettext_lazy("Surveys")

    def get_context_data(self, **kwargs):
        forms = readable_forms(self.request.user).filter(kind=Form.Kind.SURVEY)
        return super().get_context_data(surveys=forms.annotate(people=Count("answers", distinct=True)), **kwargs)


class SurveyOffice(OfficePage):
    """Of one survey that this user may read."""

    trail = [("participation_surveys:index", gettext_lazy("Surveys"))]

    @cached_property
    def form_row(self) -> Form:
        return get_object_or_404(readable_forms(self.request.user), pk=self.kwargs["pk"], kind=Form.Kind.SURVEY)

    @cached_property
    def page(self) -> SurveyPage:
        """In the language of the office, else in any. 404 if the page is deleted."""
        found = SurveyPage.objects.filter(translation_key=self.form_row.key).select_related("locale")
        page = found.filter(locale__language_code="de").first() or found.first()
        if page is None:
            raise Http404
        return page

    def get_page_title(self):
        return self.form_row.title


class ShowSurvey(SurveyOffice):
    """All results, or those of one language or group with enough people."""

    template_name = "participation/admin/survey.html"

    def get_context_data(self, **kwargs):
        page, query = self.page, self.request.GET
        languages, groups = parts(page, "language"), parts(page, "group")
        language = query.get("language", "") if query.get("language") in dict(languages) else ""
        group = query.get("group") if query.get("group") in dict(groups) and not language else None
        return super().get_context_data(
            survey=page,
            results=results_of(page, language=language, group=group, texts=not language and group is None),
            languages=[(code, LANGUAGES.get(code, code), people) for code, people in languages],
            groups=groups,
            language=language,
            group=group,
            with_codes=page.audience == SurveyPage.Audience.CODES,
            may_export=self.request.user.has_perm(MAY_EXPORT),
            **kwargs,
        )


class Codes(SurveyOffice):
    """How many codes there are, new ones, and blocking those that were lost."""

    template_name = "participation/admin/codes.html"
    permission_required = MAY_ACT

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", CodesForm())
        return super().get_context_data(survey=self.page, groups=tally(self.form_row), **kwargs)

    def post(self, request, pk):
        if "block" in request.POST:
            count = block_open_codes(self.form_row, group=request.POST["block"], user=request.user)
            messages.success(request, _("Blocked: %(count)s codes.") % {"count": count})
            return redirect("participation_surveys:codes", pk)
        form = CodesForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        made = make_codes(self.form_row, **form.cleaned_data, user=request.user)
        messages.success(request, _("Made: %(count)s codes.") % {"count": len(made)})
        return redirect("participation_surveys:codes", pk)


class SaveCodes(SurveyOffice):
    """Codes that nobody has used, with the link that fills them in."""

    permission_required = MAY_ACT

    def get(self, request, pk, kind):
        if kind not in KINDS:
            raise Http404
        rows = SurveyCode.objects.filter(form=self.form_row, state=SurveyCode.State.OPEN)
        log(instance=self.form_row, action="participation.export", user=request.user, data={"kind": kind, "rows": rows.count()})
        address = self.page.full_url
        table = ([row.group, spaced(row.code), f"{address}?code={row.code}"] for row in rows)
        heads = [_("For whom"), _("Code"), _("Link")]
        return table_response(heads, table, kind=kind, name=f"codes-{self.page.slug}", title=_("Codes"))


class SaveAnswers(SurveyOffice):
    permission_required = MAY_EXPORT

    def get(self, request, pk, kind):
        try:
            return answers_response(self.page, kind=kind, user=request.user)
        except TooFew:
            messages.warning(request, _("Fewer than five people have answered: each line would show a person."))
            return redirect("participation_surveys:show", pk)


class SurveyViewSet(ViewSet):
    name = "participation_surveys"
    icon = "form"
    menu_label = gettext_lazy("Surveys")
    menu_item_class = ReadersItem
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [
            path("", SurveyIndex.as_view(), name="index"),
            path("<int:pk>/", ShowSurvey.as_view(), name="show"),
            path("<int:pk>/codes/", Codes.as_view(), name="codes"),
            path("<int:pk>/codes/<str:kind>/", SaveCodes.as_view(), name="save_codes"),
            path("<int:pk>/answers/<str:kind>/", SaveAnswers.as_view(), name="save_answers"),
        ]


class FormViewSet(ModelViewSet):
    name = "participation_forms"
    model = Form
    icon = "lock"
    menu_label = gettext_lazy("Who reads what")
    add_to_reference_index = False
    form_fields = ["groups", "notify_to"]
    list_display = ["title", "kind"]
    list_filter = ["kind"]
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update=False):
        from django import forms as django_forms

        form_class = super().get_form_class(for_update)
        form_class.base_fields["groups"].widget = django_forms.CheckboxSelectMultiple(
            choices=form_class.base_fields["groups"].choices
        )
        return form_class
