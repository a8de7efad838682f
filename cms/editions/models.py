"""The paper: PublicationPage → EditionPage → ArticlePage, and its sections. What is said, never how it looks."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock, EventsBlock
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.renditions.renderable import Product, Renderable


class Section(TranslatableMixin, models.Model):
    """A section (Rubrik) of the paper: its name in every language and its colour in every medium."""

    class Colour(models.TextChoices):
        LEAF = "leaf", _("Leaf green")
        PLUM = "plum", _("Plum")
        SKY = "sky", _("Sky blue")
        POPPY = "poppy", _("Poppy red")
        PETROL = "petrol", _("Petrol")

    name = models.CharField(_("name"), max_length=40)
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.LEAF)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("name"), FieldPanel("colour"), FieldPanel("sort_order")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "name"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.name


def picture_field(label, **kwargs):
    """A picture that is the same in every language; its alternative text is a field of its own, to be translated."""
    return models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label, **kwargs
    )


def alt_field():
    return models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )


class PublicationPage(Renderable, BasePage):
    """A paper that appears again and again, for example “Vielfalt”, twice a year."""

    class Sheet(models.TextChoices):
        A4 = "a4", _("A4")
        TABLOID = "tabloid", _("Tabloid 285 × 400 mm")

    class Nameplate(models.TextChoices):
        WORDMARK = "wordmark", _("Word mark with sun")
        PLAIN = "plain", _("Title in type")

    subtitle = models.CharField(_("subtitle"), max_length=160, blank=True)
    editions_per_year = models.PositiveSmallIntegerField(_("editions per year"), default=2)
    sheet = models.CharField(_("page format"), max_length=10, choices=Sheet.choices, default=Sheet.A4)
    nameplate = models.CharField(_("nameplate"), max_length=10, choices=Nameplate.choices, default=Nameplate.WORDMARK)
    print_run = models.PositiveIntegerField(_("print run"), default=0, help_text=_("Copies per edition."))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("subtitle"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("editions_per_year"), FieldPanel("print_run")]),
                FieldRowPanel([FieldPanel("sheet"), FieldPanel("nameplate")]),
            ],
            heading=_("The paper"),
        ),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("editions_per_year", "sheet", "nameplate", "print_run")),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["editions.EditionPage"]
    template = "editions/publication_page.html"

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def editions(self):
        """Live editions in this language, newest first."""
        editions = EditionPage.objects.child_of(self).live().filter(alias_of__isnull=True).order_by("-date", "-number")
        return editions.select_related("locale", "cover_image").prefetch_related("cover_image__renditions")

    def content_context(self) -> dict:
        return {"editions": list(self.editions())}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


class EditionPage(Renderable, BasePage):
    """One edition of a paper."""

    number = models.PositiveIntegerField(_("number"))
    season = models.CharField(_("season"), max_length=40, help_text=_("As readers say it, for example “Herbst 2026”."))
    date = models.DateField(_("date of publication"))
    editorial_deadline = models.DateField(_("editorial deadline"), null=True, blank=True)
    print_date = models.DateField(_("goes to the printer on"), null=True, blank=True)

    headline = models.CharField(_("headline"), max_length=200, blank=True, help_text=_("What this edition is about."))
    standfirst = models.TextField(_("standfirst"), blank=True)
    cover_image = picture_field(_("cover picture"))
    cover_alt = alt_field()
    cover_caption = models.CharField(_("caption"), max_length=300, blank=True)

    letter = models.TextField(_("letter to the readers"), blank=True, help_text=_("A blank line starts a new paragraph."))
    letter_name = models.CharField(_("signed by"), max_length=80, blank=True)
    letter_role = models.CharField(_("function"), max_length=120, blank=True)
    letter_image = picture_field(_("portrait"))

    events = StreamField(EventsBlock(), verbose_name=_("dates"), blank=True)
    back_page = StreamField(BodyBlock(), verbose_name=_("back page"), blank=True)
    legal_note = models.TextField(
        _("legal notice of this edition"),
        blank=True,
        help_text=_("Added to the council's legal notice: drawings, print run, paper …"),
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("season"), FieldPanel("date")]),
                FieldRowPanel([FieldPanel("editorial_deadline"), FieldPanel("print_date")]),
            ],
            heading=_("This edition"),
        ),
        MultiFieldPanel([FieldPanel("headline"), FieldPanel("standfirst")], heading=_("What it is about")),
        MultiFieldPanel([FieldPanel("cover_image"), FieldPanel("cover_alt"), FieldPanel("cover_caption")], heading=_("Cover")),
        MultiFieldPanel(
            [
                FieldPanel("letter"),
                FieldRowPanel([FieldPanel("letter_name"), FieldPanel("letter_role")]),
                FieldPanel("letter_image"),
            ],
            heading=_("Letter to the readers"),
        ),
        FieldPanel("events"),
        FieldPanel("back_page"),
        FieldPanel("legal_note"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("headline", "standfirst", "letter")),
        *(index.AutocompleteField(name) for name in ("headline", "standfirst", "letter")),  # finds words by their beginning
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name)
            for name in (
                "number",
                "date",
                "editorial_deadline",
                "print_date",
                "cover_image",
                "letter_name",
                "letter_image",
            )
        ),
    ]
    admin_default_ordering = "ord"  # articles in the paper's order, movable by drag and drop
    parent_page_types = ["editions.PublicationPage"]
    subpage_types = ["editions.ArticlePage"]
    template = "editions/edition_page.html"

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    @cached_property
    def publication(self) -> PublicationPage:
        return PublicationPage.objects.select_related("locale").get(path=self.path[: -self.steplen])

    def products(self) -> list[Product]:
        # An edition that is just being written has no place in the tree yet, and so no publication.
        sheet = self.publication.sheet if self.path else PublicationPage.Sheet.A4
        return [Product(key="paper", label=_("Paper"), sheet=sheet, template="editions/edition_page.print.html")]

    def printed_on_publish(self) -> list:
        return [self]

    @cached_property
    def articles(self) -> list["ArticlePage"]:
        """Live articles in this language, in the order of the source edition, each with its `section_here`."""
        found = list(
            ArticlePage.objects.child_of(self)
            .live()
            .filter(alias_of__isnull=True)  # an alias would show the article in another language
            .select_related("lead_image", "section", "locale")
            .prefetch_related("lead_image__renditions")
        )
        if self.locale.language_code != settings.LANGUAGE_CODE:
            self._sort_like_source(found)
        foreign = [
            article.section.translation_key
            for article in found
            if article.section_id and article.section.locale_id != self.locale_id
        ]
        names = {}
        if foreign:
            names = {
                section.translation_key: section
                for section in Section.objects.filter(locale_id=self.locale_id, translation_key__in=foreign)
            }
        for article in found:
            article.section_here = names.get(article.section.translation_key, article.section) if article.section else None
            article.edition = self
        return found

    def _sort_like_source(self, articles: list["ArticlePage"]) -> None:
        """Translations keep the order of the source edition, whatever order they were made in."""
        keys = [article.translation_key for article in articles]
        source = ArticlePage.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
        position = {key: place for place, key in enumerate(source.order_by("path").values_list("translation_key", flat=True))}
        articles.sort(key=lambda article: (position.get(article.translation_key, len(position)), article.path))

    def lead(self) -> "ArticlePage | None":
        """The article that opens page 1: the one marked so, else the first."""
        return next((a for a in self.articles if a.front == ArticlePage.Front.LEAD), self.articles[0] if self.articles else None)

    def cover(self) -> dict | None:
        """The picture of page 1 with its words: the edition's own, else the lead story's. None: neither has one."""
        if self.cover_image:
            return {"image": self.cover_image, "alt": self.cover_alt, "caption": self.cover_caption}
        lead = self.lead()
        if lead and lead.lead_image:
            return {"image": lead.lead_image, "alt": lead.lead_alt, "caption": lead.lead_caption}
        return None

    def teasers(self) -> list["ArticlePage"]:
        return [a for a in self.articles if a.front == ArticlePage.Front.TEASER and a != self.lead()]

    def by_section(self) -> list[tuple["Section | None", list["ArticlePage"]]]:
        """Articles grouped by section, sections in their own order, articles in the edition's order."""
        groups: dict = {}
        for article in self.articles:
            groups.setdefault(article.section_here, []).append(article)
        return sorted(groups.items(), key=lambda item: (item[0] is None, item[0].sort_order if item[0] else 0))

    def content_context(self) -> dict:
        return {
            "edition": self,
            "publication": self.publication,
            "articles": self.articles,
            "lead": self.lead(),
            "cover": self.cover(),
            "teasers": self.teasers(),
            "sections": self.by_section(),
        }

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


