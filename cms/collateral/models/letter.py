"""LetterPage: a business letter (DIN 5008, form B) with merge fields; LetterRun: its recipients and the lettershop's PDF."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.pages import BasePage
from cms.renditions.models import PrinterProfile
from cms.renditions.renderable import Design, Product, Renderable

from ..blocks import LetterBodyBlock
from ..merging import KNOWN, UnknownField, fields_in, refuse_unknown

KEPT_DAYS = 30


class LetterPage(Renderable, BasePage):
    class Look(models.TextChoices):
        HEAD = "head", _("With the council's letterhead")
        PLAIN = "plain", _("For printed letter paper")

    subject = models.CharField(_("subject"), max_length=160)
    letter_date = models.DateField(_("date of the letter"), default=timezone.localdate)
    reference = models.CharField(_("our reference"), max_length=60, blank=True)
    contact = models.ForeignKey(
        "directory.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who answers questions"),
        help_text=_("Stands beside the address with phone and e-mail."),
    )
    salutation = models.CharField(
        _("salutation"),
        max_length=160,
        default="{anrede}",
        help_text=_("{anrede} is made from each row, in the letter's language."),
    )
    body = StreamField(
        LetterBodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Fields in braces are filled for each recipient: {vorname}, {nachname}, {name}, {firma}, {ort} …"),
    )
    own_fields = models.CharField(
        _("further fields"),
        max_length=255,
        blank=True,
        help_text=_("Names of further columns of your file that the text uses, with commas: termin, zimmer"),
    )
    closing = models.CharField(_("closing"), max_length=120, blank=True, help_text=_("If empty: “Kind regards”."))
    signer = models.ForeignKey(
        "directory.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("signed by")
    )
    postscript = models.TextField(_("postscript"), blank=True, max_length=400)
    enclosures = models.TextField(_("enclosures"), blank=True, max_length=400, help_text=_("One in a line."))
    look = models.CharField(_("design"), max_length=8, choices=Look.choices, default=Look.HEAD)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("subject"),
                FieldRowPanel([FieldPanel("letter_date"), FieldPanel("reference")]),
                FieldPanel("contact"),
            ],
            heading=_("Head"),
        ),
        FieldPanel("salutation"),
        FieldPanel("body"),
        FieldPanel("own_fields"),
        MultiFieldPanel(
            [FieldPanel("closing"), FieldPanel("signer"), FieldPanel("postscript"), FieldPanel("enclosures")], heading=_("Foot")
        ),
        FieldPanel("look"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("subject"), index.SearchField("body")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("letter_date", "reference", "contact", "signer", "own_fields", "look")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "collateral/letter_page.html"

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def known_fields(self) -> list[str]:
        return [*KNOWN, *(name for part in self.own_fields.split(",") if (name := part.strip().strip("{}").casefold()))]

    def used_fields(self) -> list[str]:
        """The merge fields of this letter, in the order of their first use."""
        body = self.body.get_prep_value() if self.body else []
        return fields_in(self.subject, self.salutation, str(body), self.closing, self.postscript)

    def names_its_reader(self) -> bool:
        """Whether its text has a hole where nobody is addressed. Subject and salutation do without a name."""
        body = self.body.get_prep_value() if self.body else []
        return bool(set(fields_in(str(body), self.closing, self.postscript)) - {"ort", "anrede"})

    def clean(self):
        super().clean()
        places = {"subject": self.subject, "salutation": self.salutation, "closing": self.closing, "postscript": self.postscript}
        places["body"] = " ".join(texts_of(self.body.get_prep_value() if self.body else []))
        errors = {}
        for name, text in places.items():
            try:
                refuse_unknown(fields_in(text), known=self.known_fields())
            except UnknownField as error:
                errors[name] = str(error)
        if errors:
            raise ValidationError(errors)

    def products(self) -> list[Product]:
        designs = [
            Design("head", _("With the council's letterhead"), "collateral/letter_page.print.html"),
            Design("plain", _("For printed letter paper"), "collateral/letter_plain.print.html"),
            Design("neutral", _("Without an address"), "collateral/letter_neutral.print.html"),
        ]
        designs.sort(key=lambda design: design.key != self.look)
        return [Product.offer("letter", _("Letter"), formats=("letter",), designs=tuple(designs))]

    @property
    def source(self) -> "LetterPage":
        """The German letter: it owns the recipients."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return self
        found = LetterPage.objects.filter(translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE)
        return found.first() or self

    def content_context(self) -> dict:
        from ..letters import house_letter, neutral_letter, sample_letter  # needs this module

        return {"letter": sample_letter(self), "neutral": neutral_letter(self), "house": house_letter(self)}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


def texts_of(value) -> list[str]:
    """All texts inside a stream's plain data."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    return [text for part in parts for text in texts_of(part)]


def letter_storage():
    """Letters hold addresses: they lie beside the print files, never below MEDIA_ROOT, which everybody may read."""
    return FileSystemStorage(location=settings.PRINT_ROOT, base_url=None)


class LetterRun(models.Model):
    """The recipients of a letter, checked, and the PDF made for them. Deleted, with all in it, KEPT_DAYS after."""

    class State(models.TextChoices):
        CHECKED = "checked", _("Checked")
        QUEUED = "queued", _("Waiting")
        RENDERING = "rendering", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    letter = models.ForeignKey(LetterPage, on_delete=models.CASCADE, related_name="runs", verbose_name=_("letter"))
    file_name = models.CharField(_("file"), max_length=200)
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    recipients = models.JSONField(default=list)
    duplex = models.BooleanField(_("print on both sides"), default=True)
    printer_profile = models.ForeignKey(
        PrinterProfile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("printer profile")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.CHECKED)
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    file = models.FileField(storage=letter_storage, upload_to="letters/", blank=True)
    page_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("letter run")
        verbose_name_plural = _("letter runs")

    def __str__(self) -> str:
        return f"{self.file_name} ({timezone.localtime(self.uploaded_at):%d.%m.%Y})"

    @property
    def delete_on(self):
        return timezone.localdate(self.uploaded_at) + timedelta(days=KEPT_DAYS)

    @property
    def state_text(self) -> str:
        return _now(self.State(self.state).label)
