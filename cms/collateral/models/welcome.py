"""WelcomeSignPage: a greeting in the languages of the house, for the door, the counter, the town's entrance."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks.base import NameBlock, UntranslatedMixin
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.renditions.errors import RenditionError
from cms.renditions.formats import POSTERS, SOCIAL
from cms.renditions.renderable import Design, Product, Renderable

from ..greetings import BY_CODE, GREETINGS, Greeting, typed_greeting

FEWEST, MOST = 3, 40


class LanguagesField(models.JSONField):
    """Codes of languages from the table of greetings, in its order, as boxes to tick."""

    def formfield(self, **kwargs):
        choices = [(greeting.code, f"{greeting.name} – {greeting.text}") for greeting in GREETINGS]
        return forms.MultipleChoiceField(
            choices=choices,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "greetings"}),
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
        )


class TypedGreetingBlock(UntranslatedMixin, blocks.StructBlock):
    """Languages stand on the sign as they are, whatever the language of the page."""

    name = NameBlock(label=_("Language, in its own script"), max_length=60)
    text = NameBlock(label=_("Greeting"), max_length=80)
    code = NameBlock(
        label=_("Language code"),
        max_length=12,
        required=False,
        help_text=_("For screen readers, for example “nso”. May stay empty."),
    )

    class Meta:
        icon = "openquote"
        label = _("Another language")


class WelcomeSignPage(Renderable, BasePage):
    """A sign that says welcome. The page's own language leads; the others follow in the order of the table."""

    greeting = models.CharField(
        _("greeting in large type"), max_length=60, help_text=_("In the language of the page, for example: Herzlich willkommen")
    )
    place = models.CharField(_("where"), max_length=120, blank=True, help_text=_("For example: im Rathaus von Lindenau"))
    languages = LanguagesField(
        _("languages"), default=list, help_text=_("From 3 to 40. The language of the large greeting is not repeated.")
    )
    more = StreamField(
        [("greeting", TypedGreetingBlock())],
        verbose_name=_("other languages"),
        blank=True,
        help_text=_("Let somebody who grew up with the language check the spelling."),
    )
    text = models.TextField(
        _("text at the foot"),
        max_length=300,
        blank=True,
        help_text=_("What people find here. Up to the first full stop it stands out."),
    )
    picture = models.ForeignKey(
        CouncilImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Beside the large greeting. Without one, the tree of the town stands there."),
    )
    picture_alt = models.CharField(_("alternative text"), max_length=255, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("greeting"), FieldPanel("place"), FieldPanel("text")], heading=_("Words")),
        MultiFieldPanel([FieldPanel("languages"), FieldPanel("more")], heading=_("Languages")),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("greeting", "place", "text")),
        index.AutocompleteField("greeting"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("languages", "more", "picture")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "collateral/welcome_sign_page.html"

    class Meta:
        verbose_name = _("welcome sign")
        verbose_name_plural = _("welcome signs")

    def clean(self):
        super().clean()
        count = len(self.languages or []) + len(self.more)
        if not FEWEST <= count <= MOST:
            raise ValidationError(
                {
                    "languages": _("Choose from %(fewest)d to %(most)d languages; there are %(count)d.")
                    % {"fewest": FEWEST, "most": MOST, "count": count}
                }
            )
        if self.picture and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Please say what the picture shows: some readers hear it.")})
        try:
            self.greetings  # noqa: B018 - a typed greeting that no font carries is refused here, not at the printer's
        except RenditionError as error:
            raise ValidationError({"more": str(error)}) from error

    def products(self) -> list[Product]:
        designs = (
            Design("patchwork", _("Patchwork"), "collateral/welcome_sign_page.print.html"),
            Design("wall", _("Wall of words"), "collateral/welcome_wall.print.html"),
        )
        return [
            Product.offer("sign", _("Welcome sign"), formats=POSTERS, designs=designs),
            Product.offer("display", _("Roll-up and board"), formats=("roll-up", "board"), designs=designs),
            Product.offer("social", _("Picture for social media"), formats=SOCIAL, designs=designs),
        ]

    @cached_property
    def greetings(self) -> list[Greeting]:
        """All but the page's own language. Raises RenditionError for a typed one that no font carries."""
        own = self.html_lang.split("-")[0]
        chosen = [BY_CODE[code] for code in self.languages or [] if code in BY_CODE and code != own]
        typed = [
            typed_greeting(name=block.value["name"], text=block.value["text"], code=block.value.get("code") or "")
            for block in self.more
        ]
        return sorted(chosen, key=GREETINGS.index) + typed

    def content_context(self) -> dict:
        return {"greetings": self.greetings}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()
