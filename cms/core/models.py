"""Site-wide things editors own: the council's settings, its pictures and documents, and short links for QR codes."""

import secrets
import uuid

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.documents.models import AbstractDocument, Document
from wagtail.fields import RichTextField
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import PreviewableMixin
from wagtail.search import index

from . import images, kept_back
from .colours import TINT, council_stylesheet, safe_colour
from .data_protection import DataProtection
from .uploads import private_storage

__all__ = ["CouncilDocument", "CouncilImage", "CouncilRendition", "CouncilSettings", "DataProtection", "KeptUpload", "ShortLink"]

HEX_COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six digits, for example #0b4f5c."))


class ColourInput(forms.TextInput):
    input_type = "color"


class CouncilImage(AbstractImage):
    """A picture with its rights. Metadata that betrays people is removed at upload, see images.py."""

    class Licence(models.TextChoices):
        OWN = "own", _("All rights with the council")
        AGREED = "agreed", _("Used with the author's consent")
        CC_BY = "cc-by", _("CC BY 4.0")
        CC_BY_SA = "cc-by-sa", _("CC BY-SA 4.0")
        CC0 = "cc0", _("CC0 or public domain")
        BOUGHT = "bought", _("Licence bought")

    credit = models.CharField(
        _("credit"), max_length=120, help_text=_("Who took or drew it. Printed beside every picture, as the law asks.")
    )
    licence = models.CharField(_("licence"), max_length=12, choices=Licence.choices, default=Licence.OWN)
    source = models.CharField(_("source"), max_length=255, blank=True, help_text=_("Where it comes from, if not from us."))

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "licence",
        "source",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed and not images.is_clean(self.file):
            self.file = images.clean_file(self.file)
        super().save(*args, **kwargs)

    @property
    def print_size(self) -> str:
        return images.print_size_text(self.width, self.height)

    @property
    def is_public(self) -> bool:
        """Whether web and mail may show it, see kept_back.py."""
        return not kept_back.is_kept_back(self.file.name)


class CouncilRendition(AbstractRendition):
    image = models.ForeignKey(CouncilImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class CouncilDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


@register_setting(icon="home")
class CouncilSettings(PreviewableMixin, BaseSiteSetting):
    """One council = one site: its names, look, legal notice and sender identity."""

    council_name = models.CharField(_("name of the council"), max_length=160, default="", blank=True)
    council_short = models.CharField(_("short name"), max_length=60, default="", blank=True)
    town = models.CharField(_("town"), max_length=80, default="", blank=True)
    logo = models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("logo")
    )
    main_colour = models.CharField(_("main colour"), max_length=7, default="#0b4f5c", validators=[HEX_COLOUR])
    accent_colour = models.CharField(_("accent colour"), max_length=7, default="#c8321f", validators=[HEX_COLOUR])

    street = models.CharField(_("street"), max_length=120, default="", blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, default="", blank=True)
    city = models.CharField(_("city"), max_length=80, default="", blank=True)
    phone = models.CharField(_("phone"), max_length=40, default="", blank=True)
    email = models.EmailField(_("e-mail"), default="", blank=True)

    publisher = models.CharField(_("publisher"), max_length=200, default="", blank=True)
    responsible = models.CharField(
        _("responsible for content (V.i.S.d.P.)"), max_length=200, default="", blank=True, help_text=_("Name and address.")
    )
    printer = models.CharField(_("printer"), max_length=200, default="", blank=True)
    legal_notice = RichTextField(_("legal notice"), features=["bold", "link", "ul"], default="", blank=True)
    privacy_contact = models.CharField(_("data protection officer"), max_length=200, default="", blank=True)
    privacy_email = models.EmailField(_("data protection e-mail"), default="", blank=True)

    sender_name = models.CharField(_("sender name"), max_length=80, default="", blank=True)
    sender_email = models.EmailField(_("sender address"), default="", blank=True)
    reply_to = models.EmailField(_("answers go to"), default="", blank=True)

    # Help texts are here and not at the fields: they are for editors, and no database needs to know them.
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("council_name", help_text=_("In full, as in the town's statutes.")),
                FieldPanel("council_short", help_text=_("For the head of every page and the admin.")),
                FieldPanel("town"),
            ],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("logo", help_text=_("Without one, the linden leaf is shown.")),
                FieldRowPanel(
                    [FieldPanel("main_colour", widget=ColourInput), FieldPanel("accent_colour", widget=ColourInput)],
                    help_text=_("Where a colour would be hard to read as text, a darker or lighter shade is used by itself."),
                ),
            ],
            heading=_("Look"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("Address"),
            help_text=_("Part of the legal notice on every page, mail and paper."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("publisher", help_text=_("Usually the town, represented by the mayor.")),
                FieldPanel("responsible"),
                FieldPanel("printer", help_text=_("Required by press law on printed papers.")),
                FieldPanel(
                    "legal_notice", help_text=_("Anything the law asks for beyond this, for example the supervisory authority.")
                ),
            ],
            heading=_("Legal notice"),
        ),
        MultiFieldPanel(
            [FieldPanel("privacy_contact"), FieldPanel("privacy_email")],
            heading=_("Data protection"),
            help_text=_("Named wherever people leave their address."),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "sender_name", help_text=_("What subscribers see in their inbox, for example “Vielfalt aus Lindenau”.")
                ),
                FieldPanel("sender_email", help_text=_("An address of your own domain; ask your IT for SPF and DKIM.")),
                FieldPanel("reply_to", help_text=_("A mailbox that somebody reads.")),
            ],
            heading=_("Sender identity"),
        ),
    ]

    class Meta:
        verbose_name = _("council")

    def get_preview_template(self, request, mode_name):
        return "core/council_preview.html"

    def serve_preview(self, request, mode_name):
        """The colours on trial are inline. Wagtail fetches previews by a request of its own, outside /admin/ (see csp.py)."""
        response = super().serve_preview(request, mode_name)
        response._csp_config = settings.ADMIN_CSP
        return response

    def get_preview_context(self, request, mode_name):
        return {
            "council": self,
            "stylesheet": mark_safe(council_stylesheet(main=self.main_colour, accent=self.accent_colour)),  # validated digits
            "adjusted": self.adjusted_colours(),
        }

    def adjusted_colours(self) -> list[tuple[str, str, str]]:
        """(name, chosen, shade used for text) where the chosen colour alone would be hard to read."""
        chosen = [(_("Main colour"), self.main_colour), (_("Accent colour"), self.accent_colour)]
        shades = [(name, colour, safe_colour(colour, ground=TINT)) for name, colour in chosen]
        return [(name, colour, shade) for name, colour, shade in shades if shade != colour.lower()]


def new_code() -> str:
    """Six characters that nobody misreads on paper (no 0/O, 1/l/I)."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(6))


class ShortLink(models.Model):
    """/q/<code>: printed in QR codes, so a row is never changed or deleted once it exists."""

    code = models.CharField(max_length=12, unique=True, default=new_code)
    translation_key = models.UUIDField(null=True, unique=True)  # a page, in whatever language the reader speaks
    url = models.URLField(max_length=500, null=True, unique=True)  # or an address elsewhere

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(translation_key__isnull=False, url__isnull=True)
                | models.Q(translation_key__isnull=True, url__isnull=False),
                name="shortlink_one_target",
            )
        ]

    def __str__(self) -> str:
        return self.code


class KeptUpload(models.Model):
    """A file whose form still has to be mended, see uploads.py. Swept after a day."""

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    file = models.FileField(storage=private_storage, upload_to="kept", max_length=200)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=4)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    kept_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
