"""States in the admin, told by sign, shape, colour and word together (templates/core/admin/lamp.html)."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Lamp(StrEnum):
    OK = "ok"
    WORK = "work"
    OLD = "old"
    NO = "no"
    NA = "na"

    @property
    def label(self) -> str:
        return {
            Lamp.OK: _("done"),
            Lamp.WORK: _("in progress"),
            Lamp.OLD: _("outdated"),
            Lamp.NO: _("missing"),
            Lamp.NA: _("not planned"),
        }[self]
