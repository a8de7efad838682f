"""Findings in words: what is wrong and what to do, in the language that is active. English here, German in the catalogue."""

import string

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, pgettext, pgettext_lazy

from .findings import Finding, Severity
from .sentences import SENTENCES

SEVERITIES = {
    Severity.ERROR: gettext_lazy("Error"),
    Severity.WARNING: gettext_lazy("Warning"),
    Severity.INFO: gettext_lazy("Note"),
}
LIMITS = {
    "bytes": gettext_lazy("it is too large"),
    "pages": gettext_lazy("it has too many pages"),
    "objects": gettext_lazy("it has too many parts"),
    "stream": gettext_lazy("one of its parts unpacks to an enormous size"),
    "operators": gettext_lazy("its drawings have too many parts"),
    "depth": gettext_lazy("its parts are nested too deep"),
    "time": gettext_lazy("it took too long"),
    "memory": gettext_lazy("it needs too much memory"),
    "crash": gettext_lazy("it is damaged or was made to do damage"),
}
THINGS = {
    "type": pgettext_lazy("preflight", "type"),
    "fill": pgettext_lazy("preflight", "areas"),
    "stroke": pgettext_lazy("preflight", "lines"),
    "shading": pgettext_lazy("preflight", "gradients"),
    "picture": pgettext_lazy("preflight", "pictures"),
}


class _Lenient(dict):
    """A detail that an old finding does not have yet is shown as a dash."""

    def __missing__(self, key):
        return "–"


def sentence(finding: Finding) -> str:
    """What is wrong and what to do, in the active language."""
    details = finding.details
    text = SENTENCES.get(finding.code)
    if finding.code == "content":
        return str(details.get("detail", ""))
    if isinstance(text, tuple):  # without and with the name of the picture, frame or person
        text = text[1] if details.get("name") or details.get("frame") else text[0]
    if text is None:
        text = gettext_noop("The check “{code}” was not passed.")
        details = {"code": finding.code}
    values = _Lenient({name: _shown(name, value) for name, value in details.items()})
    return string.Formatter().vformat(_(text), (), values)


def _shown(name: str, value) -> str:
    if name == "what":
        return str(LIMITS.get(value) or THINGS.get(value) or value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return number_format(value, decimal_pos=0 if value == int(value) else (1 if round(value, 1) == value else 2))
    if isinstance(value, int):
        return number_format(value, use_l10n=True, force_grouping=True)
    return str(value)


GROUPS = {
    "content": pgettext_lazy("preflight", "Content"),
    "layout": pgettext_lazy("preflight", "Space"),
    "geometry": pgettext_lazy("preflight", "Format and bleed"),
    "pictures": pgettext_lazy("preflight", "Pictures"),
    "colour": pgettext_lazy("preflight", "Colour"),
    "type": pgettext_lazy("preflight", "Type and lines"),
    "accessibility": pgettext_lazy("preflight", "Accessibility"),
    "file": pgettext_lazy("preflight", "File"),
}


def group_of(finding: Finding) -> str:
    """The key of the group a finding is listed in; GROUPS has the names."""
    from .sentences import GROUP_OF

    return GROUP_OF.get(finding.code, "content")


def group_label(finding: Finding) -> str:
    return str(GROUPS[group_of(finding)])


def severity_label(finding: Finding) -> str:
    return str(SEVERITIES[finding.severity])


def page_label(finding: Finding) -> str:
    """“Page 3”, or “Whole file”."""
    return _("Page %(number)s") % {"number": finding.page} if finding.page else pgettext("preflight", "Whole file")
