from django.apps import AppConfig


class NewsletterConfig(AppConfig):
    name = "newsletter"
    verbose_name = "Newsletter"

    def ready(self):
        from anymail.signals import tracking

        from cms.core import retention as periods
        from cms.core.sweeping import register_duty

        from . import approval, automatic, duties, gone, retention, throttle, verification
        from .exchange import running
        from .feedback.webhooks import take_event

        tracking.connect(take_event, dispatch_uid="newsletter.feedback")

        approval.connect()
        gone.connect()
        periods.register(retention.rules)
        register_duty("sign-up requests", duties.expire_requests)
        register_duty("confirmation mails", duties.retry_confirmations)
        register_duty("abandoned deliveries", duties.release_stale)
        register_duty("mailings", duties.wake_due)
        register_duty("automatic mailings", automatic.prepare_due)
        register_duty("bounces", duties.look_for_bounces)
        register_duty("seals of consent", verification.make_checkpoint_hourly)
        register_duty("imports", running.wake_imports)
        register_duty("pace of sending", throttle.forget_old)
