"""Pictures on the web: `{% photo image "wide" alt=… %}` gives an image in WebP in several widths, cropped around the focal
point, with width and height, so that nothing jumps. Print and mail have their own tags.
"""

from collections.abc import Iterable, Mapping

from django import template
from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import AbstractImage, ResponsiveImage
from wagtail.images.shortcuts import get_renditions_or_not_found

register = template.Library()

# Shape: widths in px, height as a share of the width (None: as the picture is), CSS `sizes`. WebP alone: every browser since
# 2020 reads it, it keeps the transparency of cut-outs, and a second format would double the work at publishing.
SHAPES = {
    "lead": ((480, 960, 1600), 9 / 16, "(min-width: 60em) 50rem, 100vw"),
    "wide": ((480, 960, 1600), 8.4 / 16, "(min-width: 78em) 75rem, 100vw"),
    "second": ((360, 720), 2 / 3, "(min-width: 60em) 23rem, (min-width: 40em) 45vw, 100vw"),
    "row": ((200, 400), 3 / 4, "12.5rem"),
    "cover": ((360, 720), 10 / 16, "(min-width: 60em) 22rem, 15rem"),
    "mini": ((180, 360), 308 / 285, "9rem"),
    "column": ((480, 960), None, "(min-width: 60em) 42rem, 100vw"),
    "column-wide": ((480, 960), 9 / 16, "(min-width: 60em) 42rem, 100vw"),
    "column-square": ((480, 960), 1, "(min-width: 60em) 42rem, 100vw"),
    "column-portrait": ((480, 960), 5 / 4, "(min-width: 60em) 42rem, 100vw"),
    "half": ((360, 720), 3 / 4, "(min-width: 60em) 21rem, 50vw"),
    "portrait": ((160, 320), 5 / 4, "9rem"),
    "face": ((240, 480), None, "(min-width: 60em) 14rem, 40vw"),
}


@register.simple_tag
def photo(image, shape: str, *, alt: str = "", lazy: bool = True, css: str = "") -> SafeString:
    """A picture in one of SHAPES; nothing if there is none (somebody may have deleted it), or if it is kept back."""
    if not image or not image.is_public:
        return mark_safe("")
    widths, ratio, sizes = SHAPES[shape]
    specs = [
        (f"fill-{width}x{round(width * ratio)}" if ratio else f"width-{width}") + "|format-webp"
        for width in useful_widths(image, widths=widths, ratio=ratio)
    ]
    attributes = {"alt": alt, "sizes": sizes}
    if lazy:
        attributes["loading"] = "lazy"
    else:
        attributes["fetchpriority"] = "high"
    if css:
        attributes["class"] = css
    return ResponsiveImage(get_renditions_or_not_found(image, specs), attributes).__html__()


def useful_widths(image, *, widths: tuple[int, ...], ratio: float | None) -> list[int]:
    """`widths` without those a small picture cannot fill: it is never enlarged, and no width may be listed twice."""
    most = min(image.width, image.height / ratio) if ratio else image.width
    return [width for place, width in enumerate(widths) if place == 0 or widths[place - 1] < most]


@register.simple_tag
def gather_pictures(*content) -> str:
    """Load the renditions of all pictures in a stream or list at once instead of one query per picture. Shows nothing."""
    pictures = list(pictures_in(content))
    if pictures:
        prefetch_related_objects(pictures, "renditions")
    return ""


def pictures_in(content) -> Iterable[AbstractImage]:
    if isinstance(content, AbstractImage):
        yield content
    elif isinstance(content, Mapping):
        for value in content.values():
            yield from pictures_in(value)
    elif hasattr(content, "block_type"):
        yield from pictures_in(content.value)
    elif isinstance(content, Iterable) and not isinstance(content, str | bytes):
        for value in content:
            yield from pictures_in(value)
