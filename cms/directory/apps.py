from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "cms.directory"
    label = "directory"
    verbose_name = "Directory"

    def ready(self):
        from django.db.models.signals import post_delete

        from cms.core import retention
        from cms.core.sweeping import register_duty

        from . import checking
        from .models.documents import DocumentVersion, forget_file

        post_delete.connect(forget_file, sender=DocumentVersion, dispatch_uid="directory.forget_file")
        register_duty("contacts to be asked", checking.ask_daily)
        retention.register(checking.rules)
