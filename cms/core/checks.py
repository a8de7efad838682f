"""System checks of `manage.py check --deploy`: what is missing before the public may come.

They read the database, but an empty or unmigrated one is a warning, never a crash: `migrate` must always run.
"""

import datetime
import shutil
import subprocess
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Warning, register
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import Locale, Site

from .completeness import blanks
from .models import CouncilSettings

TAG = "council"
WAITING_TOO_LONG = datetime.timedelta(minutes=10)
FONTS = ("Noto Sans", "Noto Serif", "Noto Naskh Arabic")
DEMO_PASSWORD = "lindenau"  # noqa: S105 -- what the demo command sets; looked for here so that nobody keeps it
DEMO_LOGINS = ("redaktion", "admin")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@register(TAG, deploy=True)
def check_addresses(app_configs, **kwargs):
    found = []
    parts = urlsplit(settings.BASE_URL)
    if parts.scheme != "https" or parts.hostname in LOOPBACK:
        hint = "Set BASE_URL=https://… : it stands in every mail, every PDF and every QR code."
        found.append(Warning(f"BASE_URL is {settings.BASE_URL}", hint=hint, id="core.W001"))
    if settings.SECRET_KEY.startswith(("development-only", "test-only")):
        found.append(
            Error("SECRET_KEY is the one everybody knows", hint="Set SECRET_KEY to 50 random characters.", id="core.E002")
        )
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        hint = "Set FROM_EMAIL: confirmation mails from localhost are refused everywhere."
        found.append(Warning(f"Mails are sent from {settings.DEFAULT_FROM_EMAIL}", hint=hint, id="core.W003"))
    for name in ("default", "newsletter"):
        options = settings.MAILERS[name].get("OPTIONS", {})
        if options.get("host") in LOOPBACK and options.get("port") == 2525:
            hint = "Set MAIL_URL and NEWSLETTER_MAIL_URL: 127.0.0.1:2525 is the local mailbox for development."
            found.append(Warning(f"The mailer “{name}” ends in the local mailbox", hint=hint, id="core.W004"))
    return found


@register(TAG, deploy=True)
def check_fonts(app_configs, **kwargs):
    """The paper's last resort for scripts that the vendored families do not have."""
    tool = shutil.which("fc-list")
    hint = "apt-get install fonts-noto-core fontconfig"
    if tool is None:
        return [Warning("fontconfig is not installed: fonts for other scripts cannot be found", hint=hint, id="core.W005")]
    listing = subprocess.run([tool, ":", "family"], capture_output=True, text=True, timeout=30, check=False).stdout
    missing = [family for family in FONTS if family not in listing]
    return [Warning(f"Font families missing: {', '.join(missing)}", hint=hint, id="core.W005")] if missing else []


def reads_database(check):
    """A check that says “not migrated” instead of failing on an empty database."""

    def wrapped(app_configs, **kwargs):
        try:
            return check()
        except DatabaseError as error:
            return [Warning(f"The database cannot be read yet: {error}", hint="Run manage.py migrate first.", id="core.W010")]

    wrapped.__name__ = check.__name__
    return register(TAG, deploy=True)(wrapped)


@reads_database
def check_councils():
    found = []
    sites = list(Site.objects.all())
    if not sites:
        return [Warning("There is no site", hint="Create one in the admin, or run manage.py demo.", id="core.W016")]
    for site in sites:
        for blank in blanks(CouncilSettings.for_site(site)):
            hint = f"{blank.reason} Admin → Settings → Council ({site.hostname})."
            found.append(Warning(f"{site.hostname}: {blank.text}", hint=hint, id=f"core.{blank.code}"))
    return found


@reads_database
def check_languages():
    unknown = Locale.objects.exclude(language_code__in=dict(settings.LANGUAGES)).values_list("language_code", flat=True)
    hint = "Add them to LANGUAGES, or delete the locale: pages in it cannot be edited."
    return [Error(f"Locales that are not in LANGUAGES: {', '.join(unknown)}", hint=hint, id="core.E017")] if unknown else []


@reads_database
def check_demo_passwords():
    users = get_user_model().objects.filter(username__in=DEMO_LOGINS, is_active=True)
    open_doors = [user.get_username() for user in users if user.check_password(DEMO_PASSWORD)]
    hint = "Change the password or deactivate the login."
    return [Error(f"Demo password in use: {', '.join(open_doors)}", hint=hint, id="core.E018")] if open_doors else []


@reads_database
def check_worker():
    from django_tasks_db.models import DBTaskResult

    found, now = [], timezone.now()
    waiting = DBTaskResult.objects.filter(status="READY", enqueued_at__lt=now - WAITING_TOO_LONG)
    oldest = waiting.filter(run_after__lt=now - WAITING_TOO_LONG).order_by("enqueued_at").first()
    if oldest:
        minutes = int((now - oldest.enqueued_at).total_seconds() // 60)
        hint = "Start the worker: manage.py db_worker"
        found.append(Warning(f"A task has been waiting for {minutes} minutes", hint=hint, id="core.W019"))
    limit = now - datetime.timedelta(seconds=2 * max(settings.STALE_AFTER_SECONDS, settings.PDF_TIMEOUT_SECONDS))
    stuck = DBTaskResult.objects.filter(status="RUNNING", started_at__lt=limit).count()
    if stuck:
        hint = "A worker was killed in the middle. Run manage.py sweep."
        found.append(Warning(f"{stuck} tasks are stuck in the middle", hint=hint, id="core.W020"))
    return found
