"""What registration hangs on: pages that are published or deleted, the sweeper's duties, the retention periods."""

from django.db.models.signals import pre_delete
from wagtail.signals import page_published

from cms.core import retention as periods
from cms.core.sweeping import register_duty

from . import occasions, registration, reminders, retention
from .models import EventPage


def connect() -> None:
    page_published.connect(after_publishing, sender=EventPage, dispatch_uid="events.occasions")
    pre_delete.connect(before_deleting, sender=EventPage, dispatch_uid="events.occasions")
    periods.register(retention.rules)
    register_duty("places asked for twice", registration.release_held)
    register_duty("reminders of events", reminders.remind_due)


def after_publishing(sender, instance, **kwargs) -> None:
    occasions.follow(instance)


def before_deleting(sender, instance, **kwargs) -> None:
    occasions.cancel_all(instance)
