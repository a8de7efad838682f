"""Page pictures of finished files, from a small store beside the previews, and the visual difference of two files.

The work is done in raster_process.py. Raises RasterError; callers show what they have without pictures.
"""

import hashlib
import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .errors import RenditionError
from .processes import confined
from .processes.confined import Died, Limits, TooSlow
from .processes.local_files import local_path

KEPT_FOLDERS = 400
TIMEOUT_SECONDS = 60
LIMITS = Limits(memory_mb=900, cpu_seconds=TIMEOUT_SECONDS, file_mb=50)


class RasterError(RenditionError):
    """No pictures of this file."""


def page_pictures(file) -> tuple[Path, list[dict]]:
    """The folder with 1.jpg, 1-small.jpg …, and each page's size in px and mm. `file` is a FieldFile. Raises RasterError."""
    if not file:
        raise RasterError(_("The file was removed: somebody shown in it has taken their consent back."))
    folder = _store() / hashlib.sha256(f"{file.name} {file.size}".encode()).hexdigest()[:32]
    index = folder / "pages.json"
    if index.exists():
        os.utime(folder)
        return folder, json.loads(index.read_text())
    fresh = Path(tempfile.mkdtemp(dir=_store(), prefix="part-"))
    try:
        path = local_path(file.name, storage=file.storage)
        pages = _picture(path, folder=fresh) if file.name.endswith(".png") else _ask("pages", [path], folder=fresh)["pages"]
        (fresh / "pages.json").write_text(json.dumps(pages))
        with suppress(OSError):  # another process was faster
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _tidy()
    return folder, pages


def differences(old, new, *, proofs: bool = False) -> list[dict]:
    """Per page of two PDFs (FieldFiles): `page`, changed `regions` in parts of it, `only` old or new. Raises RasterError.

    Between `proofs` the line with version and date at the foot is no change.
    """
    paths = [local_path(file.name, storage=file.storage) for file in (old, new)]
    with tempfile.TemporaryDirectory() as folder:
        return _ask("compare", paths, folder=Path(folder), proofs=proofs)["changes"]


def _picture(path: Path, *, folder: Path) -> list[dict]:
    """A social card is a picture already: one page."""
    from PIL import Image

    with Image.open(path) as image:
        image = image.convert("RGB")
        image.thumbnail((900, 1300))
        image.save(folder / "1.jpg", "JPEG", quality=84)
        size = image.size
        image.thumbnail((220, 220))
        image.save(folder / "1-small.jpg", "JPEG", quality=84)
    return [{"px": size, "mm": [side * 25.4 / 96 for side in size], "trim": [0, 0]}]


def _store() -> Path:
    folder = Path(settings.VAR_DIR) / "press" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _tidy() -> None:
    folders = [path for path in _store().iterdir() if path.is_dir() and not path.name.startswith("part-")]
    for old in sorted(folders, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT_FOLDERS:]:
        shutil.rmtree(old, ignore_errors=True)


def _ask(kind: str, files: list[Path], *, folder: Path, proofs: bool = False) -> dict:
    job = {"kind": kind, "files": [str(path) for path in files], "folder": str(folder), "proofs": proofs}
    try:
        answer = confined.ask("cms.renditions.processes.raster_process", job, limits=LIMITS, timeout=TIMEOUT_SECONDS)
    except TooSlow:
        answer = {"error": _("it took longer than %(seconds)s seconds") % {"seconds": TIMEOUT_SECONDS}}
    except Died as died:
        answer = {"error": died.detail}
    if "error" in answer:
        raise RasterError(_("The pages cannot be shown as pictures: %(reason)s") % {"reason": answer["error"]})
    return answer
