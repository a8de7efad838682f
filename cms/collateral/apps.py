from django.apps import AppConfig


class CollateralConfig(AppConfig):
    name = "cms.collateral"
    label = "collateral"
    verbose_name = "Collateral"
