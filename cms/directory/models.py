"""People and organisations that pages name: partners, signatories, speakers, contact points. Each stands here once."""

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.models import CouncilImage

from . import logos


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Only for the office")


def picture_field(label, **kwargs):
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


class Entry(index.Indexed, TranslatableMixin, models.Model):
    """Abstract. What people and organisations share; shown in the reader's language where it is translated."""

    name = models.CharField(_("name"), max_length=160)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    languages = models.CharField(
        _("languages spoken"), max_length=160, blank=True, help_text=_("For example: Deutsch, Türkisch, Arabisch")
    )
    district = models.CharField(_("district"), max_length=80, blank=True)
    visibility = models.CharField(_("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)

    synchronized = ("name", "phone", "email", "district", "visibility")

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def here(self):
        """This entry in the active language, else as it is."""
        code = translation.get_language() or settings.LANGUAGE_CODE
        if self.locale.language_code == code:
            return self
        kind = type(self)
        return kind.objects.filter(translation_key=self.translation_key, locale__language_code=code).first() or self


class Organisation(Entry):
    class Kind(models.TextChoices):
        ADMINISTRATION = "administration", _("Town or public office")
        ASSOCIATION = "association", _("Association")
        COUNSELLING = "counselling", _("Advice and counselling")
        EDUCATION = "education", _("School or education")
        HEALTH = "health", _("Health")
        FAITH = "faith", _("Religious community")
        BUSINESS = "business", _("Business")
        FUNDER = "funder", _("Funding body")
        OTHER = "other", _("Other")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.OTHER)
    helps_with = models.CharField(
        _("helps with"), max_length=200, blank=True, help_text=_("What people come for: papers, German courses, a flat …")
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    hours = models.CharField(_("opening hours"), max_length=160, blank=True)
    url = models.URLField(_("web address"), blank=True)
    logo_file = models.FileField(
        _("logo as drawing"),
        upload_to="logos/",
        blank=True,
        validators=[logos.validate],
        help_text=_("SVG or PDF: printed sharp at any size. It is checked and cleaned when you save."),
    )
    logo_image = picture_field(_("logo as picture"), help_text=_("If there is no drawing. E-mails show this one."))

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldPanel("helps_with"),
        MultiFieldPanel([FieldPanel("logo_file"), FieldPanel("logo_image")], heading=_("Logo")),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("url"),
                FieldRowPanel([FieldPanel("hours"), FieldPanel("languages")]),
                FieldRowPanel([FieldPanel("district"), FieldPanel("visibility")]),
            ],
            heading=_("How to reach it"),
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("helps_with"),
        index.FilterField("kind"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields = [
        SynchronizedField(name) for name in (*Entry.synchronized, "kind", "address", "url", "logo_file", "logo_image")
    ]

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def save(self, *args, **kwargs):
        """A new drawing is cleaned first. Raises logos.LogoError for one that cannot be used."""
        if self.logo_file and not self.logo_file._committed:
            self.logo_file.seek(0)
            clean = logos.drawing(self.logo_file.read())
            name = self.logo_file.name.rpartition("/")[2].rpartition(".")[0] or "logo"
            self.logo_file = ContentFile(clean.encode(), name=f"{name}.svg")
        super().save(*args, **kwargs)

    @cached_property
    def logo(self) -> logos.Logo | None:
        """The drawing, ready to stand in a page; None if there is none or its file is gone."""
        return logos.stored(self.logo_file)


class Person(Entry):
    function = models.CharField(_("function"), max_length=160, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="people", verbose_name=_("organisation")
    )
    greeting_name = models.CharField(
        _("name below a greeting"),
        max_length=160,
        blank=True,
        help_text=_("With titles, as it stands below a greeting or letter. If empty, the name."),
    )
    helps_with = models.CharField(_("helps with"), max_length=200, blank=True)
    portrait = picture_field(_("portrait"))
    portrait_alt = models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )
    signature = picture_field(_("signature"), help_text=_("Scanned in black on white, for letters and greetings."))

    panels = [
        FieldPanel("name"),
        FieldPanel("greeting_name"),
        FieldRowPanel([FieldPanel("function"), FieldPanel("organisation")]),
        MultiFieldPanel([FieldPanel("portrait"), FieldPanel("portrait_alt"), FieldPanel("signature")], heading=_("Pictures")),
        MultiFieldPanel(
            [
                FieldPanel("helps_with"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("languages"), FieldPanel("district")]),
                FieldPanel("visibility"),
            ],
            heading=_("How to reach them"),
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("function"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields = [
        SynchronizedField(name) for name in (*Entry.synchronized, "organisation", "greeting_name", "portrait", "signature")
    ]

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    @property
    def signed_name(self) -> str:
        return self.greeting_name or self.name
