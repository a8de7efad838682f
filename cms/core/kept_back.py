"""Pictures that web and mail leave out wherever they are used, because somebody on them has taken their consent back.

The name in the row says it: in a folder that nobody knows, so that the old address in the public folder leads nowhere. The row
comes first, because no disk may stop a withdrawal; settle() brings the file after it, and again later where it could not.
Paper does not leave them out by itself: preflight names the person, and the piece is refused.
"""

import errno
import logging
import os
import secrets
from functools import partial
from pathlib import Path, PurePosixPath

from django.core.files.storage import FileSystemStorage, Storage
from django.db import transaction

logger = logging.getLogger(__name__)

FOLDER, USUAL_FOLDER = "kept_back", "original_images"
# Said by disks that know no hard links, and by systems that allow none to files of others.
NO_LINKS = {errno.EPERM, errno.EACCES, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.EOPNOTSUPP}


def is_kept_back(name: str) -> bool:
    """`name`: of the picture's file in its storage."""
    return (name or "").startswith(f"{FOLDER}/")


def keep_back(image) -> None:
    """May be called again. Never fails because of the disk: web and mail leave the picture out in any case."""
    if is_kept_back(image.file.name):
        return
    old = image.file.name
    new = f"{FOLDER}/{secrets.token_urlsafe(6)}/{PurePosixPath(old).name}"
    try:  # before the row is seen by others, so that what it names is there
        put_under_second_name(image.file.storage, old, new)
    except OSError:
        logger.warning("Picture %s has no second name yet", image.pk, exc_info=True)  # settle() tries again and says why not
    _rename(image, new)
    transaction.on_commit(partial(settle, image), robust=True)


def settle(image) -> bool:
    """Bring a kept-back picture's file to where its row says, out of the public folder. False: the disk did not let us."""
    new, storage = image.file.name, image.file.storage
    old = f"{USUAL_FOLDER}/{PurePosixPath(new).name}"
    try:
        if type(image).objects.filter(file=old).exists() or not storage.exists(old):  # another picture's by now, or done before
            return True
        if not (storage.exists(new) and storage.size(new) == storage.size(old)):
            put_under_second_name(storage, old, new)
        storage.delete(old)
    except FileNotFoundError:
        return True
    except OSError:
        logger.exception("Picture %s is still in the public folder; the sweep tries again", image.pk)
        return False
    return True


def give_back(image) -> None:
    """Raises OSError, and then nothing has changed: the picture stays kept back."""
    if not is_kept_back(image.file.name):
        return
    if not settle(image):
        raise OSError(errno.EIO, "The picture could not be brought to where it is kept back", image.file.name)
    old, storage = image.file.name, image.file.storage
    new = storage.get_available_name(f"{USUAL_FOLDER}/{PurePosixPath(old).name}")
    try:
        put_under_second_name(storage, old, new)
    except FileNotFoundError:
        logger.warning("The file of picture %s is missing; only its name was given back", image.pk)
    _rename(image, new)
    transaction.on_commit(partial(storage.delete, old), robust=True)


def put_under_second_name(storage: Storage, old: str, new: str) -> None:
    """A hard link, which needs no space on a full disk; a copy where there are none. Raises OSError, also for a missing file."""
    storage.delete(new)  # half a copy of an earlier try
    if isinstance(storage, FileSystemStorage) and _link(Path(storage.path(old)), Path(storage.path(new))):
        return
    with storage.open(old) as file:
        saved = storage.save(new, file)
    if saved != new:
        raise FileExistsError(errno.EEXIST, "The storage took another name", new)


def _link(source: Path, target: Path) -> bool:
    """False where there are no hard links."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        return False
    return True


def _rename(image, name: str) -> None:
    image.file.name = name
    type(image).objects.filter(pk=image.pk).update(file=name)
