from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Home"

    def ready(self):
        from wagtail.signals import page_published

        from .ahead import on_publish

        page_published.connect(on_publish, dispatch_uid="home.ahead")
