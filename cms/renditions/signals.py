"""Publishing makes the PDF for readers: what a page wants printed then is queued."""

from django.conf import settings
from django.dispatch import receiver
from wagtail.signals import page_published

from .printing import request_print


@receiver(page_published)
def print_on_publish(sender, instance, **kwargs):
    if not settings.PDF_ON_PUBLISH:
        return
    for page in getattr(instance.specific, "printed_on_publish", list)():
        if page.live:
            request_print(page)
