"""CampaignPage → TestimonialPage: a claim, and people who say in one sentence why they are here."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, PageChooserPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.directory.blocks import OrganisationChooserBlock
from cms.renditions.renderable import Product, Renderable
from cms.renditions.selection import MailItem, Show

from .. import printing
from ..blocks import NumberBlock
from ..own_names import OWN_NAMES, RTL
from .releases import Release, ReleaseMedium

IN_A_MAIL = 6  # faces, unless an editor chooses others


def picture_field(label, **kwargs):
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


class ReleaseMissing(ValidationError):
    """The person has not agreed (any more) to be shown on the web site."""

    def __init__(self, *, name: str):
        text = _("“%(name)s” is not published: there is no release for the web site. Record it under “Release”.")
        super().__init__(text % {"name": name})

    def __str__(self) -> str:
        return self.messages[0]


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
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("call_page")]
    admin_default_ordering = "ord"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["campaigns.TestimonialPage"]
    template = "campaigns/campaign_page.html"

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

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
    def testimonials(self) -> list["TestimonialPage"]:
        """Live testimonials in this language, in the order of the tree."""
        if not self.path:
            return []
        found = TestimonialPage.objects.child_of(self).live().filter(alias_of__isnull=True).order_by("path")
        found = found.select_related("portrait", "figure", "locale")
        return self.with_releases(found.prefetch_related("portrait__renditions", "figure__renditions"))

    def with_releases(self, people) -> list["TestimonialPage"]:
        """The people of this campaign, each with what they have agreed to, in one query."""
        people = list(people)
        releases = {r.testimonial_key: r for r in Release.objects.filter(testimonial_key__in=[p.translation_key for p in people])}
        for person in people:
            person.campaign = self
            person.release = releases.get(person.translation_key)
        return people

    def faces(self, medium: str) -> list["TestimonialPage"]:
        """Those who have agreed to be shown in this medium."""
        return [person for person in self.testimonials if person.release and person.release.covers(medium)]

    def products(self) -> list[Product]:
        return printing.campaign_products()

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
        return {"campaign": self, "testimonials": self.testimonials, "mail_faces": in_mail}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


class TestimonialPage(Renderable, BasePage):
    """One person of a campaign. The title is the name, as the person wants it."""

    __test__ = False  # no test class, whatever pytest makes of the name

    class Topic(models.TextChoices):
        WORK = "work", _("Work")
        LEARNING = "learning", _("School and learning")
        NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
        CULTURE = "culture", _("Culture")
        SPORT = "sport", _("Sport")
        CARE = "care", _("Health and care")

    line = models.CharField(
        _("who this is"),
        max_length=120,
        help_text=_("One line, for example “Bäckermeisterin in der Färbergasse, seit 2011 hier”."),
    )
    statement = models.CharField(
        _("statement"),
        max_length=90,
        help_text=_("One sentence for posters and advertisements, at most 90 characters, without quotation marks."),
    )
    long_statement = models.TextField(
        _("longer statement"), max_length=420, blank=True, help_text=_("Two or three sentences, for boards and the web.")
    )
    original_language = models.CharField(_("said in"), max_length=4, choices=OWN_NAMES, default="de")
    original_statement = models.CharField(
        _("statement in the original"), max_length=140, blank=True, help_text=_("If it was not said in German.")
    )
    age = models.PositiveSmallIntegerField(_("age"), null=True, blank=True)
    origin = models.CharField(_("comes from"), max_length=80, blank=True)
    languages = models.CharField(_("speaks"), max_length=120, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)
    topic = models.CharField(_("topic"), max_length=14, choices=Topic.choices, blank=True)
    portrait = picture_field(_("portrait"), help_text=_("Face and shoulders, 4:5, at least 2400 pixels high for large posters."))
    portrait_alt = models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )
    figure = picture_field(_("person cut out"), help_text=_("The same person on a transparent ground (PNG), for posters."))
    body = StreamField(BodyBlock(), verbose_name=_("story or interview"), blank=True)

    content_panels = [
        TitleFieldPanel("title", help_text=_("The name as the person wants it.")),
        MultiFieldPanel(
            [
                FieldPanel("statement"),
                FieldPanel("long_statement"),
                FieldRowPanel([FieldPanel("original_language"), FieldPanel("original_statement")]),
            ],
            heading=_("What is said"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("line"),
                FieldRowPanel([FieldPanel("age"), FieldPanel("origin"), FieldPanel("languages")]),
                FieldRowPanel([FieldPanel("district"), FieldPanel("topic")]),
            ],
            heading=_("The person"),
            help_text=_("Only what the person wants to tell."),
        ),
        MultiFieldPanel([FieldPanel("portrait"), FieldPanel("portrait_alt"), FieldPanel("figure")], heading=_("Portrait")),
        FieldPanel("body"),
        HelpPanel(_("Nothing of this is published without the person's release. Record it with the button “Release” above.")),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("line", "statement", "long_statement", "body")),
        *(index.AutocompleteField(name) for name in ("line", "statement", "long_statement", "body")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("original_statement", "age", "district", "portrait", "figure")),
    ]
    parent_page_types = ["campaigns.CampaignPage"]
    subpage_types: list[str] = []
    template = "campaigns/testimonial_page.html"

    class Meta:
        verbose_name = _("testimonial")
        verbose_name_plural = _("testimonials")

    @cached_property
    def campaign(self) -> CampaignPage:
        return CampaignPage.objects.select_related("locale").get(path=self.path[: -self.steplen])

    @cached_property
    def release(self) -> Release | None:
        return Release.objects.filter(testimonial_key=self.translation_key).first()

    @property
    def name(self) -> str:
        return self.title

    @property
    def name_and_age(self) -> str:
        return f"{self.title},\u00a0{self.age}" if self.age else self.title

    @property
    def original(self) -> dict | None:
        """The words as they were said, if that was in another language than this page's."""
        if not self.original_statement or self.original_language == self.language_code.split("-")[0]:
            return None
        code = self.original_language
        return {
            "text": self.original_statement,
            "lang": code,
            "dir": "rtl" if code in RTL else "ltr",
            "name": dict(OWN_NAMES)[code],
        }

    def others(self, most: int = 4) -> list["TestimonialPage"]:
        """Who follows in the campaign, round to its beginning."""
        people = self.campaign.testimonials
        place = next((number for number, person in enumerate(people) if person.pk == self.pk), -1)
        return [person for person in people[place + 1 :] + people[: max(place, 0)] if person.pk != self.pk][:most]

    def publish(self, revision, *args, **kwargs):
        """Raises ReleaseMissing without the person's release for the web site."""
        release = Release.objects.filter(testimonial_key=self.translation_key).first()  # as it is now, whatever was read before
        if release is None or not release.covers(ReleaseMedium.WEB):
            raise ReleaseMissing(name=self.title)
        return super().publish(revision, *args, **kwargs)

    def clean(self):
        super().clean()
        if self.portrait and not self.portrait_alt:
            raise ValidationError({"portrait_alt": _("Describe the picture for people who cannot see it.")})

    def products(self) -> list[Product]:
        return printing.testimonial_products()

    def print_objections(self, product: Product) -> list:
        return printing.release_objections([self], medium=printing.MEDIA[product.key])

    def mail_objections(self, *, html: str) -> list:
        """The mail is this person's: without a release it cannot leave, whatever is in it."""
        return printing.release_objections([self], medium=ReleaseMedium.NEWSLETTER)

    def content_context(self) -> dict:
        campaign = self.campaign if self.path else None
        return {"person": self, "campaign": campaign, "others": self.others() if campaign else []}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
