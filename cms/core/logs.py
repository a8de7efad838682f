"""What the log leaves out: the worker sets its own level and would write two lines for every page it indexes."""

import logging


class WorthALine(logging.Filter):
    """Drops the comings and goings of single tasks; their failures stay."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or record.name != "django.tasks"
