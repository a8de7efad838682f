"""What every form of this room stands on: the page people see, the form behind its languages, and the words they agreed to.

Own models and not wagtail.contrib.forms: docs/architecture.md says why.
"""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Site
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.pages import BasePage
from cms.core.shortlinks import short_url
from cms.renditions.formats import CARDS, POSTERS
from cms.renditions.renderable import Design, Product, Renderable


class Form(models.Model):
    """One form in all its languages. Who may read what people send is set here, so that whoever writes a page cannot."""

    class Kind(models.TextChoices):
        CONTACT = "contact", _("Contact form")
        VOLUNTEERS = "volunteers", _("Volunteers")
        IDEAS = "ideas", _("Idea box")
        SURVEY = "survey", _("Survey")
        CALL = "call", pgettext_lazy("participation", "Call")

    key = models.UUIDField(unique=True, editable=False)  # translation_key of the page
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, editable=False)
    title = models.CharField(_("title"), max_length=255, editable=False)
    site = models.ForeignKey(Site, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    groups = models.ManyToManyField(
        Group,
        blank=True,
        related_name="+",
        verbose_name=_("who may read the answers"),
        help_text=_("Members of these groups. Without a choice: everybody in the office who may read answers at all."),
    )
    notify_to = models.EmailField(
        _("tell this address"),
        blank=True,
        help_text=_("Where the office is told of something new. Empty: the council's address."),
    )

    class Meta:
        ordering = ["title"]
        verbose_name = _("form")
        verbose_name_plural = _("forms and who reads them")

    def __str__(self) -> str:
        return self.title


class ConsentWording(models.Model):
    """What people agreed to, word for word. A row never changes; a new wording is a new row."""

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["form", "language", "version"]
        constraints = [
            models.UniqueConstraint(fields=["form", "language", "version"], name="participation_wording_version"),
            models.UniqueConstraint(fields=["form", "language", "digest"], name="participation_wording_text"),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.version}"


class FormPage(Renderable, BasePage):
    """Abstract: a page with a form on it."""

    class Colour(models.TextChoices):
        POPPY = "poppy", _("Poppy red")
        PETROL = "petrol", _("Petrol")
        PLUM = "plum", _("Plum")
        LEAF = "leaf", _("Leaf green")
        SKY = "sky", _("Sky blue")

    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.PETROL)
    standfirst = models.TextField(_("standfirst"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    purpose = models.TextField(
        _("what we do with it"),
        max_length=400,
        blank=True,
        help_text=_("One or two plain sentences below the form. How long we keep it is added by itself."),
    )
    consent = models.TextField(
        _("what people agree to"),
        max_length=600,
        blank=True,
        help_text=_("Shown beside a tick that is never set beforehand. Every wording is kept. Empty: nobody has to tick."),
    )
    thanks = models.TextField(_("what they read afterwards"), max_length=400, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True, help_text=_("Empty: stays open."))

    form_kind: str  # of Form.Kind
    keeping = "keep_messages_days"  # the setting in “Data protection” that says how long answers stay

    text_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kicker"), FieldPanel("colour")]),
        FieldPanel("standfirst"),
        FieldPanel("body"),
    ]
    law_panels = [
        MultiFieldPanel(
            [FieldPanel("purpose"), FieldPanel("consent"), FieldPanel("thanks"), FieldPanel("closes_at")],
            heading=_("Around the form"),
        )
    ]
    content_panels = [*text_panels, *law_panels]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("standfirst", "body")),
        *(index.AutocompleteField(name) for name in ("standfirst", "body")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("colour", "closes_at")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "participation/form_page.html"

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        row, created = Form.objects.get_or_create(
            key=self.translation_key, defaults={"kind": self.form_kind, "title": self.title}
        )
        is_source = self.language_code == settings.LANGUAGE_CODE
        if created or is_source and (row.title != self.title or row.site_id is None):
            row.title, row.site = self.title, self.get_site()
            row.save(update_fields=["title", "site"])

    def clean(self):
        super().clean()
        if self.needs_consent and not self.consent:
            raise ValidationError({"consent": _("Here people leave what is personal: say what they agree to.")})

    needs_consent = False

    @cached_property
    def form(self) -> Form:
        return Form.objects.get(key=self.translation_key)

    @property
    def is_open(self) -> bool:
        return self.closes_at is None or self.closes_at > timezone.now()

    @cached_property
    def keep_days(self) -> int:
        """Days after which what people send is deleted by itself; 0: never."""
        from cms.core.data_protection import DataProtection

        return DataProtection.longest(self.keeping)

    @cached_property
    def address(self) -> str:
        """The short address in the QR code."""
        return short_url(page=self)

    def products(self) -> list[Product]:
        designs = (
            Design("poster", _("Colour, with large code"), "participation/poster.print.html"),
            Design("light", _("White, saves ink"), "participation/poster_light.print.html"),
        )
        sizes = ("poster-a4", *(size for size in POSTERS if size != "poster-a4"))
        return [
            Product.offer("poster", _("Notice with QR code"), formats=sizes, designs=designs),
            Product.offer("card", _("Card with QR code"), formats=CARDS, designs=designs),
        ]

    def content_context(self) -> dict:
        return {"address": self.address if self.pk else ""}

    def blank_form(self, data=None, **kwargs):
        """The form as it is shown, or with what somebody sent."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | self.content_context()
        if self.is_open:
            context["form"] = self.blank_form()
        return context
