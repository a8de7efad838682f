"""Pictures that web and mail leave out wherever they are used, because somebody on them has taken their consent back.

Where the file lies says it: in a folder whose name nobody knows, so that the old address in the public folder leads nowhere.
Paper does not leave them out by itself: preflight names the person, and the piece is refused.
"""

import secrets
from pathlib import PurePosixPath

from django.db import transaction

FOLDER, USUAL_FOLDER = "kept_back", "original_images"


def is_kept_back(name: str) -> bool:
    """`name`: of the picture's file in its storage."""
    return (name or "").startswith(f"{FOLDER}/")


def keep_back(image) -> None:
    """May be called again."""
    if not is_kept_back(image.file.name):
        _move(image, folder=f"{FOLDER}/{secrets.token_urlsafe(6)}")


def give_back(image) -> None:
    if is_kept_back(image.file.name):
        _move(image, folder=USUAL_FOLDER)


def _move(image, *, folder: str) -> None:
    """The file under another name, in the row and in the storage. A copy first: the row never names a file that is not there."""
    old, storage = image.file.name, image.file.storage
    with storage.open(old) as file:
        image.file.name = storage.save(f"{folder}/{PurePosixPath(old).name}", file)
    type(image).objects.filter(pk=image.pk).update(file=image.file.name)
    transaction.on_commit(lambda: storage.delete(old))
