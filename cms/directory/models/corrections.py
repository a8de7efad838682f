"""What contacts send back when they are asked whether their entry is still right."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Correction(models.Model):
    """A message about one entry, for the office to work in."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        DONE = "done", _("Done")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, editable=False)
    object_id = models.PositiveBigIntegerField(editable=False)
    entry = GenericForeignKey()
    entry_name = models.CharField(_("entry"), max_length=160, editable=False)
    text = models.TextField(_("what is different"), max_length=2000)
    state = models.CharField(_("state"), max_length=5, choices=State.choices, default=State.OPEN)
    once = models.CharField(max_length=32, unique=True, editable=False)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)

    panels = [FieldPanel("entry_name", read_only=True), FieldPanel("text", read_only=True), FieldPanel("state")]

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.entry_name
