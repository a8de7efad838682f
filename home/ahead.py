"""Pictures ahead of readers: when a page is published, a worker makes the renditions its web page needs.

Otherwise the first reader would wait for them; a front page has more than fifty.
"""

from django.conf import settings
from django.db import transaction
from django.tasks import task
from wagtail.models import Page

from cms.core.medium import Medium
from cms.core.pages import BasePage


def on_publish(sender, instance, **kwargs) -> None:
    """Receiver of page_published. The pages above show the article too, in other crops."""
    if settings.PICTURES_AHEAD and isinstance(instance, BasePage):
        pk = instance.pk
        transaction.on_commit(lambda: make_pictures.enqueue(pk))


@task
def make_pictures(pk: int) -> int:
    """Serve the page and those above it to nobody; returns how many were served. Quick if the pictures are there."""
    page = Page.objects.filter(pk=pk, live=True).first()
    if page is None:
        return 0
    shown = [candidate for candidate in [*page.get_ancestors().specific(), page.specific] if isinstance(candidate, BasePage)]
    for candidate in shown:
        candidate.make_preview_request(preview_mode=Medium.WEB.value)
    return len(shown)
