"""Where the links of a mail lead: our own ones looked up in the page tree, foreign ones asked by the worker and remembered."""

import hashlib
import http.client
import ipaddress
import re
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site
from wagtail.urls import serve_pattern

from ..message import SLOTS

KEPT_SECONDS = 24 * 3600
TIMEOUT_SECONDS = 8
HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"', re.IGNORECASE)
UNANSWERED = {403, 405, 429, 501}  # servers that dislike HEAD or robots: says nothing about the page
USER_AGENT = "Vielfalt link check"


def links_in(html: str) -> list[str]:
    """Every web address a reader can press, once, without those that are each reader's own."""
    found = dict.fromkeys(unescape(link) for link in HREF.findall(html))
    return [link for link in found if link.startswith(("http://", "https://")) and not SLOTS.search(link)]


def own_addresses() -> list[str]:
    """Under which names this house is known: by its settings and by its sites."""
    return [settings.BASE_URL, *(site.root_url for site in Site.objects.all())]


def is_own(link: str, own: list[str]) -> bool:
    return any(link == address or link.startswith(f"{address}/") for address in own)


def dead_own_links(links: list[str], *, site: Site | None) -> list[str]:
    """Those of our own addresses that nobody would find. No request is made."""
    here = own_addresses()
    own = {link: unquote(urlsplit(link).path) for link in links if is_own(link, here)}
    paths = {link: tree_path(path, site=site) for link, path in own.items() if is_page(path)}
    live = set(
        Page.objects.live().filter(url_path__in=[path for path in paths.values() if path]).values_list("url_path", flat=True)
    )
    return [link for link, path in own.items() if (paths[link] not in live if link in paths else not is_there(path))]


def route_of(path: str) -> str | None:
    """The pattern that answers at a path; None if there is none. Addresses differ from language to language."""
    with translation.override(translation.get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path).route
        except Resolver404:
            return None


def is_page(path: str) -> bool:
    """Whether the page tree is asked what stands there."""
    return (route_of(path) or "").endswith(serve_pattern.removeprefix("^"))


def is_there(path: str) -> bool:
    """A file of ours, or an address some view answers."""
    if path.startswith(settings.MEDIA_URL):
        return default_storage.exists(path.removeprefix(settings.MEDIA_URL))
    return route_of(path) is not None


def tree_path(path: str, *, site: Site | None) -> str:
    """The url_path of the page behind /<language>/…; empty if that language has no tree."""
    language, _slash, rest = path.strip("/").partition("/")
    locale = Locale.objects.filter(language_code__iexact=language).first()
    root = site and locale and site.root_page.get_translation_or_none(locale)
    return f"{root.url_path}{rest}/" if root and rest else getattr(root, "url_path", "")


def memory(link: str) -> str:
    return "newsletter.link:" + hashlib.sha256(link.encode()).hexdigest()


def known_faults(links: list[str]) -> dict[str, str | None]:
    """What is remembered of foreign links: "" is fine, words are a fault, None was not asked yet."""
    own = own_addresses()
    foreign = [link for link in links if not is_own(link, own)]
    remembered = cache.get_many([memory(link) for link in foreign])
    return {link: remembered.get(memory(link)) for link in foreign}


def ask(links: list[str], *, may_ask: Callable[[str], bool] | None = None) -> int:
    """Ask the servers of foreign links that are not remembered. Takes its time: for the worker only. Returns how many."""
    unknown = [link for link, fault in known_faults(links).items() if fault is None]
    for link in unknown:
        cache.set(memory(link), fault_of(link, may_ask=may_ask or is_public), KEPT_SECONDS)
    return len(unknown)


def is_public(host: str) -> bool:
    """Whether a host lies in the public net: an editor's link must not make this server look around in the town's own."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return True  # asking it will say that there is no such host
    return all(ipaddress.ip_address(entry[4][0].partition("%")[0]).is_global for entry in found)


class PublicOnly(urllib.request.HTTPRedirectHandler):
    """Follows a link to another address only if that one may be asked too."""

    def __init__(self, may_ask: Callable[[str], bool]):
        self.may_ask = may_ask

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        parts = urlsplit(newurl)
        if parts.scheme not in ("http", "https") or not self.may_ask(parts.hostname or ""):
            raise urllib.error.URLError(_("it leads on to an address that is not public"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fault_of(link: str, *, may_ask: Callable[[str], bool]) -> str:
    """What is wrong with a foreign link in editors' words; empty if somebody answers there."""
    if not may_ask(urlsplit(link).hostname or ""):
        return _("is not a public address")
    opener = urllib.request.build_opener(PublicOnly(may_ask))
    asked = urllib.request.Request(link, method="HEAD", headers={"User-Agent": USER_AGENT})  # noqa: S310 - http and https only
    try:
        with opener.open(asked, timeout=TIMEOUT_SECONDS):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in UNANSWERED else _("answers with an error (%s)") % error.code
    except ssl.SSLError:
        return _("has a certificate that is not valid")
    except urllib.error.URLError as error:
        return _("does not answer (%s)") % error.reason
    except (OSError, ValueError, http.client.HTTPException) as error:
        return _("does not answer (%s)") % error
