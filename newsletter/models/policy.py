"""How a council sends, and how long it keeps what: set by the office, read by the engine. The pace is kept in throttle.py."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

SELECTOR = RegexValidator(r"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", _("Only small letters, digits and hyphens."))


@register_setting(icon="mail")
class SendingPolicy(BaseSiteSetting):
    """One per site. Zero means “no limit” or, for what is kept, “for ever”."""

    class WhenUncertain(models.TextChoices):
        ASK = "ask", _("ask a person; nobody gets a mail twice")
        RESEND = "resend", _("send it once more; nobody is left out")

    undo_minutes = models.PositiveSmallIntegerField(_("minutes to take back"), default=0, validators=[MaxValueValidator(60)])
    four_eyes = models.BooleanField(_("two people"), default=False)
    hold_overdue_hours = models.PositiveSmallIntegerField(
        _("hours a schedule may be late"), default=6, validators=[MinValueValidator(1)]
    )
    complaint_stop_percent = models.DecimalField(
        _("percentage of complaints that stops a mailing"), max_digits=4, decimal_places=2, default=Decimal("0.10")
    )
    when_uncertain = models.CharField(
        _("when nobody knows whether a mail arrived"), max_length=6, choices=WhenUncertain.choices, default=WhenUncertain.ASK
    )

    connections = models.PositiveSmallIntegerField(
        _("connections at the same time"), default=4, validators=[MinValueValidator(1), MaxValueValidator(32)]
    )
    messages_per_second = models.PositiveIntegerField(_("mails per second"), default=0)
    messages_per_hour = models.PositiveIntegerField(_("mails per hour"), default=0)
    per_domain_per_minute = models.PositiveIntegerField(_("mails per minute to one provider"), default=0)
    warm_up_from = models.DateField(_("warm up from"), null=True, blank=True)
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)

    dkim = models.BooleanField(_("sign mails with DKIM here"), default=False)
    dkim_selector = models.CharField(_("selector"), max_length=63, default="vielfalt", validators=[SELECTOR])

    store_ip = models.BooleanField(_("keep the internet address with sign-ups"), default=False)
    keep_ips_days = models.PositiveSmallIntegerField(_("internet addresses"), default=30)
    keep_requests_days = models.PositiveSmallIntegerField(_("sign-ups that were never confirmed"), default=30)
    keep_bounces_days = models.PositiveSmallIntegerField(_("mails that came back"), default=90)
    keep_delivery_addresses_days = models.PositiveSmallIntegerField(_("addresses in the lists of sent mailings"), default=365)
    keep_left_days = models.PositiveSmallIntegerField(_("people who have left"), default=1096)

    # Help texts are here and not at the fields: they are for editors, and no database needs to know them.
    panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "undo_minutes", help_text=_("After “Send” this long nothing happens yet, and everything can be taken back.")
                ),
                FieldPanel("four_eyes", help_text=_("Whoever wrote a mailing cannot approve it; another person has to.")),
                FieldPanel(
                    "hold_overdue_hours",
                    help_text=_("If the server was off at the planned time and it is later than this, somebody is asked."),
                ),
                FieldPanel(
                    "complaint_stop_percent",
                    help_text=_("Of the readers, 0.1 means one in a thousand. Large providers refuse senders with more."),
                ),
                FieldPanel(
                    "when_uncertain",
                    help_text=_("Happens when a connection breaks at the very last moment, at most to one mail per connection."),
                ),
            ],
            heading=_("Care"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("connections"), FieldPanel("messages_per_second"), FieldPanel("messages_per_hour")]),
                FieldPanel(
                    "per_domain_per_minute",
                    help_text=_("To all readers at gmx.de, for example. A provider that asks for patience gets it by itself."),
                ),
                FieldPanel(
                    "warm_up_from",
                    help_text=_("For a new mail server: 50 mails on this day, then twice as many every day, until all go out."),
                ),
                FieldRowPanel(
                    [FieldPanel("quiet_from"), FieldPanel("quiet_until")],
                    help_text=_("Nothing is sent between these times; what is left goes out afterwards."),
                ),
            ],
            heading=_("Pace"),
            help_text=_("0 means no limit. Ask the people who run your mail server what it allows."),
        ),
        MultiFieldPanel(
            [FieldPanel("dkim"), FieldPanel("dkim_selector")],
            heading=_("Signature"),
            help_text=_("Only if the mail server does not sign. The key and the DNS record are made with: manage.py dkim_key"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("store_ip", help_text=_("Not needed as evidence; only with a reason agreed with data protection.")),
                FieldRowPanel([FieldPanel("keep_ips_days"), FieldPanel("keep_requests_days"), FieldPanel("keep_bounces_days")]),
                FieldRowPanel([FieldPanel("keep_delivery_addresses_days"), FieldPanel("keep_left_days")]),
            ],
            heading=_("How many days we keep what"),
            help_text=_("0 means for ever. Consent and its withdrawal stay provable without the address."),
        ),
    ]

    class Meta:
        verbose_name = _("rules for sending")

    def clean(self):
        super().clean()
        if (self.quiet_from is None) != (self.quiet_until is None):
            raise ValidationError({"quiet_until": _("Please fill in both times or neither.")})
        if self.quiet_from is not None and self.quiet_from == self.quiet_until:
            raise ValidationError({"quiet_until": _("From and until are the same time.")})


class Pace(models.Model):
    """One limit of one site, shared by all workers: when the next mail may go. Written by throttle.py only."""

    key = models.CharField(max_length=280, unique=True)
    next_free = models.FloatField(default=0)  # seconds since 1970, by the database's clock
    used = models.PositiveIntegerField(default=0)  # of a day's number, while warming up
    rate = models.FloatField(default=0)  # mails per minute a provider was slowed down to; 0: as fast as allowed
    slowed_at = models.FloatField(default=0)

    def __str__(self) -> str:
        return self.key
