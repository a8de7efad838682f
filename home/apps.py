from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Home"

    def ready(self):
        from wagtail.signals import page_published

        from cms.core.sweeping import register_duty

        from .ahead import on_publish
        from .reports.review import remind_due

        page_published.connect(on_publish, dispatch_uid="home.ahead")
        register_duty("content due for review", remind_due)
