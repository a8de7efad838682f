"""The secret link of a registration: it opens, changes and cancels. It ends when the data are deleted."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from cms.core.secret_links import SecretLink

from .models import Registration

LINK = SecretLink("events.registration")


def token_of(registration: Registration) -> str:
    return LINK.token(str(registration.uid))


def address_of(registration: Registration) -> str:
    """For mails: absolute, in the person's language."""
    with translation.override(registration.language):
        return f"{settings.BASE_URL}{reverse('events:mine', args=[token_of(registration)])}"


def find(token: str) -> Registration:
    """Raises LinkError for a forged link, Registration.DoesNotExist when the data were deleted."""
    return Registration.objects.select_related("occasion", "slot").get(uid=LINK.read(token))
