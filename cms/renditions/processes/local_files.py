"""Stored files as files of this machine, because the processes that read them know paths only.

A storage with paths gives its own. From one elsewhere a copy is brought once and kept; what nobody has used for longest goes.
"""

import hashlib
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, default_storage

KEPT_FILES = 400
SAFE_SECONDS = 3600  # a job that was given a path is done by then


def local_path(name: str, *, storage: Storage | None = None) -> Path:
    """Where the file called `name` lies on this machine. Raises OSError if a storage elsewhere does not have it."""
    storage = storage or default_storage
    try:
        return Path(storage.path(name))
    except NotImplementedError:
        return _brought(name, storage=storage)


def _brought(name: str, *, storage: Storage) -> Path:
    changed = storage.get_modified_time(name).isoformat()
    digest = hashlib.sha256(f"{name} {storage.size(name)} {changed}".encode()).hexdigest()[:32]
    path = _folder() / f"{digest}{Path(name).suffix}"
    with suppress(OSError):
        os.utime(path)
        return path
    with storage.open(name, "rb") as source, tempfile.NamedTemporaryFile(dir=path.parent, prefix="part-", delete=False) as fresh:
        shutil.copyfileobj(source, fresh)
    Path(fresh.name).replace(path)
    _tidy()
    return path


def _folder() -> Path:
    folder = Path(settings.VAR_DIR) / "press" / "brought"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _tidy() -> None:
    files = []
    for path in _folder().iterdir():
        with suppress(OSError):
            files.append((path.stat().st_mtime, path))
    for used, path in sorted(files, reverse=True)[KEPT_FILES:]:
        if used < time.time() - SAFE_SECONDS:
            path.unlink(missing_ok=True)
