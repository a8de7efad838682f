"""The page types with a form: contact, volunteers, ideas. Surveys have a module of their own."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from .. import public_forms
from ..blocks import OPTIONS
from .forms import Form, FormPage


class ContactFormPage(FormPage):
    """Write to the council."""

    form_kind = Form.Kind.CONTACT
    template = FormPage.template  # Wagtail gives every type a name of its own

    class Meta:
        verbose_name = _("contact form")
        verbose_name_plural = _("contact forms")

    def blank_form(self, data=None, **kwargs):
        return public_forms.MessageForm(data, page=self, **kwargs)


class VolunteerPage(FormPage):
    """Offer help: what, in which languages, when."""

    interests = StreamField(OPTIONS, verbose_name=_("interests"), blank=True)
    minimum_age = models.PositiveSmallIntegerField(
        _("minimum age"),
        default=16,
        help_text=_("People confirm that they are this old; their age is not asked. 0: no question."),
    )

    form_kind = Form.Kind.VOLUNTEERS
    keeping = "keep_volunteers_days"
    needs_consent = True
    template = FormPage.template
    content_panels = [*FormPage.text_panels, FieldPanel("interests"), FieldPanel("minimum_age"), *FormPage.law_panels]

    class Meta:
        verbose_name = _("volunteer sign-up")
        verbose_name_plural = _("volunteer sign-ups")

    def options(self) -> list[tuple[str, str]]:
        """(id, name); an id is the same in every language."""
        return options_of(self.interests)

    def blank_form(self, data=None, **kwargs):
        return public_forms.VolunteerForm(data, page=self, **kwargs)


class IdeaBoxPage(FormPage):
    """Suggestions, and what the council answers."""

    topics = StreamField(OPTIONS, verbose_name=_("topics"), blank=True)

    form_kind = Form.Kind.IDEAS
    content_panels = [*FormPage.text_panels, FieldPanel("topics"), *FormPage.law_panels]
    template = "participation/idea_box_page.html"

    class Meta:
        verbose_name = _("idea box")
        verbose_name_plural = _("idea boxes")

    def options(self) -> list[tuple[str, str]]:
        return options_of(self.topics)

    @cached_property
    def topic_names(self) -> dict[str, str]:
        return dict(self.options())

    def blank_form(self, data=None, **kwargs):
        return public_forms.IdeaForm(data, page=self, **kwargs)

    def content_context(self) -> dict:
        from ..ideas import newest  # which needs these models

        return super().content_context() | {"ideas": newest(self) if self.pk else []}

    def get_context(self, request, *args, **kwargs):
        from ..ideas import Listing

        return super().get_context(request, *args, **kwargs) | {"listing": Listing(self, query=request.GET)}


def options_of(stream) -> list[tuple[str, str]]:
    return [(block.id, block.value) for block in stream if block.id]