class ArticlePage(Renderable, BasePage):
    """One article of an edition."""

    class Front(models.TextChoices):
        LEAD = "lead", _("Lead story")
        TEASER = "teaser", _("Teaser")
        NONE = "none", _("Not on page 1")

    section = models.ForeignKey(
        Section, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("section")
    )
    front = models.CharField(_("on page 1"), max_length=8, choices=Front.choices, default=Front.NONE)
    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True)
    byline = models.CharField(_("byline"), max_length=120, blank=True, help_text=_("Who wrote it."))
    lead_image = picture_field(_("lead picture"))
    lead_alt = alt_field()
    lead_caption = models.CharField(_("caption"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("section"), FieldPanel("front")]),
        FieldPanel("kicker"),
        FieldPanel("standfirst"),
        FieldPanel("byline"),
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_alt"), FieldPanel("lead_caption")], heading=_("Lead picture")
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("kicker", "standfirst", "byline", "body")),
        *(index.AutocompleteField(name) for name in ("kicker", "standfirst", "byline", "body")),  # finds words by their beginning
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("section", "front", "byline", "lead_image")),
    ]
    parent_page_types = ["editions.EditionPage"]
    subpage_types: list[str] = []
    template = "editions/article_page.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @cached_property
    def edition(self) -> EditionPage:
        return EditionPage.objects.select_related("locale", "cover_image").get(path=self.path[: -self.steplen])

    @cached_property
    def section_here(self) -> Section | None:
        """The section in this article's language."""
        if self.section is None or self.section.locale_id == self.locale_id:
            return self.section
        return (
            Section.objects.filter(translation_key=self.section.translation_key, locale_id=self.locale_id).first() or self.section
        )

    def products(self) -> list[Product]:
        return [Product(key="sheet", label=_("Single sheet"), sheet="a4", template="editions/article_page.print.html")]

    def printed_on_publish(self) -> list:
        return [self.edition]

    def clean(self):
        super().clean()
        if self.lead_image and not self.lead_alt:
            raise ValidationError({"lead_alt": _("Please say what the picture shows: some readers hear it.")})

    def content_context(self) -> dict:
        return {"article": self, "edition": self.edition, "section": self.section_here}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()
