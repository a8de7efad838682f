from django.apps import AppConfig


class RenditionsConfig(AppConfig):
    name = "cms.renditions"
    label = "renditions"
    verbose_name = "Renditions"

    def ready(self):
        from cms.core.sweeping import register_duty

        from . import signals  # noqa: F401
        from .hyphen_patterns import read_quickly
        from .tasks import release_stale

        read_quickly()
        register_duty("print files of dead workers", release_stale)
