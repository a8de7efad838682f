from django.apps import AppConfig


class RenditionsConfig(AppConfig):
    name = "cms.renditions"
    label = "renditions"
    verbose_name = "Renditions"
