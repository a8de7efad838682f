"""Rich text from the editor, made fit for a medium: links resolved, cleaned, typeset."""

from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from .medium import Medium


def render_rich_text(value: RichText | str, *, medium: Medium) -> SafeString:
    source = getattr(value, "source", value) or ""
    return mark_safe(expand_db_html(source))
