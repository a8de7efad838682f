"""How often what was mailed is read on the web: one number per page and day. No visitor, no time of day, no link of a person."""

from django.db import models


class Reads(models.Model):
    """Counted by reading.py; shown only from five on."""

    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey("newsletter.MailingVersion", null=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], condition=models.Q(version=None), name="reads_of_page_by_day"),
            models.UniqueConstraint(fields=["version", "day"], condition=models.Q(page=None), name="reads_of_version_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.number}"
