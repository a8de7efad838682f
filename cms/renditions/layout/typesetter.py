"""Lays out documents and parts of documents that share style sheets, fonts and pictures; remembers what it has laid out.

What does not change between two jobs of a warm render process is not laid out again: a part is known by its text, its style,
its first page and the pictures in it.
"""

import hashlib
import json
import os
import shutil
import socket
import tempfile
from collections import OrderedDict
from copy import copy
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, tostring

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

KEPT_PAGES = 96  # laid-out pages that a warm process remembers
KEPT_PICTURES = 120  # opened pictures, which are heavier
KEPT_MEASURES = 3000  # files below the folder of measures

_fonts = FontConfiguration()
_sheets: dict[tuple, CSS] = {}
_documents: OrderedDict[str, Document] = OrderedDict()
_pictures: dict[str, tuple[dict, dict]] = {}  # by printing condition: opened pictures, and the state of their files


class Typesetter:
    """One job's documents."""

    def __init__(
        self, html: HTML, *, css: list[CSS], look: str, fetcher, options: dict, geometry: str = "", folder: Path | None = None
    ):
        """`look` stands for everything outside the document that decides how it looks: theme, sheet, condition.

        `geometry` stands for what of it decides where lines end: the same for screen and press, which share measures.
        `folder` outlives the job: faces that the process has loaded stay there until it ends.
        """
        keep_faces(folder)
        self.html, self.fetcher = html, fetcher
        linked = self._linked_sheets()
        self.css = [*css, *linked]
        stamps = [self._stamp(path) for path in self._links]
        self.signature = digest(look, *stamps, json.dumps(options.get("pdf_variant")))
        self.geometry = digest(geometry or look, *stamps)
        self.options = {name: value for name, value in options.items() if name != "cache"} | {"cache": self._picture_cache(look)}

    def _linked_sheets(self) -> list[CSS]:
        """Style sheets of the house that the document links to: parsed once per process. Their links leave the tree."""
        self._links, found = [], []
        for parent in self.html.etree_element.iter():
            for child in [child for child in parent if child.tag == "link" and child.get("rel") == "stylesheet"]:
                href = child.get("href") or ""
                if not href.startswith("static:"):
                    continue
                parent.remove(child)
                self._links.append(href)
                key = (href, self._stamp(href))
                if key not in _sheets:
                    _sheets[key] = CSS(url=href, url_fetcher=self.fetcher, font_config=_fonts)
                found.append(_sheets[key])
        return found

    def _stamp(self, href: str) -> str:
        path = self.fetcher.static / href.removeprefix("static:")
        return f"{href} {path.stat().st_mtime_ns}" if path.is_file() else href

    def _picture_cache(self, look: str) -> dict:
        """Opened pictures of this condition; emptied when one of their files has changed."""
        state = {name: file_state(Path(path)) for name, path in (self.fetcher.pictures | self.fetcher.ads).items()}
        opened, known = _pictures.pop(look, ({}, {}))
        if len(opened) > KEPT_PICTURES or any(known.get(name, value) != value for name, value in state.items()):
            opened, known = {}, {}
        for other in list(_pictures)[:-2]:
            del _pictures[other]
        _pictures[look] = (opened, known | state)
        self.states = state
        return opened

    def render(self, html: HTML, *extra: CSS) -> Document:
        options = self.options | ({"cache": {}} if self.fetcher.measuring else {})  # its one-pixel pictures must not stay
        if not self.fetcher.measuring:
            self.fetcher.lay_out_cut_outs(html.etree_element, cache=options["cache"])
        return html.render(stylesheets=[*self.css, *extra], font_config=_fonts, **options)

    def document(self) -> Document:
        """The whole document as it is now."""
        return self.render(self.html)

    def part(self, elements: list[Element], *, first_page: int) -> Document:
        """Some of the body's elements as pages of their own, numbered from `first_page`. From memory if nothing changed."""
        root = self._root(elements)
        text = tostring(root, encoding="unicode")
        used = [f"{name} {state}" for name, state in sorted(self.states.items()) if name in unquote(text)]
        key = digest(self.signature, str(first_page), text, *used)
        if key in _documents:
            _documents.move_to_end(key)
            return _documents[key]
        left = (first_page % 2 == 0) != (root.get("dir") == "rtl")
        start = f"@page:first{{counter-reset:page {first_page}}}html{{break-before:{'left' if left else 'right'}}}"
        document = self.render(self._html(root), CSS(string=start, url_fetcher=self.fetcher))
        document.tree = root
        self._remember(key, document)
        return document

    def measured(self, elements: list[Element], *, width: float) -> Document:
        """The elements in one column on an endless page `width` mm wide, pictures left out."""
        root = self._root(elements)
        body = root[-1]
        body.set("class", f"{body.get('class') or ''} measuring".strip())
        endless = CSS(string=f"@page{{size:{width}mm 60000mm!important;bleed:0}}", url_fetcher=self.fetcher)
        self.fetcher.measuring = True
        try:
            return self.render(self._html(root), endless)
        finally:
            self.fetcher.measuring = False

    def _html(self, root: Element) -> HTML:
        html = copy(self.html)
        html.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        html.etree_element = root
        return html

    @staticmethod
    def _remember(key: str, document: Document) -> None:
        _documents[key] = document
        while sum(len(known.pages) for known in _documents.values()) > KEPT_PAGES and len(_documents) > 1:
            _documents.popitem(last=False)

    def _root(self, elements: list[Element]) -> Element:
        tree = self.html.etree_element
        root = Element(tree.tag, dict(tree.attrib))
        body = next(child for child in tree if child.tag == "body")
        root.extend([child for child in tree if child.tag == "head"])
        inner = Element("body", dict(body.attrib))
        inner.extend(elements)
        root.append(inner)
        return root


