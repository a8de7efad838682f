"""Logins for the demo: an editor of the group “Redaktion”, the chair who approves proofs, and an administrator."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from cms.core.permissions import ensure_editor_group
from cms.renditions.proofs import APPROVERS, ensure_workflow

from .ledger import Ledger

EDITOR, CHAIR, ADMIN = "redaktion", "vorsitz", "admin"


def ensure_logins(*, password: str, ledger: Ledger) -> None:
    """Passwords of logins that exist already are left alone."""
    group = ensure_editor_group()
    users = get_user_model()
    if not users.objects.filter(username=EDITOR).exists():
        editor = users.objects.create_user(
            EDITOR, "redaktion@lindenau.example", password, first_name="Ines", last_name="Kaltwasser"
        )
        editor.groups.add(group)
        ledger.note("logins")
    ensure_workflow()
    if not users.objects.filter(username=CHAIR).exists():
        chair = users.objects.create_user(CHAIR, "vorsitz@lindenau.example", password, first_name="Jaspal", last_name="Gill")
        chair.groups.add(Group.objects.get(name=APPROVERS))
        ledger.note("logins")
    if not users.objects.filter(username=ADMIN).exists():
        users.objects.create_superuser(ADMIN, "admin@lindenau.example", password)
        ledger.note("logins")
