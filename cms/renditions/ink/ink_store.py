"""Pictures made ready once and kept: a file per source, size and printing condition, shared by all render processes.

Bounded: what has not been used for longest goes first, never what was used within the last hour. Knows no Django.
"""

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 600 * 1024 * 1024
SAFE_SECONDS = 3600
EDITION = "2"  # change it when pictures come out differently


class InkStore:
    """The folder of prepared pictures. Without a folder nothing is kept."""

    def __init__(self, folder: str):
        self.folder = Path(folder) if folder else None
        self.grown = False

    def key(self, source: Path, *, how: str) -> str:
        """The same for the same picture prepared the same way, whatever it is called."""
        total = hashlib.sha256(f"{EDITION} {how} ".encode())
        with source.open("rb") as file:
            while part := file.read(1 << 20):
                total.update(part)
        return total.hexdigest()

    def find(self, key: str) -> Path | None:
        """A prepared picture, marked as used just now."""
        for kind in (".jpg", ".png", ".cut") if self.folder else ():
            path = self.folder / key[:2] / f"{key}{kind}"
            with suppress(OSError):
                os.utime(path)
                return path
        return None

    def keep(self, key: str, data: bytes, *, kind: str) -> Path | None:
        """Store it, whole or not at all. None if that is not possible: then it is used without being kept."""
        if self.folder is None:
            return None
        path = self.folder / key[:2] / f"{key}{kind}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as fresh:
                fresh.write(data)
            Path(fresh.name).replace(path)
        except OSError:
            with suppress(OSError, NameError):
                Path(fresh.name).unlink(missing_ok=True)
            return None
        self.grown = True
        return path

    def tidy(self, *, most: int = MOST_BYTES) -> None:
        """Make room, if anything was added. Two processes may do this at once."""
        if not self.grown:
            return
        self.grown, found = False, []
        for path in self.folder.glob("??/*"):
            with suppress(OSError):
                state = path.stat()
                found.append((state.st_mtime, state.st_size, path))
        total = sum(size for _used, size, _path in found)
        for used, size, path in sorted(found):
            if total <= most or used > time.time() - SAFE_SECONDS:
                return
            path.unlink(missing_ok=True)
            total -= size
