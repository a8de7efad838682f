from django.apps import AppConfig


class RenditionsConfig(AppConfig):
    name = "cms.renditions"
    label = "renditions"
    verbose_name = "Renditions"

    def ready(self):
        from . import signals  # noqa: F401
