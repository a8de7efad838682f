"""Publishing makes the PDF for readers: what a page wants printed then is queued. Released print files cannot be deleted."""

from django.conf import settings
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.signals import page_published

from .models import PrintFile, refuse_to_delete_released
from .printing import request_print

pre_delete.connect(refuse_to_delete_released, sender=PrintFile)


@receiver(page_published)
def print_on_publish(sender, instance, **kwargs):
    if not settings.PDF_ON_PUBLISH:
        return
    for page in getattr(instance.specific, "printed_on_publish", list)():
        if page.live:
            request_print(page)
