from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipationConfig(AppConfig):
    name = "cms.participation"
    label = "participation"
    verbose_name = _("Participation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cms.core import retention

        from .calls import retention as calls
        from .retention import rules

        retention.register(rules)
        retention.register(calls.rules)
