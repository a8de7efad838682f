"""Organisations: associations, schools, advice centres, employers. Each stands here once, whatever page names it."""

from django.core.files.base import ContentFile
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from .. import logos
from .entries import CHECK_PANEL, FOUND_PANEL, REACH_PANEL, SEARCHED, Entry, facts, picture_field


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
        REACH_PANEL,
        FieldPanel("url"),
        FOUND_PANEL,
        CHECK_PANEL,
        MultiFieldPanel([FieldPanel("logo_file"), FieldPanel("logo_image")], heading=_("Logo")),
    ]
    search_fields = [*SEARCHED, index.FilterField("kind")]
    shared = (*Entry.shared, "kind", "url", "logo_file", "logo_image")
    override_translatable_fields = facts(*shared)

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        permissions = [
            ("view_network", _("Can see the network directory with internal entries")),
            ("import_entries", _("Can import and export the directory")),
        ]

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
