"""An editor builds a flyer from nothing, mends what preflight finds, releases it and fetches the package, in the browser."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page, TimeoutError, expect

from cms.collateral.blocks import CoverBlock, PanelBlock
from cms.collateral.models import FlyerPage
from cms.core.blocks.text import ParagraphBlock
from cms.renditions.models import PrintFile
from tests.factories import make_image

from .conftest import press

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
SHOTS = Path(settings.BASE_DIR) / "var" / "screenshots" / "print-desk"
SENTENCE = "Wer neu in der Stadt ist, findet hier Menschen, die zuhören und weiterhelfen. "
POINTS = 72 / 25.4


@pytest.fixture
def desk(open_page, editor, client, live_server):
    client.force_login(editor)
    window = open_page("/admin/login/", accept_downloads=True)
    window.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    SHOTS.mkdir(parents=True, exist_ok=True)
    return window


def photograph(window: Page, name: str) -> None:
    window.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def label(block) -> str:
    with translation.override("de"):
        return str(block.label)


def add_block(window: Page, block, *, stream: int = 0) -> None:
    """Adds a block at the end of the stream field with this number, by its name in the menu."""
    button = window.locator("[data-streamfield-stream-container]").nth(stream).locator(".c-sf-add-button").last
    entry = window.locator("[role=listbox] [role=option]:visible", has_text=label(block)).first
    for _attempt in range(20):  # on a busy machine the first click can come before the menu listens, or close it again
        button.click()
        try:
            entry.click(timeout=5_000)
        except TimeoutError:
            continue
        return
    expect(entry).to_be_visible()


def choose_picture(window: Page, field: str, title: str) -> None:
    window.locator(f"#{field}-chooser [data-chooser-action-choose]:visible").first.click()
    window.locator(".modal a.image-choice", has_text=title).first.click()
    expect(window.locator(f"#{field}-chooser")).to_contain_text(title)


def write(window: Page, text: str) -> None:
    """Text into the last rich text field, instead of what is there."""
    editor = window.locator("[contenteditable=true]").last
    editor.click()
    window.keyboard.press("Control+a")
    window.keyboard.press("Delete")
    window.keyboard.insert_text(text)
    expect(window.locator("[name$=-value-text]").last).to_have_value(re.compile(re.escape(text.split()[-1])))


def publish(window: Page) -> None:
    """Published, because its QR code leads to its web page."""
    footer = window.locator("footer.footer, .footer").last
    if not footer.locator("[name=action-publish]").is_visible():
        footer.locator("[data-w-dropdown-target=toggle]").click()
    press(window.locator("[name=action-publish]"))
    expect(window.locator(".messages .success")).to_be_visible()


def order(window: Page, page: FlyerPage, *, package: str = "") -> PrintFile:
    """“Print as …” for the printer; the finished file."""
    window.goto(reverse("renditions:page", args=[page.pk]))
    for box in window.locator("[name=purposes]").all():
        box.set_checked(box.get_attribute("value") == "press")
    if package:
        window.locator("[name=package]").fill(package)
    press(window.locator("[data-print-go]"))
    expect(window.locator(".messages .success")).to_be_visible()
    made = PrintFile.objects.first()
    assert made.state == PrintFile.State.READY, made.reason_text
    return made


def errors(print_file: PrintFile) -> set[str]:
    return {finding["code"] for finding in print_file.findings if finding["severity"] == "error"}


def build_flyer(window: Page, home) -> FlyerPage:
    """Title with a picture that is too small, a panel with a placeholder and far too much text."""
    window.goto(reverse("wagtailadmin_pages:add", args=["collateral", "flyerpage", home.pk]))
    window.locator("[name=title]").fill("Neu in Lindenau")
    add_block(window, CoverBlock())
    window.locator("[name=panels-0-value-claim]").fill("Neu hier?\nWir auch mal.")
    choose_picture(window, "panels-0-value-image-image", "Klein")
    window.locator("[name=panels-0-value-image-alt_text]").fill("Zeichnung: zwei Menschen am Brunnen")
    add_block(window, PanelBlock())
    window.locator("[name=panels-1-value-title]").fill("Lorem ipsum")
    add_block(window, ParagraphBlock(), stream=1)
    write(window, SENTENCE * 60)
    photograph(window, "1-faltblatt-schreiben")
    publish(window)
    return FlyerPage.objects.get()


def test_a_flyer_from_nothing_to_the_package_for_the_print_shop(home, desk):
    make_image("Klein", width=240, height=200)
    make_image("Gross", width=2400, height=2000)
    flyer = build_flyer(desk, home)

    # Preflight names three things.
    first = order(desk, flyer)
    assert errors(first) == {"picture-coarse", "placeholder", "overset"}
    desk.goto(reverse("renditions:file", args=[first.pk]))
    photograph(desk, "2-drei-befunde")
    expect(desk.locator(".print-finding-error")).to_have_count(3)
    expect(desk.get_by_role("button", name="Druckfreigabe erteilen")).to_have_count(0)

    # She follows the link of one finding to its block, and mends all three.
    block = next(finding["block"] for finding in first.findings if finding["code"] == "overset")
    link = desk.locator(".print-finding-error a", has_text="Im Text beheben").first
    assert f"/admin/pages/{flyer.pk}/edit/#" in link.get_attribute("href")
    desk.goto(f"{reverse('wagtailadmin_pages:edit', args=[flyer.pk])}#block-{block}-section")
    expect(desk.locator(f"#block-{block}-section")).to_be_visible()
    desk.locator("[name=panels-1-value-title]").fill("Zuerst ins Rathaus")
    write(desk, SENTENCE * 3)
    choose_again = desk.locator("#panels-0-value-image-image-chooser [data-chooser-action-choose]:visible")
    if not choose_again.count():
        desk.locator("#panels-0-value-image-image-chooser button").first.click()
    choose_picture(desk, "panels-0-value-image-image", "Gross")
    publish(desk)

    # Nothing is in the way any more but what she ticks; she releases it.
    second = order(desk, flyer, package="Faltblatt Neu in Lindenau")
    assert errors(second) == set()
    desk.goto(reverse("renditions:file", args=[second.pk]))
    for tick in desk.locator("[name=key]").all():
        tick.check()
    if desk.locator("[name=key]").count():
        press(desk.get_by_role("button", name="Angehakte Warnungen hinnehmen"))
    press(desk.get_by_role("button", name="Druckfreigabe erteilen"))
    expect(desk.locator(".print-summary .print-state-released")).to_be_visible()
    photograph(desk, "3-freigegeben")

    # The package.
    package = second.package_items.get().package
    desk.goto(reverse("renditions:package", args=[package.pk]))
    desk.locator("[name=items-0-copies]").fill("2000")
    desk.locator("[name=items-0-paper]").fill("Bilderdruck matt, 135 g/m²")
    press(desk.locator("button[name=pack]"))
    expect(desk.locator(".print-summary .print-state-packed")).to_be_visible()
    photograph(desk, "4-paket")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Zip herunterladen").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        pdf = archive.read("Neu-in-lindenau_de_flyer-6-wrap_FOGRA39.pdf")
        sums = archive.read("SHA256SUMS").decode()
    assert hashlib.sha256(pdf).hexdigest() in sums
    assert hashlib.sha256(pdf).hexdigest() == hashlib.sha256(second.file.read()).hexdigest()
    assert_geometry(pdf)


def assert_geometry(data: bytes) -> None:
    """Two sides of 297 × 210 mm with 3 mm bleed, read from the bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            trim = [float(value) / POINTS for value in page.TrimBox]
            bleed = [float(value) / POINTS for value in page.BleedBox]
            assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([297, 210], abs=0.05)
            assert [trim[0] - bleed[0], trim[1] - bleed[1]] == pytest.approx([3, 3], abs=0.05)
            assert [bleed[2] - trim[2], bleed[3] - trim[3]] == pytest.approx([3, 3], abs=0.05)
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
