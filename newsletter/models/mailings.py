"""A mailing: one page, or free words, frozen in every language, to the readers of some topics."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, RevisionMixin, WorkflowMixin

from cms.core.blocks import BodyBlock

from .automatic import AutomaticMailing
from .topics import Topic

BEFORE_THE_START = ("draft", "review", "approved", "scheduled", "countdown", "discarded")
CHANGEABLE = ("draft", "review", "approved")  # a change takes an approval back
AT_WORK = ("sending", "waiting")  # workers may send
ENDED = ("sent", "stopped")


class Mailing(WorkflowMixin, DraftStateMixin, RevisionMixin, models.Model):
    """One rendition to one audience. Every change of `state` happens in mailing.py and is written to the audit log.

    Wagtail's workflow knows revisions and publishing only: a revision of a mailing is what was laid before an approver,
    and publishing it means that it is approved (see approval.py). Nothing leaves by it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "review", _("waiting for approval")
        APPROVED = "approved", _("approved")
        SCHEDULED = "scheduled", _("scheduled")
        COUNTDOWN = "countdown", _("about to start")
        SENDING = "sending", _("sending")
        WAITING = "waiting", _("waiting for the mail server")
        PAUSED = "paused", _("paused")
        SENT = "sent", _("sent")
        STOPPED = "stopped", _("stopped")
        DISCARDED = "discarded", _("discarded")

    page = models.ForeignKey("wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="mailings")
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(_("title"), max_length=255)
    topics = models.ManyToManyField(Topic, blank=True, related_name="mailings", verbose_name=_("topics"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    design = models.CharField(_("design"), max_length=20, blank=True)  # key of a mail design; empty: the page's usual look
    # {"items": [{"key": translation key, "show": "full|teaser|line|out"}], "hidden": [block ids and part names]}
    composition = models.JSONField(default=dict, blank=True)
    fallback_language = models.CharField(max_length=15)  # what readers get of whose languages the mailing has none
    scheduled_for = models.DateTimeField(_("send at"), null=True, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)  # end of the time in which “send” can be taken back
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="corrections")
    corrects_languages = models.JSONField(default=list, blank=True)  # only who got one of these; empty: all who got it
    automatic = models.ForeignKey(AutomaticMailing, null=True, blank=True, on_delete=models.SET_NULL, related_name="mailings")
    occasion = models.CharField(max_length=80, blank=True)  # what an automatic mailing was made for: never twice
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    trouble = models.TextField(blank=True)  # why it waits or pauses, in words for the office
    setbacks = models.PositiveSmallIntegerField(default=0)  # failed connections in a row
    retry_at = models.DateTimeField(null=True, blank=True)
    woken_at = models.DateTimeField(null=True, blank=True)  # a worker was asked for and has not come yet, see waking.py

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        permissions = [("send_mailing", _("Can send mailings to subscribers"))]
        constraints = [
            models.UniqueConstraint(
                fields=["automatic", "occasion"], name="one_mailing_per_occasion", condition=~models.Q(occasion="")
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_editable(self) -> bool:
        return self.state in CHANGEABLE

    @property
    def is_running(self) -> bool:
        return self.state in AT_WORK

    @property
    def has_begun(self) -> bool:
        return self.state not in BEFORE_THE_START

    @property
    def digest(self) -> str:
        """Fingerprint of everything a reader gets and of who gets it: an approval holds for exactly this."""
        rows = [f"{version.language}:{version.digest}:{version.held_back}" for version in self.versions.order_by("language")]
        topics = sorted(self.topics.values_list("slug", flat=True))
        return hashlib.sha256("\n".join([*rows, *topics, self.fallback_language]).encode()).hexdigest()

    def serializable_data(self) -> dict:
        """What a revision keeps: the row itself, and what it was a picture of."""
        return super().serializable_data() | {"digest": self.digest}

    def with_content_json(self, content: dict) -> "Mailing":
        """A revision never brings back an old state: the ledger has gone on since."""
        return self

    def publish(self, revision, user=None, **_options) -> None:
        """The last step of the workflow: this revision is approved."""
        from ..approval import approved  # it stands above the tables

        approved(self, revision=revision, user=user)


class MailingVersion(models.Model):
    """A mailing in one language: what was proofed, byte for byte, is what goes out."""

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(_("language"), max_length=15)
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    preheader = models.CharField(
        _("preheader"), max_length=180, blank=True, help_text=_("The line mail programs show after the subject.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("words"), blank=True)  # of this mail only: before a page, or instead of one
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    archive_url = models.URLField(max_length=500, blank=True)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)
    findings = models.JSONField(default=list)  # what the checks of the frozen mail said, see readiness/
    digest = models.CharField(max_length=64, blank=True)
    frozen_at = models.DateTimeField(null=True)
    held_back = models.BooleanField(_("held back"), default=False)  # its readers get it later, or another language
    released_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["mailing", "language"], name="one_version_per_language")]

    def __str__(self) -> str:
        return f"{self.mailing} ({self.language})"

    @property
    def is_made(self) -> bool:
        return bool(self.html and self.frozen_at)
