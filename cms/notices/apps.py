from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "cms.notices"
    label = "notices"
    verbose_name = _("Notices")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.core.sweeping import register_duty

        from .sending import blank_old, send_due

        register_duty("notices", send_due)
        register_duty("old notices", blank_old)
