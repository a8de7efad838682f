"""Documents of the council: resolutions, minutes, agendas, the mission statement. One document, one PDF for each language.

Files lie in the private folder and leave it only through a view (library/views.py) that knows who may see what.
"""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index

from cms.core.context import html_lang
from cms.core.folding import fold
from cms.core.full_text import words_of

from ..library.advice import LAMPS, Accessibility, advice, state_of
from ..library.checking import PAGE_BREAK, DocumentError, look_at
from ..library.wording import FLAGS, Kind
from .entries import here_all
from .mandates import Committee

LONGEST_SLUG = 80


def document_storage():
    """Never below MEDIA_ROOT: internal documents lie here as well."""
    return FileSystemStorage(location=settings.PRIVATE_ROOT, base_url=None)


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


def source_language() -> dict[str, str]:
    """For a choice among what is translated: one entry of each."""
    return {"locale__language_code": settings.LANGUAGE_CODE}


class DocumentTopic(TranslatableMixin, models.Model):
    """What documents are about. Not a topic of the newsletter."""

    name = models.CharField(_("name"), max_length=60)

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("topic of documents")
        verbose_name_plural = _("topics of documents")

    def __str__(self) -> str:
        return self.name


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Only for the office")


class DocumentQuerySet(models.QuerySet):
    def public(self):
        return self.filter(public_since__lte=timezone.now())


@dataclass(frozen=True)
class About:
    """What a document is about, and the language in which that is said."""

    text: str
    html_lang: str


