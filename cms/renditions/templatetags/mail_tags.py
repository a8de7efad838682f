"""Template language of mails that need to know about print: the PDF of the page at hand."""

from django import template
from django.urls import reverse

from cms.core.templatetags.core_tags import absolute

from ..printing import ready_file

register = template.Library()


@register.simple_tag
def ready_pdf(page) -> dict | None:
    """The finished screen PDF of a published page: absolute `url`, `size` in bytes, number of `pages`; else None."""
    found = ready_file(page)
    if found is None:
        return None
    url = absolute(reverse("public_pdf", args=[page.pk, page.slug]))
    return {"url": url, "size": found.size, "pages": found.page_count}
