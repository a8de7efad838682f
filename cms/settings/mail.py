"""Mail servers by URL: SMTP, or a provider's interface through django-anymail. What is read from where is in base.py."""

from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Scheme → what its name and password are called there. Further options follow as ?name=value.
PROVIDERS = {
    "brevo": ("api_key",),
    "mailjet": ("api_key", "secret_key"),
    "postmark": ("server_token",),
    "scaleway": ("project_id", "secret_key"),
    "mailgun": ("api_key",),
    "mailersend": ("api_token",),
    "amazon-ses": (),  # keys as the boto3 package finds them; it has to be installed
}


def mailer(url: str) -> dict:
    """A MAILERS entry.

    `smtp://user:password@host:587?tls=starttls|implicit`, or `brevo://KEY@`, `mailjet://KEY:SECRET@` and the like.
    """
    parts = urlsplit(url)
    if parts.scheme in PROVIDERS:
        return provider(parts.scheme, parts)
    if parts.scheme != "smtp":
        known = ", ".join(["smtp", *PROVIDERS])
        raise ImproperlyConfigured(f"Mail by {parts.scheme!r} is not known (MAIL_URL, NEWSLETTER_MAIL_URL). Known are: {known}")
    tls = dict(parse_qsl(parts.query)).get("tls", "")
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname or "127.0.0.1",
            "port": parts.port or (465 if tls == "implicit" else 25),
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": tls == "starttls",
            "use_ssl": tls == "implicit",
            "timeout": 30,
        },
    }


def provider(name: str, parts) -> dict:
    """Upper and lower case of keys are kept, so they stand before an @ even without a host: brevo://KEY@"""
    secrets = [unquote(parts.username or ""), unquote(parts.password or "")]
    options = dict(zip(PROVIDERS[name], secrets, strict=False))
    if not all(options.values()):
        raise ImproperlyConfigured(f"{name}:// needs {' and '.join(PROVIDERS[name])} (MAIL_URL, NEWSLETTER_MAIL_URL).")
    return {
        "BACKEND": f"anymail.backends.{name.replace('-', '_')}.EmailBackend",
        "OPTIONS": options | dict(parse_qsl(parts.query)),
    }
