"""Words of the library that readers see: kinds of documents, filters, what a document is relevant for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    RESOLUTION = "resolution", _("Resolution")
    MINUTES = "minutes", _("Minutes")
    AGENDA = "agenda", _("Agenda")
    MISSION = "mission", _("Mission statement")
    REPORT = "report", _("Report")
    STATUTE = "statute", _("Statute or rules")
    OTHER = "other", _("Other document")


# What a document can be relevant for: the fields for_budget, for_integration, for_gender.
FLAGS = {"budget": _("Budget"), "integration": _("Integration"), "gender": _("Gender equality")}

FILTERS = {
    "kind": _("Kind"),
    "topic": _("Topic"),
    "year": _("Year"),
    "body": _("Council or committee"),
    "flag": _("Relevant for"),
    "language": _("Language of the document"),
}
