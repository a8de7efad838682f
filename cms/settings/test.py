"""Tests: fast password hashing, tasks run by the tests themselves, everything else as in production."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import BASE_DIR, DATABASES, LOGGING

SECRET_KEY = "test-only"  # noqa: S105 -- guards nothing
ALLOWED_HOSTS = ["*"]
# The first one hashes; the second knows the passwords of the demo, which is made as a house makes it.
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("MD5", "PBKDF2")]
# Each process of the suite has a state folder of its own, and takes it away when it ends.
VAR_DIR = Path(tempfile.mkdtemp(prefix="vielfalt-test-"))
MEDIA_ROOT, PRINT_ROOT, PRIVATE_ROOT = VAR_DIR / "media", VAR_DIR / "print", VAR_DIR / "private"
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)
KEPT_DRAWINGS = BASE_DIR / ".tools" / "drawings"
PDF_ON_PUBLISH = False  # tests that want the PDF ask for it; the others are not slowed down by every publish
PDF_TIMEOUT_SECONDS = 300  # a busy build machine is no reason to fail
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "tests.indexing.IndexWhenRead", "QUEUES": ["default", "mail", "pdf"]}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: browser tests and worker processes read the same database.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "db.sqlite3")}
LOGGING["root"]["level"] = "WARNING"
PICTURES_AHEAD = False  # the test that is about it switches it on
