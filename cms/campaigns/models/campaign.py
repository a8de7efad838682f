"""CampaignPage: a claim, and the people who stand for it."""

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.pages import BasePage
from cms.directory.blocks import OrganisationChooserBlock
from cms.renditions.renderable import Product, Renderable
from cms.renditions.selection import MailItem, Show

from .. import printing
from ..blocks import NumberBlock
from .releases import Release, ReleaseMedium

IN_A_MAIL = 6  # faces, unless an editor chooses others


class CampaignPage(Renderable, BasePage):
    """A public campaign such as “Wir sind Lindenau”."""

    class Colour(models.TextChoices):
        PETROL = "petrol", _("Petrol")
        POPPY = "poppy", _("Poppy red")
        PLUM = "plum", _("Plum")
        LEAF = "leaf", _("Leaf green")
        SKY = "sky", _("Sky blue")

    claim = models.TextField(
        _("claim"), max_length=60, help_text=_("For example “Wir sind Lindenau.” Press Enter where the line may break.")
    )
    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.PETROL)
    standfirst = models.TextField(_("standfirst"), blank=True)
    numbers = StreamField([("number", NumberBlock())], verbose_name=_("numbers"), blank=True, max_num=4)
    goals = models.TextField(_("goals"), blank=True, help_text=_("One per line."))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    call_title = models.CharField(_("call to take part"), max_length=80, blank=True, help_text=_("For example “Und Sie?”"))
    call_text = models.TextField(_("what to do"), blank=True, max_length=400)
    call_steps = models.TextField(_("steps"), blank=True, help_text=_("One per line."))
    call_label = models.CharField(_("label of the button"), max_length=60, blank=True)
    call_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("page the button leads to"),
    )
    submissions_open = models.BooleanField(
        _("people can take part with the form"), default=True, help_text=_("Then the button leads to the form.")
    )
    submissions_until = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day. Empty: no end."))
    partners = StreamField([("partner", OrganisationChooserBlock(label=_("Partner")))], verbose_name=_("partners"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("claim"), FieldRowPanel([FieldPanel("kicker"), FieldPanel("colour")]), FieldPanel("standfirst")],
            heading=_("Claim and look"),
        ),
        FieldPanel("numbers"),
        FieldPanel("goals"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("call_title"),
                FieldPanel("call_text"),
                FieldPanel("call_steps"),
                FieldRowPanel([FieldPanel("submissions_open"), FieldPanel("submissions_until")]),
                FieldRowPanel([FieldPanel("call_label"), PageChooserPanel("call_page")]),
            ],
            heading=_("Call to take part"),
        ),
        FieldPanel("partners"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("claim", "kicker", "standfirst", "body")),
        *(index.AutocompleteField(name) for name in ("claim", "kicker", "standfirst", "body")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("call_page", "submissions_open", "submissions_until")),
    ]
    admin_default_ordering = "ord"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["campaigns.TestimonialPage"]
    template = "campaigns/campaign_page.html"

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    @property
    def takes_part(self) -> bool:
        """Whether residents can send in their contribution today."""
        return self.submissions_open and (self.submissions_until is None or self.submissions_until >= timezone.localdate())

    @property
    def claim_lines(self) -> list[str]:
        return lines_of(self.claim)

    @property
    def goal_list(self) -> list[str]:
        return lines_of(self.goals)

    @property
    def step_list(self) -> list[str]:
        return lines_of(self.call_steps)

    @cached_property
    def testimonials(self) -> list:
        """Live testimonials in this language whose release has not ended, in the order of the tree."""
        if not self.path:
            return []
        from .testimonial import TestimonialPage  # it knows its campaign, not the other way round

        found = TestimonialPage.objects.child_of(self).live().filter(alias_of__isnull=True).order_by("path")
        found = found.select_related("portrait", "figure", "locale")
        people = self.with_releases(found.prefetch_related("portrait__renditions", "figure__renditions"))
        return [person for person in people if person.release and not person.release.has_ended]

    def with_releases(self, people) -> list:
        """The people of this campaign, each with what they have agreed to, in one query."""
        people = list(people)
        releases = {r.testimonial_key: r for r in Release.objects.filter(testimonial_key__in=[p.translation_key for p in people])}
        for person in people:
            person.campaign = self
            person.release = releases.get(person.translation_key)
        return people

    def faces(self, medium: str) -> list:
        """Those who have agreed to be shown in this medium."""
        return [person for person in self.testimonials if person.release and person.release.covers(medium)]

    def products(self) -> list[Product]:
        return printing.campaign_products()

    def parts_of(self, key: str) -> list[str]:
        return printing.parts_of(key, people=len(self.faces(printing.MEDIA[key]))) if key in printing.SETS else [key]

    def print_objections(self, product: Product) -> list:
        return printing.campaign_objections(self, product)

    announced = "new"

    def mail_items(self) -> list[MailItem]:
        """Faces: the first ones of the campaign, as many as a mail holds without getting long."""
        return [
            MailItem(
                str(person.translation_key), person.title, Show.TEASER if number < IN_A_MAIL else Show.OUT, page_id=person.pk
            )
            for number, person in enumerate(self.faces(ReleaseMedium.NEWSLETTER))
        ]

    def mail_objections(self, *, html: str) -> list:
        """Also about those who have left the site: a mail made before may still show them."""
        from .testimonial import TestimonialPage

        everybody = TestimonialPage.objects.child_of(self).filter(alias_of__isnull=True).order_by("path")
        return printing.mail_objections(self.with_releases(everybody), html=html)

    def content_context(self) -> dict:
        in_mail = self.faces(ReleaseMedium.NEWSLETTER)
        if self.mail_selection:
            by_key = {str(person.translation_key): person for person in in_mail}
            chosen = self.mail_selection.arrange(self.mail_items())
            in_mail = [by_key[item.key] for item, show in chosen if show != Show.OUT]
        else:
            in_mail = in_mail[:IN_A_MAIL]
        return {"campaign": self, "mail_faces": in_mail}

    def get_context(self, request, *args, **kwargs):
        """On the web only one page of the gallery is asked for."""
        from ..gallery import gallery_of

        gallery = gallery_of(self, request.GET)
        return super().get_context(request, *args, **kwargs) | {"campaign": self, "gallery": gallery}


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
