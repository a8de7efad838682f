"""Receivers that hold for every way something can happen: form, bulk action, schedule, command."""

from django.db.models.signals import pre_save
from wagtail.models import UploadedFile

from . import images
from .models import CouncilImage


def clean_waiting_upload(sender, instance: UploadedFile, **kwargs) -> None:
    """A picture without its credit waits in wagtail_uploads/ below the media folder: it must be clean there already."""
    waiting_for = instance.for_content_type and instance.for_content_type.model_class()
    if waiting_for is CouncilImage and instance.file and not instance.file._committed:
        instance.file = images.clean_file(instance.file)


def connect() -> None:
    pre_save.connect(clean_waiting_upload, sender=UploadedFile, dispatch_uid="core.clean_waiting_upload")
