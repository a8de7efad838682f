from django.apps import AppConfig


class NewsletterConfig(AppConfig):
    name = "newsletter"
    verbose_name = "Newsletter"

    def ready(self):
        from cms.core.sweeping import register_duty

        from . import duties

        register_duty("sign-up requests", duties.expire_requests)
        register_duty("confirmation mails", duties.retry_confirmations)
        register_duty("abandoned deliveries", duties.release_stale)
        register_duty("mailings", duties.wake_due)
