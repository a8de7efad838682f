"""The drawn pictures as images of the library: rasterised once, with credit and focal point."""

from django.core.files.base import ContentFile

from cms.core.models import CouncilImage

from .content.pictures import CREDIT, FOCUS, PEOPLE, TITLES
from .ledger import Ledger
from .pictures.draw import PICTURES
from .pictures.raster import picture_file


def wanted_images() -> dict[str, tuple[str, str]]:
    """Key in the content → (key of the drawing, title). “portrait-emre” is drawn as “emre”."""
    wanted = {key: (key, title) for key, title in TITLES.items()}
    for name, full_name in PEOPLE.items():
        wanted[f"portrait-{name}"] = (name, full_name)
        if f"figur-{name}" in PICTURES:
            wanted[f"figur-{name}"] = (f"figur-{name}", f"{full_name} (freigestellt)")
            wanted[f"frei-{name}"] = (f"frei-{name}", f"{full_name} (für Plakate)")
    return wanted


def ensure_images(*, ledger: Ledger) -> dict[str, int]:
    """Primary keys of all pictures of the demo by their key; missing ones are drawn."""
    wanted = wanted_images()
    titles = [title for _drawing, title in wanted.values()]
    found = dict(CouncilImage.objects.filter(title__in=titles, credit=CREDIT).values_list("title", "pk"))
    return {
        key: found.get(title) or draw_image(key, drawing=drawing, title=title, ledger=ledger)
        for key, (drawing, title) in wanted.items()
    }


def draw_image(key: str, *, drawing: str, title: str, ledger: Ledger) -> int:
    picture = PICTURES[drawing]
    image = CouncilImage(title=title, credit=CREDIT, description=picture.title)
    image.file = ContentFile(picture_file(picture), name=picture.filename)
    x, y, width, height = FOCUS[key.partition("-")[0] if "-" in key else "scene"]
    pixels_high = round(picture.width_px * picture.height / picture.width)
    image.focal_point_x, image.focal_point_y = round(picture.width_px * x), round(pixels_high * y)
    image.focal_point_width, image.focal_point_height = round(picture.width_px * width), round(pixels_high * height)
    image.save()
    ledger.note("pictures")
    return image.pk
