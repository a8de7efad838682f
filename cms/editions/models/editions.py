"""EditionPage: one edition of a paper, with its articles in order."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock, EventsBlock
from cms.core.pages import BasePage
from cms.renditions.errors import RenditionError
from cms.renditions.newspapers import sheet_of
from cms.renditions.renderable import Product, Renderable
from cms.renditions.selection import MailItem, Show

from .articles import ArticlePage
from .fields import alt_field, picture_field
from .publications import PublicationPage
from .sections import Section


def validate_page_limit(pages: int) -> None:
    """A folded paper has a multiple of four pages."""
    if pages < 4 or pages % 4:
        raise ValidationError(_("A folded paper has 4, 8, 12 … pages."))


class EditionPage(Renderable, BasePage):
    """One edition of a paper."""

    number = models.PositiveIntegerField(_("number"))
    season = models.CharField(_("season"), max_length=40, help_text=_("As readers say it, for example “Herbst 2026”."))
    date = models.DateField(_("date of publication"))
    editorial_deadline = models.DateField(_("editorial deadline"), null=True, blank=True)
    print_date = models.DateField(_("goes to the printer on"), null=True, blank=True)

    page_limit = models.PositiveSmallIntegerField(
        _("at most so many pages"),
        null=True,
        blank=True,
        validators=[validate_page_limit],
        help_text=_("On paper. What does not fit is named in the flatplan, never cut. Empty: as many as the articles need."),
    )

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
    ads = ParentalManyToManyField(
        "renditions.ReadyMadeAd",
        blank=True,
        limit_choices_to={"state": "usable"},
        related_name="+",
        verbose_name=_("ready-made advertisements"),
        help_text=_("On paper only, at the size they are booked at. They are checked under Print → Ready-made ads."),
    )
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
                FieldRowPanel([FieldPanel("editorial_deadline"), FieldPanel("print_date"), FieldPanel("page_limit")]),
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
        FieldPanel("ads", widget=CheckboxSelectMultiple),
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
                "page_limit",
                "ads",
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

    def printed_pages(self) -> list:
        return [self, *self.articles]

    is_draft = False  # the object at hand is being planned: its articles may be unpublished, see as_draft()

    def as_draft(self) -> "EditionPage":
        self.is_draft = True
        self.__dict__.pop("articles", None)
        return self

    @cached_property
    def articles(self) -> list["ArticlePage"]:
        """Articles in this language, in the order of the source edition, each with its `section_here`: the live ones, or for a
        draft all in their newest version."""
        children = ArticlePage.objects.child_of(self).filter(alias_of__isnull=True)  # an alias would be in another language
        found = list(
            (children if self.is_draft else children.live())
            .select_related("lead_image", "section", "locale")
            .prefetch_related("lead_image__renditions")
        )
        if self.is_draft:
            found = [article.get_latest_revision_as_object() for article in found]
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

    def reserve(self) -> list["ArticlePage"]:
        """What is printed only where there is room; the paper names the rest."""
        return [
            article
            for article in self.articles
            if article.print_shape == ArticlePage.PrintShape.RESERVE and article != self.lead()
        ]

    def ad_rows(self) -> list[list]:
        """Usable ready-made advertisements in rows as wide as the paper's type area. Raises RenditionError if one is wider."""
        sheet = sheet_of(self.products()[0].sheet)
        rows: list[list] = []
        room = 0.0
        for ad in self.ads.filter(state="usable").order_by("-height", "pk"):
            if ad.width > sheet.content_width + 0.5:
                message = _("The advertisement “%(ad)s” is %(width)s mm wide; the paper has room for %(room)s mm.")
                raise RenditionError(message % {"ad": ad, "width": ad.width, "room": int(sheet.content_width)})
            if not rows or room < ad.width:
                rows.append([])
                room = sheet.content_width + 0.5
            rows[-1].append(ad)
            room -= ad.width + sheet.gutter
        return rows

    mail_fields = (("letter", _("Letter to the readers")),)
    announced = "new"

    def mail_items(self) -> list[MailItem]:
        """Articles as the mail has them: the lead, the teasers, and the titles of the rest."""
        lead, teasers = self.lead(), self.teasers()
        rest = [article for article in self.articles if article != lead and article not in teasers]
        shows = (Show.FULL, Show.TEASER, Show.LINE, Show.OUT)
        rows = [(article, Show.TEASER) for article in ([lead] if lead else []) + teasers] + [(a, Show.LINE) for a in rest]
        return [MailItem(str(a.translation_key), a.title, show, shows, page_id=a.pk) for a, show in rows]

    def _selected(self) -> dict:
        """Articles for one mail, each with `mail_show`, in the editor's order; the first one is the lead."""
        by_key = {str(article.translation_key): article for article in self.articles}
        stories, lines = [], []
        for item, show in self.mail_selection.arrange(self.mail_items()):
            article = by_key[item.key]
            article.mail_show = show.value
            if show in (Show.FULL, Show.TEASER):
                stories.append(article)
            elif show == Show.LINE:
                lines.append(article)
        return {"articles": stories + lines, "lead": stories[0] if stories else None, "teasers": stories[1:]}

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
            **(self._selected() if self.mail_selection else {}),
        }

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()
