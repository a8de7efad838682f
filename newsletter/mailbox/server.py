"""Runs the mailbox in one process: SMTP in, pages out, both on loopback only.

The pages use Django's requests, URLs and templates but none of the site's middleware, so nothing of the site leaks in or out.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIRequest, get_path_info
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.urls import Resolver404, resolve, set_script_prefix, set_urlconf
from django.utils import translation

from . import pages
from .index import MailIndex, keep_up
from .smtp import smtp_server
from .store import MailStore

LOOPBACK_NAMES = {"localhost", "127.0.0.1"}
UI_LANGUAGES = {"de", "en"}
logger = logging.getLogger(__name__)


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args) -> None:
        """The list polls every few seconds; only failures are worth a line, and those are logged where they happen."""


def application(index: MailIndex, *, smtp_port: int) -> Callable:
    """A WSGI application over `index`."""

    def serve(environ: dict, start_response: Callable) -> Iterable[bytes]:
        set_script_prefix("/")
        set_urlconf(pages.URLCONF)
        request = WSGIRequest(environ)
        request.mail_index, request.smtp_port = index, smtp_port
        with translation.override(ui_language(request)):
            response = respond(request)
        response["X-Content-Type-Options"] = "nosniff"
        response["Referrer-Policy"] = "no-referrer"
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Content-Security-Policy", "default-src 'none'; sandbox")
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    return serve


def respond(request: HttpRequest) -> HttpResponse:
    if not comes_from_here(request):
        return HttpResponseForbidden("The local mailbox answers only requests from its own pages on this machine.")
    try:
        match = resolve(get_path_info(request.environ), urlconf=pages.URLCONF)
        return match.func(request, *match.args, **match.kwargs)
    except Resolver404:
        return pages.not_found("")
    except Http404 as error:
        return pages.not_found(str(error))
    except Exception:
        logger.exception("the page %s failed", request.path)
        return HttpResponse(
            "The mailbox could not show this page; the reason is in the log.", status=500, content_type="text/plain"
        )


def comes_from_here(request: HttpRequest) -> bool:
    """Keeps other sites out: their names for this machine (DNS rebinding) and the forms they send (Origin decides)."""
    host = request.META.get("HTTP_HOST", "")
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if name not in LOOPBACK_NAMES:
        return False
    return request.method in {"GET", "HEAD"} or request.META.get("HTTP_ORIGIN") == f"http://{host}"


def ui_language(request: HttpRequest) -> str:
    language = translation.get_language_from_request(request)
    return language if language in UI_LANGUAGES else "de"


class MailboxServer:
    """Both servers and the indexer; `start` returns at once, `stop` ends everything."""

    def __init__(self, folder: Path, *, smtp_port: int, web_port: int) -> None:
        self.index = MailIndex(MailStore(folder))
        self._smtp = smtp_server(self.index.store, port=smtp_port)
        self._web = ThreadedWSGIServer(("127.0.0.1", web_port), QuietHandler)
        self._web.set_app(application(self.index, smtp_port=smtp_port))
        self._stop = threading.Event()

    @property
    def web_port(self) -> int:
        return self._web.server_port

    def start(self) -> None:
        self._smtp.start()
        threading.Thread(target=keep_up, args=[self.index], kwargs={"stop": self._stop}, daemon=True).start()
        threading.Thread(target=self._web.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._stop.set()
        self._smtp.stop()
        self._web.shutdown()
        self._web.server_close()
