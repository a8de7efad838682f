"""Tasks of campaigns: thin, primitives in."""

from django.tasks import task

from . import proofs
from .models import TestimonialPage


@task(queue_name="pdf")
def draw_for_approval(page_id: int) -> int:
    page = TestimonialPage.objects.filter(pk=page_id).first()
    return proofs.draw(page) if page else 0
