"""What somebody sent: a message, an offer to help, an idea. One table for what all have in common, so that the office has one
inbox with one set of states; one table each for the rest. Answers to surveys are anonymous and stand apart, see surveys.py."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .forms import ConsentWording, Form


class Submission(models.Model):
    """State changes go through handling.py, which also writes the history and the log."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        READ = "read", _("read")
        ANSWERED = "answered", _("answered")
        CLOSED = "closed", _("closed")
        BINNED = "binned", _("in the bin")

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="submissions", verbose_name=_("form"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    once = models.CharField(max_length=64, null=True, unique=True, editable=False)  # the shown form; sent twice it counts once
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    text = models.TextField(_("text"), blank=True)
    consent = models.ForeignKey(ConsentWording, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["form", "state"]), models.Index(fields=["received_at"])]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        permissions = [("export_submission", _("Can save submissions as a file"))]

    def __str__(self) -> str:
        """Names nobody: this is what the log keeps. Its kinds say more."""
        return f"{self.form} {self.pk}"

    # Fields that hold what somebody typed, in the order of the form.
    own_fields: tuple[str, ...] = ("text", "name", "email", "phone")

    @property
    def specific(self) -> "Submission":
        """The message, the volunteer or the idea that this row is part of."""
        if type(self) is not Submission:
            return self
        return getattr(self, {Form.Kind.CONTACT: "message", Form.Kind.VOLUNTEERS: "volunteer"}.get(self.form.kind, "idea"))

    def own_words(self) -> list[tuple[str, str]]:
        """(label, what was typed) of all that is filled in."""
        row = self.specific
        return [(row._meta.get_field(name).verbose_name, getattr(row, name)) for name in row.own_fields if getattr(row, name)]


class Message(Submission):
    """Somebody wrote to the council."""

    subject = models.CharField(_("subject"), max_length=150, blank=True)

    own_fields = ("subject", *Submission.own_fields)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return self.name or self.subject or self.text[:60] or super().__str__()


class Volunteer(Submission):
    """Somebody wants to help, for example as a guide (Lotsin, Lotse)."""

    interests = models.JSONField(_("interests"), default=list, blank=True)  # [{"key": …, "label": in the office's language}]
    languages = models.CharField(_("languages"), max_length=200, blank=True)
    times = models.CharField(_("when"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)

    own_fields = ("languages", "times", "district", *Submission.own_fields)

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")

    def __str__(self) -> str:
        return self.name or super().__str__()

    @property
    def interest_names(self) -> list[str]:
        return [item["label"] for item in self.interests]


class Idea(Submission):
    """A suggestion. What the public reads of it stands in its wordings, written or approved by the office."""

    class Publication(models.TextChoices):
        WAITING = "waiting", _("waits for a decision")
        PUBLISHED = "published", _("published")
        DECLINED = "declined", _("not published")

    class Progress(models.TextChoices):
        ARRIVED = "arrived", _("We are looking at it")
        AGENDA = "agenda", _("On the council’s agenda")
        TAKEN_UP = "taken-up", _("We are doing it")
        DONE = "done", _("Done")
        NOT_POSSIBLE = "not-possible", _("Not possible")

    title = models.CharField(_("title"), max_length=120)
    topic = models.CharField(_("topic"), max_length=36, blank=True)  # id of an option of the page
    district = models.CharField(_("district"), max_length=60, blank=True)
    shown_name = models.CharField(_("name to show"), max_length=60, blank=True)
    publication = models.CharField(_("shown in public"), max_length=10, choices=Publication.choices, default=Publication.WAITING)
    progress = models.CharField(_("what became of it"), max_length=12, choices=Progress.choices, default=Progress.ARRIVED)
    published_at = models.DateTimeField(_("published on"), null=True, blank=True)

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")

    own_fields = ("title", "text", "district", "shown_name", "name", "email", "phone")

    def __str__(self) -> str:
        return self.title

    def wording(self, language: str) -> "IdeaWording | None":
        """In this language, else as it was written, else in any."""
        rows = {row.language: row for row in self.wordings.all()}
        return rows.get(language) or rows.get(self.language) or next(iter(rows.values()), None)


class IdeaWording(models.Model):
    """An idea and the council's answer as the public reads them, in one language."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), max_length=3000)
    answer = models.TextField(_("answer of the council"), max_length=3000, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["idea", "language"], name="participation_idea_wording")]

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    """What the office did with a submission, and its notes. The last change of state can be taken back."""

    class Kind(models.TextChoices):
        STATE = "state", _("State")
        NOTE = "note", _("Note")
        ANSWER = "answer", _("Answer by e-mail")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    before = models.CharField(max_length=10, choices=Submission.State.choices, blank=True)
    after = models.CharField(max_length=10, choices=Submission.State.choices, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%Y-%m-%d %H:%M}"
