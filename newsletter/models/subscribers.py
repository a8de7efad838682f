"""Who receives what: people who confirmed, and the topics they want. Before that there is only a SignupRequest."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from .topics import Topic


def new_uid() -> str:
    """16 random characters that stand for a person in links and logs."""
    return secrets.token_urlsafe(12)


class Subscriber(models.Model):
    """A confirmed mailbox; its state is the person's, Subscription.state that of one topic.

    `str()` never shows the address, because logs outlive the person's data.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("subscribed")
        LEFT = "left", _("left")
        UNREACHABLE = "unreachable", _("mailbox cannot be reached")
        COMPLAINED = "complained", _("reported our mail as unwanted")

    class Format(models.TextChoices):
        HTML = "html", _("with pictures")
        TEXT = "text", _("text only")

    uid = models.CharField(max_length=16, default=new_uid, editable=False)
    address = models.EmailField(_("e-mail"), max_length=254)
    digest = models.CharField(max_length=64, editable=False)  # of the address as it is compared: one spelling, one person
    name = models.CharField(_("name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=15)
    second_language = models.CharField(_("second language"), max_length=15, blank=True)
    third_language = models.CharField(_("third language"), max_length=15, blank=True)
    format = models.CharField(_("kind of mail"), max_length=4, choices=Format.choices, default=Format.HTML)
    paused_until = models.DateField(_("no mail before"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=11, choices=State.choices, default=State.ACTIVE)
    # Numbers of the topics with an active subscription, in order: a copy to count by, see segments.note_topics().
    wants = models.TextField(default="", editable=False)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)
    topics = models.ManyToManyField(Topic, through="Subscription", related_name="subscribers")

    class Meta:
        ordering = ["-created_at", "-pk"]
        # Not `unique=True`: that would make a second index for LIKE on PostgreSQL, which nobody asks and every import pays.
        constraints = [
            models.UniqueConstraint(fields=["uid"], name="one_uid_per_person"),
            models.UniqueConstraint(fields=["digest"], name="one_person_per_fingerprint"),
        ]
        indexes = [
            # Counts of a million are answered from the first alone, less the few who are found by the second, see segments.py.
            models.Index(fields=["state", "wants", "language", "second_language", "third_language"], name="subscriber_counted"),
            models.Index(fields=["paused_until"], name="subscriber_paused", condition=models.Q(paused_until__isnull=False)),
            models.Index(fields=["-created_at", "-id"]),
        ]
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        permissions = [
            ("export_subscriber", _("Can export subscribers and show consent sheets")),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def save(self, *args, update_fields=None, **kwargs) -> None:
        """Never brings back an old copy of the topics: a form may have been open while somebody left."""
        if update_fields is None and not self._state.adding:
            update_fields = {field.name for field in self._meta.concrete_fields if not field.primary_key} - {"wants"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def current_topics(self) -> list[Topic]:
        return [
            subscription.topic
            for subscription in self.subscriptions.select_related("topic").filter(state=Subscription.State.ACTIVE)
        ]


class Subscription(models.Model):
    """One person, one topic. Left ones stay, so that nobody is added again by an import."""

    class State(models.TextChoices):
        ACTIVE = "active", _("subscribed")
        LEFT = "left", _("left")

    # The constraint and the index below begin with these columns.
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="subscriptions", db_index=False)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="subscriptions", db_index=False)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.ACTIVE)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        ordering = ["topic__sort_order"]
        constraints = [models.UniqueConstraint(fields=["subscriber", "topic"], name="one_subscription_per_topic")]
        indexes = [models.Index(fields=["topic", "state"])]
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")

    def __str__(self) -> str:
        return f"#{self.subscriber_id} · {self.topic}"
