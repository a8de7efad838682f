"""DataProtection: how long the council keeps what residents entrust to it. Carried out by retention.py."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


def days(label, default: int):
    return models.PositiveIntegerField(label, default=default)


@register_setting(icon="lock")
class DataProtection(BaseSiteSetting):
    """Periods in days; 0 means “until somebody deletes it”."""

    keep_unfinished_days = days(_("forms that were never confirmed"), 7)
    keep_submissions_days = days(_("contributions to a campaign that were not used"), 365)
    keep_registrations_days = days(_("registrations, after the event"), 60)
    keep_messages_days = days(_("messages and ideas, after they were answered"), 180)
    keep_volunteers_days = days(_("volunteers, after the last contact"), 730)
    keep_surveys_days = days(_("single answers to surveys, after the survey ended"), 365)
    keep_applications_days = days(_("applications, after the decision"), 365)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel(f"keep_{name}_days")
                for name in ("unfinished", "submissions", "registrations", "messages", "volunteers", "surveys", "applications")
            ],
            heading=_("Kept for so many days"),
            help_text=_("Afterwards the data are deleted by themselves, once a day. 0: until somebody deletes them."),
        )
    ]

    class Meta:
        verbose_name = _("data protection")

    @classmethod
    def longest(cls, name: str) -> int:
        """Days of one period, such as "keep_messages_days". Of several councils the longest counts; 0 is for ever."""
        values = [getattr(row, name) for row in cls.objects.all()] or [cls._meta.get_field(name).default]
        return 0 if 0 in values else max(values)
