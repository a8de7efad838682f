"""TestimonialPage: one person of a campaign, who says in one sentence why they are here."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.consent import mark_of
from cms.core.medium import Medium
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.core.typography import comma, local_digits
from cms.renditions.renderable import Product, Renderable

from .. import printing
from ..own_names import OWN_NAMES, RTL
from .campaign import CampaignPage
from .releases import ENDED, Release, ReleaseMedium

# What the person must have agreed to for a block in another page.
SHOWN_ELSEWHERE = {
    Medium.WEB: ReleaseMedium.WEB,
    Medium.PRINT: ReleaseMedium.PAPER,
    Medium.EMAIL: ReleaseMedium.NEWSLETTER,
}


def picture_field(label, **kwargs):
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


class ReleaseMissing(ValidationError):
    """The person has not agreed (any more) to be shown on the web site."""

    text = _("“%(name)s” is not published: there is no release for the web site. Record it under “Release”.")

    def __init__(self, *, name: str):
        super().__init__(self.text % {"name": name})

    def __str__(self) -> str:
        return self.messages[0]


class ApprovalMissing(ReleaseMissing):
    """The person was asked to look at it, and has not said yes to these words and pictures."""

    text = _("“%(name)s” is not published: the person has not approved it yet, or it was changed since. See “Release”.")


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
        if not self.age:
            return self.title
        return f"{self.title}{comma().rstrip()}\u00a0{local_digits(self.age)}"

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
        found = shown_in(ReleaseMedium.WEB).child_of(self.campaign).exclude(pk=self.pk).select_related("portrait", "locale")
        found = found.prefetch_related("portrait__renditions").order_by("path")
        after = list(found.filter(path__gt=self.path)[:most])
        return after + list(found.filter(path__lt=self.path)[: most - len(after)]) if len(after) < most else after

    @classmethod
    def get_indexed_objects(cls):
        """Whoever has taken their consent back is in no search, not even the office's."""
        ended = Release.objects.filter(state__in=ENDED).values("testimonial_key")
        return super().get_indexed_objects().exclude(translation_key__in=ended)

    def serve(self, request, *args, **kwargs):
        """As the release is at this moment, whatever the page's state."""
        if not (self.release and self.release.covers(ReleaseMedium.WEB)):
            raise Http404
        return super().serve(request, *args, **kwargs)

    def may_be_shown(self, medium: Medium) -> bool:
        """In somebody else's page, mail or paper (see TestimonialTeaserBlock), as things are at this moment."""
        return bool(self.live and self.release and self.release.covers(SHOWN_ELSEWHERE[medium.editorial]))

    @property
    def mark(self) -> str:
        """By which everything that shows this person is found again."""
        return mark_of(self.translation_key)

    def publish(self, revision, *args, **kwargs):
        """Raises ReleaseMissing without the person's release for the web site, ApprovalMissing before their yes to it."""
        from ..approval import stands_in_the_way  # it stands above the tables

        release = Release.objects.filter(testimonial_key=self.translation_key).first()  # as it is now, whatever was read before
        if release is None or not release.covers(ReleaseMedium.WEB):
            raise ReleaseMissing(name=self.title)
        if stands_in_the_way(self):
            raise ApprovalMissing(name=self.title)
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


def shown_in(medium: ReleaseMedium):
    """Live pages whose people have agreed to this medium, as things are today."""
    releases = Release.objects.filter(state=Release.State.GIVEN, media__icontains=f'"{medium.value}"')
    releases = releases.filter(Q(until=None) | Q(until__gte=timezone.localdate()))
    return TestimonialPage.objects.live().filter(alias_of=None, translation_key__in=releases.values("testimonial_key"))
