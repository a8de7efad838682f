"""The media a page is rendered in, and which template file serves which medium.

Siblings lie side by side: x.html (web), x.print.html (print), x.mjml (e-mail), x.txt (the e-mail's text part).
"""

from collections.abc import Mapping
from enum import StrEnum

from django.template.loader import select_template
from django.utils.translation import gettext_lazy as _


class Medium(StrEnum):
    WEB = "web"
    PRINT = "print"
    EMAIL = "email"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        return {"web": ".html", "print": ".print.html", "email": ".mjml", "text": ".txt"}[self]

    @property
    def editorial(self) -> "Medium":
        """The medium editors know: the text part belongs to the e-mail."""
        return Medium.EMAIL if self is Medium.TEXT else self


# What editors choose from in "show in". The text part follows the e-mail.
EDITORIAL_MEDIA = [(Medium.WEB.value, _("Web")), (Medium.PRINT.value, _("Print")), (Medium.EMAIL.value, _("E-mail"))]


def medium_of(context: Mapping | None) -> Medium:
    """The medium a template context is rendered for; web unless it says otherwise."""
    return Medium((context or {}).get("medium") or Medium.WEB)


def medium_template(web_template: str, *, medium: Medium) -> str:
    """The sibling of `web_template` for `medium`.

    Print falls back to the web template. E-mail and text never do: HTML inside MJML would be dropped without a word,
    so a missing sibling raises TemplateDoesNotExist.
    """
    stem = web_template.removesuffix(".html")
    names = [stem + medium.suffix]
    if medium is Medium.PRINT:
        names.append(web_template)
    return select_template(names).template.name
