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
    "amazon-ses": (),  # needs the boto3 package, which also finds keys and region where the URL does not name them
}
TIMEOUT = 30  # seconds; ?timeout= says otherwise


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
            "timeout": TIMEOUT,
        },
    }


def provider(name: str, parts) -> dict:
    """Upper and lower case of keys are kept, so they stand before an @ even without a host: brevo://KEY@"""
    secrets = [unquote(parts.username or ""), unquote(parts.password or "")]
    options = dict(zip(PROVIDERS[name], secrets, strict=False))
    if not all(options.values()):
        raise ImproperlyConfigured(f"{name}:// needs {' and '.join(PROVIDERS[name])} (MAIL_URL, NEWSLETTER_MAIL_URL).")
    extra = dict(parse_qsl(parts.query))
    timeout = float(extra.pop("timeout", TIMEOUT))
    if name == "amazon-ses":
        options = amazon(*secrets, extra, timeout=timeout)
    else:
        options |= extra | {"timeout": timeout}
    return {"BACKEND": f"anymail.backends.{name.replace('-', '_')}.EmailBackend", "OPTIONS": options}


def amazon(key: str, secret: str, extra: dict, *, timeout: float) -> dict:
    """`amazon-ses://KEY:SECRET@?region_name=eu-central-1`; what Anymail does not know is for boto3's client."""
    own = {name: extra.pop(name) for name in ("configuration_set_name", "message_tag_name") if name in extra}
    # boto3 repeats a request whose answer never came, and would send such a mail up to five times.
    config = {"retries": {"total_max_attempts": 1}, "connect_timeout": timeout, "read_timeout": timeout}
    keys = {"aws_access_key_id": key, "aws_secret_access_key": secret} if key else {}
    return own | {"client_params": extra | keys | {"config": config}}
