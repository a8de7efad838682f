"""What every page type stands on: language and direction from its own locale, stable slugs, a review date."""

from django.db import models
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from .conflicts import CouncilPageForm
from .context import html_lang
from .medium import Medium
from .models import CouncilSettings


class BasePage(Page):
    """Abstract. Slugs are the same in every language, because printed QR codes and links must stay true for ever."""

    review_on = models.DateField(
        _("review on"), null=True, blank=True, help_text=_("On this day the page appears in “content due for review”.")
    )

    base_form_class = CouncilPageForm
    settings_panels = [*Page.settings_panels, FieldPanel("review_on")]
    # Page's own list has the slug as translatable: machine translation would change it.
    override_translatable_fields = [SynchronizedField("slug"), SynchronizedField("review_on")]

    class Meta:
        abstract = True

    @property
    def language_code(self) -> str:
        return self.locale.language_code

    @property
    def html_lang(self) -> str:
        return html_lang(self.language_code)

    @property
    def text_direction(self) -> str:
        """ "rtl" or "ltr", from the page's own locale and never from the visitor's."""
        return "rtl" if translation.get_language_info(self.language_code)["bidi"] else "ltr"

    @cached_property
    def council(self) -> CouncilSettings:
        return CouncilSettings.for_site(self.get_site())

    def publish(self, revision, *args, **kwargs):
        """Raises IncompleteTranslation if texts of a translation are still missing."""
        from .translations import refuse_incomplete  # needs wagtail_localize's models, which need this module's app

        refuse_incomplete(self)
        return super().publish(revision, *args, **kwargs)

    def live_translations(self) -> list:
        """This page in every language it is published in, in the order of LANGUAGES."""
        from django.conf import settings

        order = [code for code, _name in settings.LANGUAGES]
        pages = Page.objects.filter(translation_key=self.translation_key, live=True, alias_of__isnull=True).select_related(
            "locale"
        )
        return sorted(pages, key=lambda page: order.index(page.locale.language_code))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        council = CouncilSettings.for_request(request)  # asked once per request; the context processor has it already
        context.update(council=council, html_lang=self.html_lang, html_dir=self.text_direction, medium=Medium.WEB.value)
        return context
