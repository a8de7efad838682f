"""Template language of registration: the box on the event's page, days and numbers in the reader's writing."""

from django import template
from django.utils import timezone

from cms.core.templatetags.core_tags import local_digits

from ..showing import shown_dates
from ..wording import day

register = template.Library()


@register.inclusion_tag("events/registration_box.html")
def registration_box(event) -> dict:
    """Nothing where nobody registers on the website. `{% registration_box page %}`"""
    shown = shown_dates(event)
    return {"shown": shown, "slots": any(date.with_slots for date in shown)}


@register.filter
def day_of(moment) -> str:
    """Sonntag, 29. November 2026: of any moment, on the council's clock."""
    return day(timezone.localtime(moment)) if moment else ""


@register.filter
def digits(number) -> str:
    return local_digits(number)
