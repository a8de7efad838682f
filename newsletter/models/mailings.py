"""A mailing: one page, frozen in every language, to the readers of some topics."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .topics import Topic


class Mailing(models.Model):
    """One rendition to one audience. Every change of `state` happens in mailing.py and is written to the audit log."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SCHEDULED = "scheduled", _("scheduled")
        SENDING = "sending", _("sending")
        WAITING = "waiting", _("waiting for the mail server")
        SENT = "sent", _("sent")
        STOPPED = "stopped", _("stopped")

    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="mailings")
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(_("title"), max_length=255)
    topics = models.ManyToManyField(Topic, related_name="mailings", verbose_name=_("topics"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    fallback_language = models.CharField(max_length=15)  # what readers get whose language the page does not have
    scheduled_for = models.DateTimeField(_("send at"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    trouble = models.TextField(blank=True)  # why it waits, in words for the office
    setbacks = models.PositiveSmallIntegerField(default=0)  # failed connections in a row
    retry_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        permissions = [("send_mailing", _("Can send mailings to subscribers"))]

    def __str__(self) -> str:
        return self.title

    @property
    def is_editable(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_running(self) -> bool:
        return self.state in (self.State.SENDING, self.State.WAITING)


class MailingVersion(models.Model):
    """A mailing in one language: what was proofed, byte for byte, is what goes out."""

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(_("language"), max_length=15)
    subject = models.CharField(_("subject"), max_length=150)
    preheader = models.CharField(
        _("preheader"), max_length=180, blank=True, help_text=_("The line mail programs show after the subject.")
    )
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    archive_url = models.URLField(max_length=500, blank=True)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)
    problems = models.JSONField(default=list)
    frozen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["mailing", "language"], name="one_version_per_language")]

    def __str__(self) -> str:
        return f"{self.mailing} ({self.language})"
