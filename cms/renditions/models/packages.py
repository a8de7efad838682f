"""Package: what goes to one print shop in one zip, with the order sheet. Building it is in packages.py."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.log_actions import log

from .print_files import PrintFile, print_storage


def package_path(package: "Package", filename: str) -> str:
    return f"packages/{package.pk}/{filename}"


class Package(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("Being put together")
        QUEUED = "queued", _("Waiting to be packed")
        PACKING = "packing", _("Being packed")
        PACKED = "packed", _("Packed")
        ORDERED = "ordered", _("Ordered")
        FAILED = "failed", _("Failed")

    title = models.CharField(_("title"), max_length=120)
    print_shop = models.CharField(_("print shop"), max_length=200, blank=True, help_text=_("Name and address of the printer."))
    delivery_address = models.TextField(_("delivery address"), blank=True)
    delivery_date = models.DateField(_("wanted on"), null=True, blank=True)
    contact = models.CharField(_("contact person"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    notes = models.TextField(_("notes for the print shop"), blank=True)

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN, db_index=True)
    reason = models.TextField(blank=True)  # why it failed, in the language of whoever asked
    file = models.FileField(_("file"), storage=print_storage, upload_to=package_path, max_length=255, blank=True)
    checksum = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    packed_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("package")
        verbose_name_plural = _("packages")

    def __str__(self) -> str:
        return self.title

    @property
    def is_at_work(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.PACKING)

    @property
    def price(self):
        """What all copies cost together; None if no price was entered."""
        prices = [item.price for item in self.items.all() if item.price is not None]
        return sum(prices) if prices else None

    def change_state(self, to: "Package.State", *, user=None, **fields) -> bool:
        """The only way a state changes, and only from the state this object was read in. Writes Wagtail's audit log.

        Returns False if somebody else was faster; then nothing has happened.
        """
        values = {"state": to, **fields}
        if not Package.objects.filter(pk=self.pk, state=self.state).update(**values):
            return False
        before = self.state
        for name, value in values.items():
            setattr(self, name, value)
        log(
            instance=self,
            action="renditions.package",
            user=user or self.created_by,
            data={"from": str(before), "to": str(to), "checksum": self.checksum},
        )
        return True


class PackageItem(models.Model):
    """One print file in a package, and how it is to be printed."""

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="items")
    print_file = models.ForeignKey(
        PrintFile, on_delete=models.CASCADE, related_name="package_items", verbose_name=_("print file")
    )
    copies = models.PositiveIntegerField(_("copies"), default=0)
    paper = models.CharField(
        pgettext_lazy("to print on", "paper"),
        max_length=120,
        blank=True,
        help_text=_("For example: picture print matt, 135 g/m²"),
    )
    finish = models.CharField(_("fold and finish"), max_length=120, blank=True)
    colours = models.CharField(_("colours"), max_length=60, blank=True)
    price_per_copy = models.DecimalField(_("price per copy (€)"), max_digits=9, decimal_places=4, null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("piece")
        verbose_name_plural = _("pieces")
        constraints = [models.UniqueConstraint(fields=["package", "print_file"], name="package_item_once")]

    def __str__(self) -> str:
        return f"{self.package} · {self.print_file}"

    @property
    def price(self):
        return None if self.price_per_copy is None else self.price_per_copy * self.copies
