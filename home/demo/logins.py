"""Two logins for the demo: an editor with the rights of the group “Redaktion”, and an administrator."""

from django.contrib.auth import get_user_model

from cms.core.permissions import ensure_editor_group

from .ledger import Ledger

EDITOR, ADMIN = "redaktion", "admin"


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
    if not users.objects.filter(username=ADMIN).exists():
        users.objects.create_superuser(ADMIN, "admin@lindenau.example", password)
        ledger.note("logins")
