from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "cms.editions"
    label = "editions"
    verbose_name = "Editions"
