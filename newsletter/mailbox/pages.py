"""The mailbox in the browser: list, one mail in its views, parts, deleting. Served by server.py only, with its own URLs."""

import re
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext as _

from .index import Entry, MailIndex
from .reading import INLINE_TYPES, Mail, for_frame, read_mail
from .store import UnknownMail

URLCONF = "newsletter.mailbox.pages"
ASSETS = Path(__file__).parent / "assets"
SHARED_STATIC = re.compile(r"css/(fonts|tokens)\.css|fonts/[\w.-]+\.woff2")
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
VIEWS = ["html", "text", "headers", "raw"]


def index_of(request: HttpRequest) -> MailIndex:
    return request.mail_index


def refresh(index: MailIndex) -> None:
    index.catch_up(at_most=100, patience=0.3)


def missing_is_404(view: Callable) -> Callable:
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except UnknownMail:
            raise Http404(_("This mail is not here any more.")) from None

    return guarded


def page(template: str, context: dict, *, status: int = 200) -> HttpResponse:
    response = HttpResponse(render_to_string(f"mailbox/{template}", context), status=status)
    response["Content-Security-Policy"] = PAGE_POLICY
    return response


def mail_list(request: HttpRequest) -> HttpResponse:
    index = index_of(request)
    refresh(index)
    query, unread_only = request.GET.get("q", "").strip()[:200], request.GET.get("unread") == "1"
    number = request.GET.get("page", "1")
    found = index.page(int(number) if number.isdecimal() and len(number) < 7 else 1, query=query, unread_only=unread_only)
    total, unread = index.counts()
    filters = {key: value for key, value in {"q": query, "unread": "1" if unread_only else ""}.items() if value}
    context = {"found": found, "query": query, "unread_only": unread_only, "total": total, "unread": unread}
    context |= {"newer": page_link(filters, found.number - 1), "older": page_link(filters, found.number + 1)}
    return page("list.html", context | {"smtp_port": request.smtp_port})


def page_link(filters: dict[str, str], number: int) -> str:
    return "?" + urlencode({**filters, "page": number})


def status(request: HttpRequest) -> HttpResponse:
    """What the list's script polls: has anything changed?"""
    index = index_of(request)
    refresh(index)
    total, unread = index.counts()
    return JsonResponse({"total": total, "unread": unread, "newest": next((e.id for e in index.page().entries), "")})


@missing_is_404
def mail(request: HttpRequest, mail_id: str, view: str = "") -> HttpResponse:
    index = index_of(request)
    refresh(index)
    entry = index.entry(mail_id)
    data = index.store.read(mail_id)
    index.mark_seen(mail_id)
    parsed = read_mail(data)
    if view not in VIEWS:
        view = "html" if parsed.html else "text"
    newer, older = index.neighbours(mail_id)
    context = {"entry": entry, "mail": parsed, "view": view, "tabs": tabs_for(entry, parsed, view)}
    context |= {"newer": newer, "older": older, "total": index.counts()[0], "phone": request.GET.get("width") == "phone"}
    if view == "raw":
        context["source"] = data.decode("utf-8", "replace")
    return page("mail.html", context)


def tabs_for(entry: Entry, mail: Mail, current: str) -> list[dict]:
    labels = {"html": _("As designed"), "text": _("Plain text"), "headers": _("Headers"), "raw": _("Source")}
    absent = {name for name in ("html", "text") if not getattr(mail, name)}
    return [
        {"url": reverse("mail", args=[entry.id, name], urlconf=URLCONF), "label": label, "current": name == current}
        for name, label in labels.items()
        if name not in absent or name == current
    ]


@missing_is_404
def body(request: HttpRequest, mail_id: str) -> HttpResponse:
    """The HTML of a mail, for a frame: no script, no forms, pictures only from this machine and the site that sent it."""
    mail = read_mail(index_of(request).store.read(mail_id))
    own = f"http://{request.get_host()}"
    response = HttpResponse(for_frame(mail.html, inline_url=f"{own}/mail/{mail_id}/embedded/"))
    site = urlsplit(settings.BASE_URL)
    pictures = f"{own} {site.scheme}://{site.netloc} http://localhost:* http://127.0.0.1:* data:"
    response["Content-Security-Policy"] = (
        f"sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src {pictures}; "
        "style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    )
    return response


@missing_is_404
def embedded(request: HttpRequest, mail_id: str, content_id: str) -> HttpResponse:
    """A picture that the mail carries within itself (cid:)."""
    for part in read_mail(index_of(request).store.read(mail_id)).parts:
        if part.content_id == content_id and part.content_type in INLINE_TYPES:
            return HttpResponse(part.content, content_type=part.content_type)
    raise Http404


@missing_is_404
def attachment(request: HttpRequest, mail_id: str, number: int) -> HttpResponse:
    parts = read_mail(index_of(request).store.read(mail_id)).parts
    if number >= len(parts):
        raise Http404
    return download(parts[number].content, name=parts[number].name or f"attachment-{number + 1}")


@missing_is_404
def original(request: HttpRequest, mail_id: str) -> HttpResponse:
    return download(index_of(request).store.read(mail_id), name=f"{mail_id}.eml")


def download(content: bytes, *, name: str) -> HttpResponse:
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type="application/octet-stream")


@missing_is_404
def delete(request: HttpRequest, mail_id: str) -> HttpResponse:
    index = index_of(request)
    if request.method == "POST":
        index.entry(mail_id)
        _newer, older = index.neighbours(mail_id)
        index.store.delete(mail_id)
        index.catch_up()
        if older:
            return HttpResponseRedirect(reverse("mail", args=[older], urlconf=URLCONF))
    return HttpResponseRedirect(reverse("list", urlconf=URLCONF))


def delete_all(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        index_of(request).delete_all()
    return HttpResponseRedirect(reverse("list", urlconf=URLCONF))


def read_all(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        index_of(request).mark_all_seen()
    return HttpResponseRedirect(reverse("list", urlconf=URLCONF))


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """Our own style and script, and the fonts and tokens of the public site."""
    if name in {"mailbox.css", "mailbox.js", "icon.svg"}:
        found = ASSETS / name
    elif SHARED_STATIC.fullmatch(name):
        found = finders.find(name)
    else:
        found = None
    if not found:
        raise Http404
    return FileResponse(Path(found).open("rb"))


def not_found(message: str) -> HttpResponse:
    return page("missing.html", {"message": message}, status=404)


urlpatterns = [
    path("", mail_list, name="list"),
    path("status", status, name="status"),
    path("delete", delete_all, name="delete_all"),
    path("read", read_all, name="read_all"),
    path("mail/<slug:mail_id>/", mail, name="mail"),
    path("mail/<slug:mail_id>/body", body, name="body"),
    path("mail/<slug:mail_id>/original", original, name="original"),
    path("mail/<slug:mail_id>/delete", delete, name="delete"),
    path("mail/<slug:mail_id>/embedded/<path:content_id>", embedded, name="embedded"),
    path("mail/<slug:mail_id>/attachment/<int:number>", attachment, name="attachment"),
    path("mail/<slug:mail_id>/<slug:view>/", mail, name="mail"),
    path("static/<path:name>", asset, name="asset"),
]
