"""The closed door of the render process: pictures named by the job, files of cms/static, data: — and nothing else."""

import base64
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from PIL import Image
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from ..ink.condition import PressCondition
from ..ink.ink_store import InkStore
from ..pictures import prepare
from ..placing import picture_of

MOST_DATA, MOST_DATA_PIXELS = 4_000_000, 20_000_000  # of what a document may carry in itself: characters, pixels
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
    """The document asks for something that is not in the house: its address. Stops the rendering."""


class ClosedFetcher(URLFetcher):
    """Serves media:<width in mm>/<name> for the names in `pictures`, static:<path> below `static`,
    ready-made:<key> for the advertisements in `ads`, icc: for the condition's profile, and data:.

    While `measuring`, every picture is one pixel: frames have their size from the style sheet.
    """

    def __init__(
        self,
        *,
        pictures: dict[str, str],
        static: Path,
        condition: PressCondition | None,
        store: str = "",
        ads: dict[str, str] | None = None,
    ):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)
        self.pictures, self.static, self.condition = pictures, static.resolve(), condition
        self.ads = ads or {}
        self.measuring = False
        self.store = InkStore(store)
        self._pool = ThreadPoolExecutor(max_workers=2)
        self._prepared: dict[str, Future] = {}

    def prefetch(self, url: str) -> Future:
        """Start preparing a picture beside the layout; the result is a Prepared."""
        if url not in self._prepared:
            width, _, name = url.removeprefix("media:").partition("/")
            path = self.pictures.get(unquote(name))
            if path is None or not width.isdigit():
                raise Forbidden(url[:120])
            work = {"width_mm": int(width), "condition": self.condition, "store": self.store}
            self._prepared[url] = self._pool.submit(prepare, Path(path), **work)
        return self._prepared[url]

    def lay_out_cut_outs(self, tree: Element, *, cache: dict) -> None:
        """Put the pictures with soft edges where WeasyPrint looks before it fetches and opens one."""
        for element in tree.iter("img"):
            url = element.get("src") or ""
            if url.startswith("media:") and url not in cache and (cut_out := self.prefetch(url).result().cut_out):
                cache[url] = cut_out

    def fetch(self, url, headers=None):
        if url.startswith("media:"):
            if self.measuring:
                return URLFetcherResponse(url, PIXEL, {"Content-Type": "image/png"})
            ready = self.prefetch(url).result()
            address = f"file:{quote(str(ready.path))}" if ready.path else url  # then read again when it is written
            return URLFetcherResponse(address, ready.read(), {"Content-Type": ready.kind})
        if url.startswith("static:"):
            path = (self.static / unquote(url.removeprefix("static:"))).resolve()
            if not path.is_relative_to(self.static) or path.suffix not in TYPES or not path.is_file():
                raise Forbidden(url[:120])
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})
        if url.startswith("ready-made:") and url.removeprefix("ready-made:") in self.ads:
            body = PIXEL if self.measuring else picture_of(self.ads[url.removeprefix("ready-made:")])
            return URLFetcherResponse(url, body, {"Content-Type": "image/png" if self.measuring else "image/jpeg"})
        if url == "icc:" and self.condition:
            return URLFetcherResponse(url, Path(self.condition.icc).read_bytes(), {"Content-Type": TYPES[".icc"]})
        if url.startswith("data:") and len(url) <= MOST_DATA:
            return self._checked(super().fetch(url, headers))
        raise Forbidden(url[:120])

    def _checked(self, response: URLFetcherResponse) -> URLFetcherResponse:
        """A picture in the document itself, if it is no bomb."""
        body = response.read()
        if response.content_type.startswith("image/") and response.content_type != "image/svg+xml":
            try:
                with Image.open(BytesIO(body)) as picture:
                    width, height = picture.size
            except (OSError, ValueError, SyntaxError) as error:
                raise Forbidden("data:…") from error
            if width * height > MOST_DATA_PIXELS:
                raise Forbidden(f"data:… ({width} × {height})")
        return URLFetcherResponse(response.url, body, {"Content-Type": response.content_type})
