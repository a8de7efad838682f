"""What is decided about the dates of an event holds in every language at once, not only after the next translation."""

from django.dispatch import receiver
from wagtail.signals import page_published

from .models import EventPage
from .spreading import spread_times


@receiver(page_published, sender=EventPage)
def same_times_everywhere(sender, instance, **kwargs):
    spread_times(instance)
