from django.apps import AppConfig


class CollateralConfig(AppConfig):
    name = "cms.collateral"
    label = "collateral"
    verbose_name = "Collateral"

    def ready(self):
        from cms.core.sweeping import register_duty

        from . import letters

        register_duty("letters without workers", letters.release_stale)
        register_duty("old recipients of letters", letters.delete_old)
