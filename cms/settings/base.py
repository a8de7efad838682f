"""Settings shared by every environment. The environment is read here, once; the README has the table.

What differs by environment (debugging, security, mail servers) is in development.py, production.py and test.py.
"""

from pathlib import Path

import environ
from django.conf.locale import LANG_INFO

from .mail import mailer

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

# Everything the running product writes lives below this one folder: back it up and nothing is lost.
VAR_DIR = Path(env.str("VIELFALT_VAR", default=str(BASE_DIR / "var"))).resolve()
VAR_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = env.str("SECRET_KEY", default="")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "home",
    "search",
    "newsletter",
    "cms.editions",
    "cms.campaigns",
    "cms.events",
    "cms.collateral",
    "cms.participation",
    "cms.budget",
    "cms.directory",
    "cms.notices",
    "cms.renditions",
    "cms.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.core.csp.SplitContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.core.locale.PublicLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "cms.core.conflicts.OneSaveAtATimeMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.core.context.council",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "cms.core.templatetags.core_tags"],
        },
    }
]

# Database: SQLite needs nothing else on a small server; DATABASE_URL switches to PostgreSQL 15 or newer.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=wal; PRAGMA synchronous=normal; PRAGMA foreign_keys=on;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    INSTALLED_APPS += ["django.contrib.postgres"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail", "pdf"]}}
# Where many machines send, the wake-ups of mailings may travel through Redis. What is sent stands in the database all the same.
REDIS_URL = env.str("REDIS_URL", default="")
WAKE_UPS = "redis" if REDIS_URL else "default"
if REDIS_URL:
    INSTALLED_APPS += ["django_rq", "django_tasks_rq"]
    RQ_QUEUES = {"mail": {"URL": REDIS_URL, "DEFAULT_TIMEOUT": 900}}
    TASKS["redis"] = {"BACKEND": "django_tasks_rq.RQBackend", "QUEUES": ["mail"]}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},  # the limits of the sign-up form live here and must not be pushed out
    },
    # Renditions are prefetched; Wagtail would otherwise write each of them into the cache at every page view.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Languages: German is the source. Leichte Sprache (easy German) is a locale of its own with its own typography.
LANG_INFO["de-x-leicht"] = {
    "bidi": False,
    "code": "de-x-leicht",
    "name": "German (easy language)",
    "name_local": "Leichte Sprache",
}
LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # one clock for the office: 18 o'clock is what the poster says
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = "cms.formats"  # what editors may type
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("de", "Deutsch"),
    ("de-x-leicht", "Leichte Sprache"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("uk", "Українська"),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "cms" / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
# A submitted page must stay a draft: otherwise the German text goes live under /ar/ at once.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "cms" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article is one form with many block fields

WAGTAIL_SITE_NAME = "Vielfalt"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False  # would call home from every editor's browser
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_AUTOSAVE_INTERVAL = 0  # autosave floods the history (wagtail#13863); editors press save
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILIMAGES_IMAGE_MODEL = "core.CouncilImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.core.picture_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"heic": "jpeg", "avif": "avif", "webp": "webp"}
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 128_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "core.CouncilDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odt", "pdf", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 80 * 1024 * 1024
WAGTAILEMBEDS_FINDERS = []  # videos are links with our own two-click block; no oEmbed request leaves the house
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "SEARCH_CONFIG": "simple"}}
TAGGIT_CASE_INSENSITIVE = True

# Mail: `default` carries confirmations and admin mails, `newsletter` carries mailings. See the README's table.
MAIL_URL = env.str("MAIL_URL", default="smtp://127.0.0.1:2525")
NEWSLETTER_MAIL_URL = env.str("NEWSLETTER_MAIL_URL", default=MAIL_URL)
BOUNCE_DOMAIN = env.str("BOUNCE_DOMAIN", default="")
BOUNCE_MAILBOX_URL = env.str("BOUNCE_MAILBOX_URL", default="")
ANYMAIL = {"WEBHOOK_SECRET": env.str("MAIL_WEBHOOK_SECRET", default="")}
if signing_key := env.str("MAIL_WEBHOOK_SIGNING_KEY", default=""):
    ANYMAIL |= {"MAILGUN_WEBHOOK_SIGNING_KEY": signing_key, "MAILERSEND_SIGNING_SECRET": signing_key}
# What becomes of the one mail per connection that a killed worker left unclear: see newsletter/resolver.py and dispatch.py.
NEWSLETTER_RESOLVER = env.str("NEWSLETTER_RESOLVER", default="")
NEWSLETTER_WHEN_UNCLEAR = env.str("NEWSLETTER_WHEN_UNCLEAR", default="ask")

MAILERS = {"default": mailer(MAIL_URL), "newsletter": mailer(NEWSLETTER_MAIL_URL)}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL", default="vielfalt@localhost")

# Content Security Policy: strict in public; Wagtail's admin needs inline script and style (ecosystem notes, section 5).
SECURE_CSP = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'"],
}
ADMIN_CSP = {
    **SECURE_CSP,
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"

KEPT_DRAWINGS = None  # a folder for the drawn pictures of the demo, where it is made often
# A worker makes the web renditions of a page when it is published, before the first reader asks.
PICTURES_AHEAD = True

# Rendering: one PDF may take this long and this much memory before its process is stopped.
PDF_TIMEOUT_SECONDS = env.int("PDF_TIMEOUT_SECONDS", default=120)
PDF_MEMORY_MB = env.int("PDF_MEMORY_MB", default=1500)
PDF_AT_ONCE = env.int("PDF_AT_ONCE", default=2)
PDF_ON_PUBLISH = True
PRIVATE_ROOT = VAR_DIR / "private"  # what residents send in, until the office has looked at it
PRINT_ROOT = VAR_DIR / "print"  # PDFs, also of drafts: never below MEDIA_ROOT, which everybody may read
# A rendering or sending claim older than this belongs to a dead worker; `manage.py sweep` releases it.
STALE_AFTER_SECONDS = env.int("STALE_AFTER_SECONDS", default=300)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname:<7} {name}: {message}", "style": "{"}},
    "filters": {"worth_a_line": {"()": "cms.core.logs.WorthALine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["worth_a_line"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},  # else Django's own handler prints every line a second time
        "django.server": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
    },
}
