"""What goes away when a release ends, in every language and medium at once, and what stays as evidence of what was printed."""

from wagtail.models import Revision

from .evidence import Kind, record
from .models import TestimonialPage


def take_away(testimonial: TestimonialPage, *, originals: bool = False, user=None, by: str = "") -> None:
    """Everything that shows the person. Called by releases.change_release in its transaction, and by nobody else."""
    pages = list(TestimonialPage.objects.filter(translation_key=testimonial.translation_key).select_related("locale"))
    for page in pages:
        Revision.page_revisions.filter(object_id=str(page.pk)).update(approved_go_live_at=None)
        if page.live:
            page.unpublish(user=user)
            record(page.translation_key, Kind.UNPUBLISHED, user=user, by=by, language=page.locale.language_code)


def printed_pieces(testimonial_key) -> list:
    """What had left the house before: it cannot be called back."""
    return []
