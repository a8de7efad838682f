"""People that pages name: signatories, speakers, contact persons, members of the council."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from .entries import CHECK_PANEL, FOUND_PANEL, REACH_PANEL, SEARCHED, Entry, Visibility, facts, picture_field
from .organisations import Organisation


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
    visibility = models.CharField(_("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.NAMED)
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
        FieldPanel("helps_with"),
        REACH_PANEL,
        FOUND_PANEL,
        CHECK_PANEL,
    ]
    search_fields = [*SEARCHED, index.SearchField("function")]
    shared = (*Entry.shared, "organisation", "greeting_name", "portrait", "signature")
    override_translatable_fields = facts(*shared)

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    @property
    def signed_name(self) -> str:
        return self.greeting_name or self.name