class LibraryDocument(ClusterableModel):
    Kind = Kind

    kind = models.CharField(_("kind of document"), max_length=12, choices=Kind.choices, default=Kind.RESOLUTION)
    committee = models.ForeignKey(
        Committee,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        limit_choices_to=source_language,
        verbose_name=_("committee"),
    )
    body = models.CharField(
        _("council or other body"), max_length=120, blank=True, help_text=_("If it does not come from one of the committees.")
    )
    number = models.CharField(_("number"), max_length=40, blank=True)
    date = models.DateField(_("date of the document"), default=timezone.localdate)
    title = models.CharField(_("title"), max_length=255)
    slug = models.SlugField(max_length=LONGEST_SLUG, unique=True, editable=False)
    summary = models.TextField(_("what it is about"), blank=True)
    topics = ParentalManyToManyField(
        DocumentTopic, verbose_name=_("topics"), blank=True, related_name="documents", limit_choices_to=source_language
    )
    for_budget = models.BooleanField(_("relevant for the budget"), default=False)
    for_integration = models.BooleanField(_("relevant for integration"), default=False)
    for_gender = models.BooleanField(_("relevant for gender equality"), default=False)
    visibility = models.CharField(_("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)
    internal_until = models.DateField(_("internal until"), null=True, blank=True)
    public_since = models.DateTimeField(null=True, editable=False, db_index=True)
    review_on = models.DateField(_("review on"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who looks after it"),
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-pk"]
        verbose_name = _("document of the council")
        verbose_name_plural = _("documents of the council")
        indexes = [models.Index(fields=["-date", "-id"], name="document_newest_first")]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}" if self.number else self.title

    def save(self, *args, **kwargs):
        self.slug = self.slug or free_slug(f"{self.number} {self.title}")
        self.public_since = self.becomes_public()
        if self.committee_id:
            self.body = ""
        super().save(*args, **kwargs)

    def becomes_public(self) -> datetime.datetime | None:
        """When everybody may read it; what is public already keeps its moment, because feeds are ordered by it."""
        if self.visibility != Visibility.PUBLIC:
            return None
        now = timezone.now()
        if self.internal_until and self.internal_until > timezone.localdate():
            return timezone.make_aware(datetime.datetime.combine(self.internal_until, datetime.time()))
        return self.public_since if self.public_since and self.public_since <= now else now

    @property
    def is_public(self) -> bool:
        return bool(self.public_since and self.public_since <= timezone.now())

    @property
    def flags(self) -> list[str]:
        """What it is relevant for, in words."""
        return [name for flag, name in FLAGS.items() if getattr(self, f"for_{flag}")]

    @cached_property
    def body_name(self) -> str:
        """Whose document it is: the committee in the active language, else the body as it was typed."""
        return self.committee.here.name if self.committee else self.body

    @property
    def about(self) -> About:
        """In the active language where somebody wrote it, else in the site's own."""
        code = translation.get_language()
        text = next((row.text for row in self.summaries.all() if row.language == code), "")
        return About(text, html_lang(code)) if text else About(self.summary, html_lang(settings.LANGUAGE_CODE))

    def version(self, language: str = "") -> "DocumentVersion | None":
        """In this language (else the active one), else the site's own, else any."""
        wanted = [language or translation.get_language(), settings.LANGUAGE_CODE]
        by_language = {version.language: version for version in self.versions.all()}
        return next((by_language[code] for code in wanted if code in by_language), next(iter(by_language.values()), None))


def name_bodies(documents: list[LibraryDocument]) -> None:
    """Fill `body_name` of all of them with one query."""
    named = [document for document in documents if document.committee]
    for document, committee in zip(named, here_all([document.committee for document in named]), strict=True):
        document.body_name = committee.name


def address_of(text: str) -> str:
    """In plain letters: IR 12/2026 Gärten → ir-12-2026-gaerten."""
    return slugify(fold(text).replace("/", " ").replace(".", " "))


def free_slug(text: str) -> str:
    """An address nobody has yet; it never changes again, because it is printed and linked."""
    wanted = address_of(text)[: LONGEST_SLUG - 6].strip("-") or "dokument"
    taken = set(LibraryDocument.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    names = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(name for name in names if name not in taken)


def file_path(version: "DocumentVersion", _filename: str) -> str:
    return f"library/{version.document.slug}-{version.language}.pdf"


class DocumentVersion(index.Indexed, Orderable):
    """The document in one language: its title there and its PDF, with what was found in it."""

    document = ParentalKey(LibraryDocument, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(_("language"), max_length=12, choices=languages, default=settings.LANGUAGE_CODE)
    title = models.CharField(_("title in this language"), max_length=255, blank=True)
    file = models.FileField(_("PDF"), storage=document_storage, upload_to=file_path, max_length=200)
    text = models.TextField(editable=False, blank=True)
    facts = models.JSONField(editable=False, default=dict)
    accessibility = models.CharField(
        _("accessibility"), max_length=6, choices=Accessibility.choices, default=Accessibility.GAPS, editable=False
    )
    page_count = models.PositiveIntegerField(editable=False, default=0)
    size = models.PositiveIntegerField(editable=False, default=0)
    checksum = models.CharField(max_length=64, editable=False, blank=True)
    uploaded_at = models.DateTimeField(editable=False, default=timezone.now)

    search_fields = [
        index.AutocompleteField("heading"),
        index.AutocompleteField("reference"),
        index.AutocompleteField("text"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        constraints = [models.UniqueConstraint(fields=["document", "language"], name="one_file_per_language")]

    def __str__(self) -> str:
        return f"{self.document} ({self.language})"

    @property
    def heading(self) -> str:
        return self.title or self.document.title

    def reference(self) -> str:
        """For the search: a number is typed with and without its signs. What it is about counts in every language."""
        number = self.document.number
        summaries = [self.document.summary, *(row.text for row in self.document.summaries.all())]
        return " ".join([number, *words_of(number), *summaries])

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            try:
                self.look()
            except DocumentError as error:
                raise DocumentError({"file": error.messages}) from error

    def look(self) -> None:
        """Open the new file and remember what is in it. Raises DocumentError."""
        self.file.seek(0)
        found = look_at(self.file.read())
        self.file.seek(0)
        self.text, self.facts, self.page_count = found.text, found.facts, found.page_count
        self.size, self.checksum, self.uploaded_at = found.size, found.checksum, timezone.now()
        self._looked_at = self.file.file

    def save(self, *args, **kwargs):
        """Raises DocumentError for a file that cannot be kept."""
        before = ""
        if self.file and not self.file._committed:
            if getattr(self, "_looked_at", None) is not self.file.file:
                self.look()
            before = DocumentVersion.objects.filter(pk=self.pk).values_list("file", flat=True).first() or ""
        if self.facts:
            self.accessibility = state_of(self.facts, language=self.language)
        super().save(*args, **kwargs)
        if before and before != self.file.name:
            transaction.on_commit(lambda: document_storage().delete(before))

    @property
    def lamp(self):
        return LAMPS[Accessibility(self.accessibility)]

    @property
    def advice(self) -> list[str]:
        return advice(self.facts, language=self.language) if self.facts else []

    @property
    def has_text(self) -> bool:
        return self.accessibility != Accessibility.SCAN

    @property
    def pages(self) -> list[str]:
        return self.text.split(PAGE_BREAK)

    @property
    def language_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.language, self.language)

    @property
    def html_lang(self) -> str:
        return html_lang(self.language)

    @property
    def title_lang(self) -> str:
        """A version without a title of its own shows the document's, which is in the site's language."""
        return html_lang(self.language if self.title else settings.LANGUAGE_CODE)


def forget_file(sender, instance: DocumentVersion, **kwargs) -> None:
    """post_delete: what is withdrawn from the library does not stay on the disk."""
    name = instance.file.name
    if name:
        transaction.on_commit(lambda: document_storage().delete(name))


class DocumentSummary(Orderable):
    """What the document is about in another language, also where there is no PDF in it."""

    document = ParentalKey(LibraryDocument, on_delete=models.CASCADE, related_name="summaries")
    language = models.CharField(_("language"), max_length=12, choices=languages)
    text = models.TextField(_("what it is about"))

    class Meta(Orderable.Meta):
        verbose_name = _("what it is about in another language")
        verbose_name_plural = _("what it is about in other languages")
        constraints = [models.UniqueConstraint(fields=["document", "language"], name="one_summary_per_language")]

    def __str__(self) -> str:
        return f"{self.document} ({self.language})"


class DocumentLink(Orderable):
    """A page the document belongs to: the event it was decided at, the edition that reported on it."""

    document = ParentalKey(LibraryDocument, on_delete=models.CASCADE, related_name="links")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="library_links", verbose_name=_("page"))

    class Meta(Orderable.Meta):
        verbose_name = _("page it belongs to")
        verbose_name_plural = _("pages it belongs to")
