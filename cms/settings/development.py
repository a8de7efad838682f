"""What `make start` runs: everything on this machine, mail into the local mailbox."""

from .base import *  # noqa: F403
from .base import BASE_DIR, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-never-in-production")
ALLOWED_HOSTS = ["*"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
KEPT_DRAWINGS = BASE_DIR / ".tools" / "drawings"
WAGTAIL_PASSWORD_REQUIRED = True
BOUNCE_DOMAIN = env.str("BOUNCE_DOMAIN", default="bounces.localhost")
# The local mailbox keeps every mail as a file, so after a killed worker it is known what had arrived.
NEWSLETTER_RESOLVER = env.str("NEWSLETTER_RESOLVER", default=f"folder:{VAR_DIR / 'mailbox'}")
