from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Core"

    def ready(self):
        from . import checks, full_text, retention, signals, translations, uploads  # noqa: F401 -- checks register themselves
        from .sweeping import register_duty

        signals.connect()
        translations.connect()
        register_duty("retention periods", retention.carry_out_daily)
        register_duty("kept uploads", uploads.forget_kept)
        register_duty("search index", full_text.count_index)
