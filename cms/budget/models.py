"""The council's money of a year: where it comes from, what it is meant for, and the offers and invoices that prove it.

What the numbers mean (forecast, overspending) is in figures.py, changing them in keeping.py.
"""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core.models import CouncilDocument

AMOUNT = {"max_digits": 10, "decimal_places": 2}
NOT_NEGATIVE = MinValueValidator(Decimal(0), _("This cannot be less than nothing."))


class Budget(models.Model):
    """One year's money."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    year = models.PositiveSmallIntegerField(_("year"), unique=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    carried_over = models.DecimalField(
        _("carried over from the year before"),
        default=Decimal(0),
        help_text=_("Less than nothing if money was missing."),
        **AMOUNT,
    )
    warn_at = models.PositiveSmallIntegerField(
        _("warn from (%)"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("From this share of the money on, the overview warns that it is running out."),
    )
    notes = models.TextField(_("notes"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-year"]
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")

    def __str__(self) -> str:
        return str(self.year)

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Source(models.Model):
    """Where money comes from."""

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(_("source"), max_length=120)
    amount = models.DecimalField(_("amount (€)"), validators=[NOT_NEGATIVE], **AMOUNT)
    reference = models.CharField(
        _("reference"), max_length=80, blank=True, help_text=_("For example the budget heading or the date of the grant.")
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("source of money")
        verbose_name_plural = _("sources of money")

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """Something the money is spent on: planned at one price, paid at another."""

    class Kind(models.TextChoices):
        EDITION = "edition", _("Paper")
        FLYER = "flyer", _("Flyer")
        POSTER = "poster", _("Poster")
        EVENT = "event", pgettext_lazy("budget", "Event")
        SPEAKERS = "speakers", pgettext_lazy("budget", "Speakers")
        STAND = "stand", _("Information stand")
        SOUND = "sound", _("Sound")
        MUSIC = "music", _("Music")
        OTHER = "other", _("Other")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        ORDERED = "ordered", _("Ordered")
        PAID = "paid", _("Paid")
        CANCELLED = "cancelled", _("Cancelled")

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="items")
    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.OTHER)
    planned = models.DecimalField(_("planned (€)"), validators=[NOT_NEGATIVE], **AMOUNT)
    expected = models.DecimalField(
        _("expected in the end (€)"),
        null=True,
        blank=True,
        validators=[NOT_NEGATIVE],
        help_text=_("Only if you know better than the plan and the accepted offers."),
        **AMOUNT,
    )
    copies = models.PositiveIntegerField(
        _("copies"), null=True, blank=True, help_text=_("For the price per copy. If empty, those of the print package count.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    package = models.ForeignKey(
        "renditions.Package",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("print package"),
    )
    notes = models.TextField(_("notes"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("budget item")
        verbose_name_plural = _("budget items")

    def __str__(self) -> str:
        return self.title


class Voucher(models.Model):
    """An offer, an invoice or a credit note, with its document. Amounts are gross and never negative."""

    class Kind(models.TextChoices):
        OFFER = "offer", _("Offer")
        INVOICE = "invoice", _("Invoice")
        CREDIT = "credit", _("Credit note")

    class State(models.TextChoices):
        """Of an offer; what was paid is a fact."""

        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="vouchers")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    date = models.DateField(pgettext_lazy("voucher", "date"), default=timezone.localdate)
    supplier = models.CharField(_("from whom"), max_length=120)
    number = models.CharField(_("number"), max_length=60, blank=True)
    amount = models.DecimalField(_("amount with tax (€)"), validators=[NOT_NEGATIVE], **AMOUNT)
    document = models.ForeignKey(
        CouncilDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="vouchers", verbose_name=_("document")
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["date", "pk"]
        verbose_name = _("voucher")
        verbose_name_plural = _("vouchers")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.supplier} {self.number}".strip()
