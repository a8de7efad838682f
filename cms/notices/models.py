"""Outbox: mails about what somebody asked for, written in the same transaction as what they are about."""

from django.db import models
from wagtail.models import Site


class Notice(models.Model):
    """One mail, ready to go. Its address and words are blanked some days after it went."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"  # refused for good, or given up

    site = models.ForeignKey(Site, null=True, on_delete=models.SET_NULL, related_name="+")
    purpose = models.CharField(max_length=60)  # such as "events.confirmation"
    about = models.CharField(max_length=80, blank=True)  # what it belongs to, such as "registration 17"
    address = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=16)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    attachments = models.JSONField(default=list)  # [{"name", "type", "content": base64}]
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt = models.DateTimeField(db_index=True)
    made_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)  # what the mail server said last

    class Meta:
        indexes = [models.Index(fields=["purpose", "about"])]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
