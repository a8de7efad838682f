from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Core"

    def ready(self):
        from . import checks, signals, translations  # noqa: F401 -- checks register themselves

        signals.connect()
        translations.connect()
