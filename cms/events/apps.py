from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "cms.events"
    label = "events"
    verbose_name = "Events"

    def ready(self):
        from cms.core import calendar

        from . import connections, signals  # noqa: F401 -- signals connect themselves, before those of registration
        from .entries import calendar_entries

        calendar.register(calendar_entries)
        connections.connect()
