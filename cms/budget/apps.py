from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BudgetConfig(AppConfig):
    name = "cms.budget"
    label = "budget"
    verbose_name = _("Budget")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cms.renditions import costs

        from .wording import run_costs

        costs.register(run_costs)
