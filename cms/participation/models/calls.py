"""Calls: who may apply or be nominated until when, what they send, and what each member of the jury thinks of it.

How an application comes in is in calls/applying.py, how it is judged in calls/judging.py.
"""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from cms.core.uploads import private_storage
from cms.renditions.renderable import Product

from ..blocks import CALL_QUESTIONS, CategoryBlock, CriterionBlock, WinnerBlock
from .forms import ConsentWording, Form, FormPage


def end_of(day: datetime.date) -> datetime.datetime:
    """The moment after the last one of this day where the council is, whatever the editor's own time zone and summer time."""
    midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    return midnight.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))


class CallPage(FormPage):
    """A call for applications (art bazaar) or for nominations (prize), and in the end who won."""

    class Nomination(models.TextChoices):
        SELF = "self", _("Everybody applies for themselves")
        OTHERS = "others", _("Others are nominated")
        BOTH = "both", _("Both")

    deadline = models.DateField(_("deadline"), help_text=_("Until 23:59:59 of this day, in the council's time zone."))
    nomination = models.CharField(_("who is it about"), max_length=8, choices=Nomination.choices, default=Nomination.SELF)
    categories = StreamField([("category", CategoryBlock())], verbose_name=_("categories"), blank=True)
    questions = StreamField(CALL_QUESTIONS, verbose_name=_("questions"), blank=True)
    criteria = StreamField([("criterion", CriterionBlock())], verbose_name=_("criteria of the jury"), blank=True)
    naming = models.TextField(
        _("may we name you"),
        max_length=400,
        blank=True,
        help_text=_("A second tick, not needed to apply: only who sets it is named as winner. Empty: nobody is asked."),
    )
    result = models.TextField(_("about the result"), max_length=800, blank=True)
    winners = StreamField(
        [("winner", WinnerBlock())],
        verbose_name=_("winners"),
        blank=True,
        help_text=_("Shown once everybody has been told the decision."),
    )

    form_kind = Form.Kind.CALL
    keeping = "keep_applications_days"
    needs_consent = True
    content_panels = [
        *FormPage.text_panels,
        FieldRowPanel([FieldPanel("deadline"), FieldPanel("nomination")]),
        FieldPanel("categories"),
        FieldPanel("questions"),
        FieldPanel("criteria"),
        MultiFieldPanel(
            [FieldPanel("purpose"), FieldPanel("consent"), FieldPanel("naming"), FieldPanel("thanks")],
            heading=_("Around the form"),
        ),
        MultiFieldPanel([FieldPanel("result"), FieldPanel("winners")], heading=_("Result")),
    ]
    override_translatable_fields = [
        *FormPage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("deadline", "nomination")),
    ]
    template = "participation/call_page.html"

    class Meta:
        verbose_name = pgettext_lazy("participation", "call")
        verbose_name_plural = pgettext_lazy("participation", "calls")

    def save(self, *args, **kwargs):
        self.closes_at = self.last_moment
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.nomination != self.Nomination.SELF and not self.naming:
            raise ValidationError({"naming": _("Others are nominated here: ask who may be named.")})

    @property
    def last_moment(self) -> datetime.datetime:
        """23:59:59 of the deadline, to be shown."""
        return end_of(self.deadline) - datetime.timedelta(seconds=1)

    @property
    def is_open(self) -> bool:
        return timezone.now() < end_of(self.deadline)

    @property
    def category_names(self) -> dict[str, str]:
        """id → name; an id is the same in every language."""
        return {block.id: block.value["name"] for block in self.categories if block.id}

    @cached_property
    def shown_winners(self) -> list:
        """Winners that readers see: after everybody was told, and while whoever won agrees to be named."""
        if not Jury.objects.filter(form__key=self.translation_key, state=Jury.State.TOLD).exists():
            return []
        named = set(
            Application.objects.filter(form=self.form, state=Application.State.WON, naming__isnull=False).values_list(
                "number", flat=True
            )
        )
        return [block for block in self.winners if not block.value.get("number") or block.value["number"] in named]

    def products(self) -> list[Product]:
        """Beside the notices with the code a sheet that says it all."""
        sheet = Product(key="sheet", label=_("Single sheet"), sheet="a4", template="participation/call_page.print.html")
        return [*super().products(), sheet]

    def blank_form(self, data=None, **kwargs):
        from ..calls.public_forms import ApplicationForm

        return ApplicationForm(data, page=self, **kwargs)


class Jury(models.Model):
    """Who judges a call, and how far they are."""

    class State(models.TextChoices):
        SCORING = "scoring", _("The jury gives points")
        CLOSED = "closed", _("Points are closed, decision pending")
        TOLD = "told", _("Decided, everybody has been told")

    form = models.OneToOneField(Form, on_delete=models.CASCADE, related_name="jury")
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="juries", verbose_name=_("members"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.SCORING)
    closed_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("jury")
        verbose_name_plural = _("juries")

    def __str__(self) -> str:
        return str(self.form)


class Application(models.Model):
    """What somebody sent for themselves or about somebody else. States change in calls/judging.py only."""

    class State(models.TextChoices):
        RECEIVED = "received", _("Received")
        WON = "won", _("Chosen")
        DECLINED = "declined", _("Not chosen")

    class About(models.TextChoices):
        SELF = "self", _("I apply myself")
        OTHER = "other", _("I nominate somebody else")

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="applications")
    number = models.PositiveIntegerField(_("number"))
    once = models.CharField(max_length=64, null=True, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    about = models.CharField(_("who is it about"), max_length=6, choices=About.choices, default=About.SELF)
    category = models.CharField(_("category"), max_length=36, blank=True)  # id of a block of the page
    nominee = models.CharField(_("who is nominated"), max_length=120, blank=True)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), blank=True)
    answers = models.JSONField(default=dict, blank=True)  # id of the question → text or list of ids
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    consent = models.ForeignKey(ConsentWording, null=True, on_delete=models.PROTECT, related_name="+")
    naming = models.ForeignKey(ConsentWording, null=True, on_delete=models.PROTECT, related_name="+")

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.RECEIVED)
    prize = models.CharField(_("prize"), max_length=80, blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    forgotten_at = models.DateTimeField(null=True, blank=True)  # the contact of a winner, after the retention time

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="participation_application_number")]
        verbose_name = _("application")
        verbose_name_plural = _("applications")

    def __str__(self) -> str:
        return f"{self.number} · {self.title}"

    @property
    def was_changed(self) -> bool:
        return self.changed_at - self.received_at > datetime.timedelta(seconds=1)

    @property
    def who(self) -> str:
        return self.nominee if self.about == self.About.OTHER else self.name


class ApplicationFile(models.Model):
    """An answer that is a file; one for each question."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="files")
    question = models.CharField(max_length=36)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8)
    file = models.FileField(storage=private_storage, upload_to="applications/%Y", max_length=255)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "question"], name="participation_one_file_each")]

    def __str__(self) -> str:
        return self.name


class Verdict(models.Model):
    """What one member of the jury thinks of one application."""

    class State(models.TextChoices):
        GIVEN = "given", _("Points given")
        CONFLICT = "conflict", _("Conflict of interest")

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="verdicts")
    juror = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="verdicts")
    state = models.CharField(max_length=8, choices=State.choices, default=State.GIVEN)
    points = models.JSONField(default=dict, blank=True)  # id of the criterion → points
    comment = models.TextField(_("comment"), max_length=1000, blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "juror"], name="participation_one_verdict_each")]

    def __str__(self) -> str:
        return f"{self.juror} · {self.application}"
