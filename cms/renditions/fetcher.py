"""The closed door of the render process: pictures named by the job, files of cms/static, data: — and nothing else."""

import base64
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .condition import PressCondition
from .pictures import prepare

TYPES = {
    ".css": "text/css",
    ".ttf": "font/ttf",
    ".icc": "application/vnd.iccprofile",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
# One grey pixel as PNG, for passes that only measure.
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


class Forbidden(FatalURLFetchingError):
    """The document asks for something outside the house. Stops the rendering."""


class ClosedFetcher(URLFetcher):
    """Serves media:<width in mm>/<name> for the names in `pictures`, static:<path> below `static`,
    icc: for the condition's profile, and data:.

    While `measuring`, every picture is one pixel: frames have their size from the style sheet.
    """

    def __init__(self, *, pictures: dict[str, str], static: Path, condition: PressCondition | None):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)
        self.pictures, self.static, self.condition = pictures, static.resolve(), condition
        self.measuring = False
        self._pool = ThreadPoolExecutor(max_workers=2)
        self._prepared: dict[str, Future] = {}

    def prefetch(self, url: str) -> Future:
        """Start preparing a picture beside the layout; the result is (bytes, media type)."""
        if url not in self._prepared:
            width, _, name = url.removeprefix("media:").partition("/")
            path = self.pictures.get(unquote(name))
            if path is None or not width.isdigit():
                raise Forbidden(f"No such picture: {url}")
            self._prepared[url] = self._pool.submit(prepare, Path(path), width_mm=int(width), condition=self.condition)
        return self._prepared[url]

    def fetch(self, url, headers=None):
        if url.startswith("media:"):
            if self.measuring:
                return URLFetcherResponse(url, PIXEL, {"Content-Type": "image/png"})
            body, kind = self.prefetch(url).result()
            return URLFetcherResponse(url, body, {"Content-Type": kind})
        if url.startswith("static:"):
            path = (self.static / unquote(url.removeprefix("static:"))).resolve()
            if not path.is_relative_to(self.static) or path.suffix not in TYPES or not path.is_file():
                raise Forbidden(f"No such file: {url}")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})
        if url == "icc:" and self.condition:
            return URLFetcherResponse(url, Path(self.condition.icc).read_bytes(), {"Content-Type": TYPES[".icc"]})
        if url.startswith("data:"):
            return super().fetch(url, headers)
        raise Forbidden(f"Not from here: {url}")
