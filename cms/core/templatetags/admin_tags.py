"""Tags of the admin's own templates: the council's clothes and a greeting."""

import colorsys

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..colours import WHITE, channels, safe_colour, with_lightness

register = template.Library()

DARKEST, LIGHTEST = 0.12, 0.27  # lightness of Wagtail's own two colours lies between these
LEAST_CONTRAST = 5.0


@register.simple_tag
def admin_theme(council) -> SafeString:
    """Wagtail's colour variables from the council's main colour, dark enough for the white text that stands on it."""
    if not council:  # a template rendered without a request keeps Wagtail's own colours
        return mark_safe("")
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(council.main_colour))
    shade = with_lightness(council.main_colour, lightness=min(max(lightness, DARKEST), LIGHTEST))
    lightness = colorsys.rgb_to_hls(*channels(safe_colour(shade, ground=WHITE, ratio=LEAST_CONTRAST)))[1]
    lines = []
    for name, light in (("primary", lightness * 0.72), ("secondary", lightness)):
        lines += [
            f"--w-color-{name}-hue:{hue * 360:.1f}",
            f"--w-color-{name}-saturation:{saturation * 100:.1f}%",
            f"--w-color-{name}-lightness:{light * 100:.1f}%",
        ]
    return mark_safe(";".join(lines))  # numbers only, made here


@register.simple_tag
def greeting(user) -> str:
    hour = timezone.localtime().hour
    name = user.first_name or user.get_username()
    if hour < 11:
        return _("Good morning, %(name)s") % {"name": name}
    if hour < 18:
        return _("Hello, %(name)s") % {"name": name}
    return _("Good evening, %(name)s") % {"name": name}
