"""Template language of registration: dates on the event's page, days and numbers in the reader's writing."""

from django import template
from django.utils import timezone

from cms.core.templatetags.core_tags import local_digits

from ..showing import Shown, shown_dates
from ..wording import day

register = template.Library()


@register.simple_tag
def registration_dates(event) -> list[Shown]:
    """Empty where nobody registers on the website. `{% registration_dates page as open_dates %}`"""
    return shown_dates(event) if event.pk else []


@register.filter
def day_of(moment) -> str:
    """Sonntag, 29. November 2026: of any moment, on the council's clock."""
    return day(timezone.localtime(moment)) if moment else ""


@register.filter
def digits(number) -> str:
    return local_digits(number)
