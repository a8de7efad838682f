"""A survey: its questions, the invitation codes, and the answers, which name nobody."""

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from cms.renditions.renderable import Product

from ..blocks import QUESTIONS
from .forms import Form, FormPage

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misread on paper


class SurveyPage(FormPage):
    """Questions and, in time, what came out."""

    class Audience(models.TextChoices):
        OPEN = "open", _("everybody")
        CODES = "codes", _("whoever has an invitation code")

    class Results(models.TextChoices):
        NEVER = "never", _("only to the office")
        CLOSED = "closed", _("to everybody, once the survey is closed")
        ALWAYS = "always", _("to everybody, while it is running")

    questions = StreamField(QUESTIONS, verbose_name=_("questions"), blank=True)
    audience = models.CharField(_("who may answer"), max_length=8, choices=Audience.choices, default=Audience.OPEN)
    results = models.CharField(_("who sees the results"), max_length=8, choices=Results.choices, default=Results.CLOSED)
    summary = models.TextField(
        _("what we read from it"), max_length=1500, blank=True, help_text=_("Stands above the charts of the results.")
    )

    form_kind = Form.Kind.SURVEY
    keeping = "keep_surveys_days"
    content_panels = [
        *FormPage.text_panels,
        FieldPanel("questions"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("audience"), FieldPanel("results")]), FieldPanel("summary")],
            heading=_("Answers and results"),
        ),
        *FormPage.law_panels,
    ]
    override_translatable_fields = [
        *FormPage.override_translatable_fields,
        SynchronizedField("audience"),
        SynchronizedField("results"),
    ]
    template = "participation/survey_page.html"

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    @property
    def shows_results(self) -> bool:
        """Whether the public may see them now, if enough people have answered."""
        return self.results == self.Results.ALWAYS or self.results == self.Results.CLOSED and not self.is_open

    @property
    def results_url(self) -> str:
        with translation.override(self.language_code):
            return settings.BASE_URL + reverse("participation:results", args=[self.translation_key])

    def products(self) -> list[Product]:
        sheet = Product("results", _("Results"), "a4", "participation/survey_results.print.html")
        return [*super().products(), sheet] if self.shows_results else super().products()

    def content_context(self) -> dict:
        from ..surveys.results import results_of  # which needs this model

        context = super().content_context()
        if self.pk and self.shows_results:
            context["results"] = results_of(self)
        return context

    def blank_form(self, data=None, **kwargs):
        from ..surveys.answering import SurveyForm  # which needs this model

        return SurveyForm(data, page=self, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """The link in an invitation fills the code in."""
        context = super().get_context(request, *args, **kwargs)
        code = request.GET.get("code", "")[:12].upper()
        if code and code.isalnum() and "form" in context:
            context["form"].initial["code"] = code
        return context


def new_code() -> str:
    """Eight characters: 8 × 10¹¹ possibilities, and a connection may only try a few times an hour."""
    return "".join(secrets.choice(LETTERS) for _place in range(8))


class SurveyCode(models.Model):
    """An invitation: good for one answer. Which answer is not kept, only for which group it was made."""

    class State(models.TextChoices):
        OPEN = "open", _("not used yet")
        USED = "used", _("used")
        BLOCKED = "blocked", _("blocked")

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code)
    group = models.CharField(_("for whom"), max_length=80, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["group", "pk"]
        verbose_name = _("invitation code")
        verbose_name_plural = _("invitation codes")

    def __str__(self) -> str:
        return self.code


class SurveyAnswer(models.Model):
    """What one person answered: no name, no address, no code, and only the day."""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="answers")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    group = models.CharField(_("group"), max_length=80, blank=True)
    answered_on = models.DateField(_("day"), default=timezone.localdate)
    once = models.CharField(max_length=64, null=True, unique=True, editable=False)
    has_texts = models.BooleanField(default=False, editable=False)  # somebody wrote freely: deleted some time after the end
    values = models.JSONField(default=dict)  # id of the question → id(s) of options, a number, a text, or {row: column}

    class Meta:
        ordering = ["pk"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return f"{self.form} {self.pk}"
