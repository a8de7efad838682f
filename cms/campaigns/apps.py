from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "cms.campaigns"
    label = "campaigns"
    verbose_name = "Campaigns"

    def ready(self) -> None:
        from django.db.models.signals import post_delete
        from wagtail.signals import unpublished

        from cms.core import retention
        from cms.core.consent import person_gone, register_judge
        from cms.core.sweeping import register_duty

        from . import moderation, submissions, withdrawal
        from .releases import expire_releases

        register_duty("expired releases", expire_releases)
        register_duty("people who have withdrawn", withdrawal.clear_unfinished)
        register_judge(withdrawal.judge)
        unpublished.connect(withdrawal.follow_unpublished, dispatch_uid="campaigns.follow_unpublished")
        register_duty("told submissions", moderation.tell_decided)
        retention.register(submissions.retention_rules)
        post_delete.connect(submissions.delete_photo, sender="campaigns.Submission", dispatch_uid="campaigns.delete_photo")
        person_gone.connect(submissions.forget_person, dispatch_uid="campaigns.forget_person")
