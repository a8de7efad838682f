"""Every row of the brief works in the demo: docs/brief.md says where, and here each page is opened, printed and mailed."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page, Site

from cms.core.medium import Medium
from cms.renditions.newspapers import sheet_of
from cms.renditions.pdf import Purpose, make_pdf, make_picture
from cms.renditions.render import render
from newsletter import composing
from newsletter.models import MailingVersion

pytestmark = pytest.mark.slow

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "brief.md"
ASKED_FOR = [*(f"A{n}" for n in range(1, 11)), *(f"B{n}" for n in range(1, 12)), "C", "D", "E"]


@dataclass(frozen=True)
class Row:
    """One line of a table in docs/brief.md."""

    name: str
    paths: tuple[str, ...]
    products: tuple[str, ...]
    is_mailed: bool

    def __str__(self) -> str:
        return self.name


def rows() -> list[Row]:
    found = []
    for line in DOCUMENT.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and re.fullmatch(r"[A-E]\d*", cells[0]):
            products = tuple(word for word in cells[3].split(", ") if word != "–")
            found.append(Row(cells[0], tuple(re.findall(r"`(\S+)`", cells[2])), products, cells[4] == "yes"))
    return found


ROWS = rows()


@pytest.fixture(scope="module")
def lindenau(demo, migrated, django_db_blocker):
    with django_db_blocker.unblock():
        demo.snapshot.restore()
        yield
        migrated.restore()


@pytest.fixture
def office(lindenau, db, client):
    client.force_login(get_user_model().objects.get(username="admin"))
    return client


def page_at(path: str) -> Page:
    """The page behind an address of the site."""
    _empty, language, *slugs, _end = path.split("/")
    page = Page.objects.get(translation_key=Site.objects.get().root_page.translation_key, locale__language_code=language)
    for slug in slugs:
        page = page.get_children().get(slug=slug)
    return page.specific


def pages_of(row: Row) -> list[Page]:
    return [page_at(path) for path in row.paths if not path.startswith("/admin/")]


def test_no_row_of_the_brief_is_missing():
    assert [row.name for row in ROWS] == ASKED_FOR
    assert all(row.paths for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_row_has_its_pages(row, office):
    for path in row.paths:
        answer = office.get(path, follow=True)
        assert answer.status_code == 200, path
        words = answer.content.decode()
        assert "<h1" in words, path
        if not path.startswith("/admin/"):
            assert f'lang="{page_at(path).html_lang}"' in words


@pytest.mark.parametrize("row", [row for row in ROWS if row.products], ids=str)
def test_each_row_is_printed_as_what_it_says(row, office):
    offered = {product.key: (page, product) for page in reversed(pages_of(row)) for product in page.products()}
    for key in row.products:
        assert key in offered, f"{row}: no page of it is printed as {key}"
        page, product = offered[key]
        design = product.designs[0].key if product.designs else ""
        product = product.chosen(sheet=(product.formats or (product.sheet,))[0], design=design)
        rendition = render(page, medium=Medium.PRINT, product=product)
        if sheet_of(rendition.product.sheet).px:
            assert make_picture(rendition).startswith(b"\x89PNG")
            continue
        made = make_pdf(rendition, purpose=Purpose.SCREEN)
        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            assert len(pdf.pages) >= 1
            assert pdf.Root.MarkInfo.Marked, "a screen PDF is tagged"
            assert str(pdf.docinfo["/Title"])


@pytest.mark.parametrize("row", [row for row in ROWS if row.is_mailed], ids=str)
def test_each_row_goes_into_a_newsletter(row, office):
    page = pages_of(row)[0]
    mailing = composing.create(page, user=None)
    version = MailingVersion.objects.get(mailing=mailing, language="de")
    made = composing.make(version, page=page)
    assert version.subject
    words = page.title.split()[0].strip("„“:,")
    assert words in made.html
    assert words in made.text
