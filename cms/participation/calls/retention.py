"""How long applications are kept. The period is “applications” in the data protection settings."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.data_protection import DataProtection
from cms.core.retention import Rule

from ..models import Application
from .applying import erase, forget_contact

State = Application.State


def rules() -> list[Rule]:
    days = DataProtection.longest("keep_applications_days")
    return [
        Rule("applications", _("applications"), days, _due, _erase),
        Rule("application-winners", _("contact of winners"), days, _winners, _forget_contact),
    ]


def _settled(limit) -> Q:
    """Decided before the limit; or never decided and untouched since."""
    return Q(form__jury__told_at__lt=limit) | Q(form__jury__told_at__isnull=True, changed_at__lt=limit)


def _shown() -> Q:
    return Q(state=State.WON, naming__isnull=False)


def _due(limit) -> QuerySet:
    return Application.objects.filter(_settled(limit)).exclude(_shown())


def _erase(keys: list) -> None:
    for row in Application.objects.filter(pk__in=keys).select_related("form"):
        erase(row, by="retention")


def _winners(limit) -> QuerySet:
    return Application.objects.filter(_settled(limit) & _shown(), forgotten_at__isnull=True)


def _forget_contact(keys: list) -> None:
    for row in Application.objects.filter(pk__in=keys).select_related("form"):
        forget_contact(row)
