"""What is released for print is kept: its row, its page and its revision cannot be deleted while it exists."""

from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext as _


class Kept(ProtectedError):
    """Deleting would take a released print file, or what it was made from, with it."""

    def __init__(self, print_files):
        text = _("“%(page)s” has a PDF that was released for print. It is kept with its text, so this cannot be deleted.")
        super().__init__(text % {"page": print_files[0].page.title}, set(print_files))

    def __str__(self) -> str:
        return self.args[0]


def _refuse_released(objects) -> None:
    released = [item for item in objects if item.state == "released"]
    if released:
        raise Kept(released)


def cascade_unless_released(collector, field, sub_objs, using):
    """on_delete: with its page go waiting, finished and failed files, never a released one."""
    _refuse_released(sub_objs)
    models.CASCADE(collector, field, sub_objs, using)


def forget_unless_released(collector, field, sub_objs, using):
    """on_delete: Wagtail may purge revisions, but not the one a released file was made from."""
    _refuse_released(sub_objs)
    models.SET_NULL(collector, field, sub_objs, using)


def refuse_to_delete_released(sender, instance, **kwargs):
    """pre_delete of PrintFile, so that querysets and the shell obey as well."""
    _refuse_released([instance])
