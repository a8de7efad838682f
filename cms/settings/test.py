"""Tests: fast password hashing, tasks run by the tests themselves, everything else as in production."""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, LOGGING

SECRET_KEY = "test-only"  # noqa: S105 -- guards nothing
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="vielfalt-media-"))
PRINT_ROOT = Path(tempfile.mkdtemp(prefix="vielfalt-print-"))
PDF_ON_PUBLISH = False  # tests that want the PDF ask for it; the others are not slowed down by every publish
PDF_TIMEOUT_SECONDS = 300  # a busy build machine is no reason to fail
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default", "mail", "pdf"]}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: browser tests and worker processes read the same database.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(tempfile.gettempdir()) / f"vielfalt-test-{os.getpid()}.sqlite3")}
LOGGING["root"]["level"] = "WARNING"
PICTURES_AHEAD = False  # the test that is about it switches it on
