"""Words of the directory that readers see: ways in, mandates, functions. Translated into every language of the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Access(models.TextChoices):
    STEP_FREE = "step-free", _("Without steps")
    LIFT = "lift", _("Lift")
    TOILET = "toilet", _("Wheelchair-accessible toilet")
    PARKING = "parking", _("Parking for people with disabilities")
    LOOP = "loop", _("Induction loop")
    SIGNING = "signing", _("Sign language on request")
    EASY = "easy", _("Easy language")
    HOME = "home", _("Home visits")


class MandateKind(models.TextChoices):
    ELECTED = "elected", _("Elected")
    APPOINTED = "appointed", _("Appointed by the town council")
    ADVISORY = "advisory", _("Advisory")


class Function(models.TextChoices):
    CHAIR = "chair", _("Chair")
    DEPUTY = "deputy", _("Deputy chair")
    TREASURER = "treasurer", _("Treasurer")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", _("Member")
