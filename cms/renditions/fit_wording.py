"""How a story fits its place on paper, in words: for the flatplan and the print preview. What can be done to text: copyfit.py."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.typography import listed


def fit_words(fit: dict) -> str:
    """“fits”, “12 lines over” or “6 lines under”."""
    if lines := fit.get("lines_over"):
        return ngettext("%(lines)s line over", "%(lines)s lines over", lines) % {"lines": lines}
    if lines := fit.get("lines_under"):
        return ngettext("%(lines)s line under", "%(lines)s lines under", lines) % {"lines": lines}
    return _("fits")


def copyfit_words(copyfit: dict[str, float]) -> str:
    """What was done to its text so that it does: “letter-spacing +1.2 %, type size −2 %”. Empty if nothing was."""
    words = {
        "spacing": _("letter-spacing %(change)s"),
        "size": _("type size %(change)s"),
        "leading": _("line height %(change)s"),
        "zone": _("more words divided"),
    }
    return listed(words[name] % {"change": _change(copyfit[name])} for name in words if copyfit.get(name))


def _change(percent: float) -> str:
    """“+1.2 %”, with a true minus."""
    digits = number_format(abs(percent), decimal_pos=0 if percent == int(percent) else 1)
    return f"{'+' if percent > 0 else '−'}{digits}\u00a0%"
