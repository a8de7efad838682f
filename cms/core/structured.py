"""Parts of schema.org descriptions, as JSON-LD: a data block, so a strict CSP needs no nonce for it.

What the pages of a room are is described in that room.
"""

import json

from django.conf import settings
from django.utils.html import _json_script_escapes
from django.utils.safestring import SafeString, mark_safe

from .models import CouncilSettings


def organisation(council: CouncilSettings) -> dict:
    return without_empty({"@type": "GovernmentOrganization", "name": council.council_name, "email": council.email})


def address(page, request) -> str:
    url = page.get_url(request) or ""
    return f"{settings.BASE_URL}{url}" if url.startswith("/") else url


def iso(moment) -> str:
    return moment.isoformat() if moment else ""


def without_empty(data: dict) -> dict:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def as_script(data: dict) -> SafeString:
    """The <script> element; what could end it early is escaped as in Django's json_script."""
    text = json.dumps(data, ensure_ascii=False).translate(_json_script_escapes)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
