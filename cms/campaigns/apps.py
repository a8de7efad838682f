from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "cms.campaigns"
    label = "campaigns"
    verbose_name = "Campaigns"

    def ready(self) -> None:
        from cms.core.sweeping import register_duty

        from .releases import expire_releases

        register_duty("expired releases", expire_releases)