def keep_faces(folder: Path | None) -> None:
    """Give the faces that all jobs of this process share a place of their own, and clear away those of processes that ended.

    A job's temporary folder would take them with it, and the next job would be set in nonsense.
    """
    if _fonts._folder is not None:
        return
    base = (folder or Path(tempfile.gettempdir())) / "faces"
    mine = f"{socket.gethostname()}-{os.getpid()}"
    try:
        base.mkdir(parents=True, exist_ok=True)
        for other in base.glob(f"{socket.gethostname()}-*"):
            if not Path("/proc", other.name.rpartition("-")[2]).exists():
                shutil.rmtree(other, ignore_errors=True)
        shutil.rmtree(base / mine, ignore_errors=True)
        (base / mine).mkdir()
    except OSError:
        return
    _fonts._folder = base / mine


def joined(documents: list[Document]) -> Document:
    """One document of the pages of several; keeps tags, links and bookmarks."""
    return documents[0].copy([page for document in documents for page in document.pages])


def file_state(path: Path) -> str:
    if not path.is_file():
        return ""
    stat = path.stat()
    return f"{stat.st_mtime_ns} {stat.st_size}"


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


# measures, kept between processes


def kept_figures(folder: Path | None, keys: list[str]) -> dict[str, dict]:
    """Measures known from earlier jobs, by key. What cannot be read is measured again."""
    found = {}
    for key in keys if folder else []:
        try:
            found[key] = json.loads((folder / f"{key}.json").read_text())
        except (OSError, ValueError):
            continue
    return found


def keep_figures(folder: Path | None, figures: dict[str, dict]) -> None:
    if not folder or not figures:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for key, value in figures.items():
            part = folder / f"{key}.part"
            part.write_text(json.dumps(value))
            part.replace(folder / f"{key}.json")
        files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for file in files[: max(0, len(files) - KEPT_MEASURES)]:
            file.unlink(missing_ok=True)
    except OSError:
        return  # a full disk costs time, not the paper
