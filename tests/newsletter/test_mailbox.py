"""The local mailbox: mails really sent to its SMTP port, pages really fetched, hostile mails in a real browser."""

import json
import smtplib
import socket
import threading
import time
import urllib.error
import urllib.request
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from django.core.management import CommandError, call_command
from playwright.sync_api import sync_playwright

from newsletter.mailbox.index import MailIndex
from newsletter.mailbox.reading import read_mail
from newsletter.mailbox.server import MailboxServer
from newsletter.mailbox.store import MailStore, UnknownMail

CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}


class Visitor:
    """Sends to the SMTP port and reads the pages, as a mail program and a browser would."""

    def __init__(self, server: MailboxServer, *, smtp_port: int) -> None:
        self.server, self.smtp_port = server, smtp_port
        self.origin = f"http://localhost:{server.web_port}"

    def send(self, message: EmailMessage | bytes, *, to: str = "leser@example.org", sender: str = "vielfalt@example.org") -> None:
        content = message if isinstance(message, bytes) else message.as_bytes(policy=SMTP)
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=60) as smtp:
            smtp.sendmail(sender, to, content)

    def get(self, path: str = "/", **headers: str) -> tuple[int, dict, str]:
        return self._open(urllib.request.Request(self.origin + path, headers={"Accept-Language": "en", **headers}))

    def post(self, path: str, *, origin: str | None = None) -> int:
        headers = {"Origin": origin or self.origin}
        return self._open(urllib.request.Request(self.origin + path, data=b"", headers=headers, method="POST"))[0]

    def _open(self, request: urllib.request.Request) -> tuple[int, dict, str]:
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, dict(response.headers), response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, dict(error.headers), error.read().decode()

    @property
    def newest(self) -> str:
        return json.loads(self.get("/status")[2])["newest"]


@pytest.fixture
def mailbox(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        smtp_port = probe.getsockname()[1]
    server = MailboxServer(tmp_path / "mailbox", smtp_port=smtp_port, web_port=0)
    server.start()
    yield Visitor(server, smtp_port=smtp_port)
    server.stop()


def a_mail(subject: str = "Die neue Ausgabe", *, text: str = "Guten Tag", html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "Vielfalt <vielfalt@example.org>", "Aylin <leser@example.org>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def test_a_sent_mail_is_a_file_with_its_envelope_and_stands_in_the_list(mailbox):
    mailbox.send(a_mail("Die neue Ausgabe ist da"), to="aylin@example.org", sender="bounce+42@example.org")

    (file,) = mailbox.server.index.store.folder.glob("*.eml")
    assert file.read_bytes().startswith(b"Return-Path: <bounce+42@example.org>\r\nDelivered-To: aylin@example.org\r\nSubject: ")
    status, headers, page = mailbox.get()
    assert status == 200
    assert "Die neue Ausgabe ist da" in page
    assert "Aylin &lt;leser@example.org&gt;" in page
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_any_name_and_password_and_any_recipient_are_accepted(mailbox):
    with smtplib.SMTP("127.0.0.1", mailbox.smtp_port, timeout=60) as smtp:
        smtp.login("irgendwer", "geheim")
        refused = smtp.sendmail(
            "a@example.org",
            ["x@lindenau.example", "ümläut@bücher.example"],
            a_mail().as_bytes(policy=SMTP),
            mail_options=["SMTPUTF8"],
        )
    assert refused == {}
    (mail_id,) = mailbox.server.index.store.ids()
    assert "Delivered-To: ümläut@bücher.example".encode() in mailbox.server.index.store.read(mail_id)


def test_a_mail_can_be_read_as_designed_as_text_with_headers_and_as_source(mailbox):
    mailbox.send(
        a_mail(text="Zur Ausgabe: http://localhost:8000/de/24/", html="<h1>Elf Gärten</h1>", List_Id="<vielfalt.example>")
    )
    mail = f"/mail/{mailbox.newest}/"

    assert f'src="{mail}body" sandbox="allow-popups allow-popups-to-escape-sandbox"' in mailbox.get(mail)[2]
    assert "<h1>Elf Gärten</h1>" in mailbox.get(f"{mail}body")[2]
    assert '<a href="http://localhost:8000/de/24/"' in mailbox.get(f"{mail}text/")[2]
    assert "&lt;vielfalt.example&gt;" in mailbox.get(f"{mail}headers/")[2]
    assert "Content-Type: multipart/alternative" in mailbox.get(f"{mail}raw/")[2]
    status, headers, original = mailbox.get(f"{mail}original")
    assert (status, original.encode()) == (200, mailbox.server.index.store.read(mailbox.newest))
    assert headers["Content-Disposition"].startswith("attachment;")


def test_opening_a_mail_marks_it_read(mailbox):
    mailbox.send(a_mail("eins"))
    mailbox.send(a_mail("zwei"))
    mailbox.get(f"/mail/{mailbox.newest}/")

    unread = mailbox.get("/?unread=1")[2]
    assert "eins" in unread
    assert "zwei" not in unread
    assert mailbox.post("/read") == 200
    assert json.loads(mailbox.get("/status")[2])["unread"] == 0


def test_search_finds_words_in_subject_address_and_text_whatever_case_and_accents(mailbox):
    mailbox.send(a_mail("Frühstück in der Südstadt", text="mit Çay und 100 % Liebe"))
    mailbox.send(a_mail("تنوّع، العدد 24"))
    for query in ["fruhstuck", "SÜDSTADT", "cay", "100 %25", "leser@example.org fruh"]:
        page = mailbox.get(f"/?q={query.replace(' ', '+').replace('ü', '%C3%BC').replace('Ü', '%C3%9C')}")[2]
        assert "Frühstück in der Südstadt" in page, query
        assert query == "leser@example.org" or "العدد" not in page, query
    assert "No mail fits." in mailbox.get("/?q=_%25_")[2]


def test_right_to_left_subjects_choose_their_own_direction(mailbox):
    mailbox.send(a_mail("تنوّع، العدد 24"))
    assert '<bdi dir="auto">تنوّع، العدد 24</bdi>' in mailbox.get()[2]
    assert '<h1 dir="auto">تنوّع، العدد 24</h1>' in mailbox.get(f"/mail/{mailbox.newest}/")[2]


def test_the_language_of_a_mail_decides_the_direction_of_a_subject_that_begins_with_a_latin_word(mailbox):
    mailbox.send(a_mail("Vielfalt، العدد ٢٤", Content_Language="ar"))
    assert '<bdi dir="rtl">Vielfalt، العدد ٢٤</bdi>' in mailbox.get()[2]
    mailbox.send(a_mail("Vielfalt Nummer 24", Content_Language="tlh"))
    assert '<bdi dir="auto">Vielfalt Nummer 24</bdi>' in mailbox.get()[2]


def test_deleting_one_and_all_takes_the_files_away(mailbox):
    for subject in ["eins", "zwei", "drei"]:
        mailbox.send(a_mail(subject))
    mailbox.post(f"/mail/{mailbox.newest}/delete")
    assert len(mailbox.server.index.store.ids()) == 2
    mailbox.post("/delete")
    assert list(mailbox.server.index.store.folder.glob("*.eml")) == []
    assert "No mail yet." in mailbox.get()[2]


def test_other_sites_can_neither_read_nor_delete(mailbox):
    mailbox.send(a_mail())
    assert mailbox.post("/delete", origin="http://evil.example") == 403
    assert mailbox.get("/", Host="evil.example")[0] == 403
    assert len(mailbox.server.index.store.ids()) == 1


def test_a_mail_that_is_gone_and_strange_paths_answer_404(mailbox):
    mailbox.send(a_mail())
    gone = mailbox.newest
    mailbox.post("/delete")
    for path in [f"/mail/{gone}/", "/mail/nothing/body", "/static/../server.py", "/static/css/web.css", "/nowhere"]:
        assert mailbox.get(path)[0] == 404, path
    with pytest.raises(UnknownMail):
        mailbox.server.index.store.read("../../etc/passwd")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no header at all, just a line",
        b"Subject: =?utf-8?q?=ff=fe?=\r\nFrom: <<<>>\r\nTo: ,,,;:\r\nDate: never\r\nContent-Type: ;;;=\r\n\r\n\xff\x00\xfe",
        b"Subject: x\r\nContent-Type: text/html; charset=klingon\r\n\r\n<p>nuqneH</p>",
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
        b"Subject: x\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n!!!not base64!!!",
    ],
)
def test_broken_mails_are_kept_and_shown(mailbox, content):
    mailbox.send(content)
    assert mailbox.get()[0] == 200
    for view in ["", "text/", "headers/", "raw/", "body"]:
        assert mailbox.get(f"/mail/{mailbox.newest}/{view}")[0] == 200, view


def test_embedded_pictures_show_and_attachments_download_but_embedded_svg_does_not(mailbox):
    message = a_mail(html='<img src="cid:logo@x"><img src="cid:trap@x">')
    body = message.get_payload()[1]
    body.add_related(b"\x89PNG fake", "image", "png", cid="<logo@x>")
    body.add_related(b"<svg onload='alert(1)'/>", "image", "svg+xml", cid="<trap@x>")
    message.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="termin.ics")
    mailbox.send(message)
    mail = f"/mail/{mailbox.newest}/"

    assert f'src="{mailbox.origin}{mail}embedded/logo%40x"' in mailbox.get(f"{mail}body")[2]
    assert mailbox.server.index.entry(mailbox.newest).attachments == 1
    number = next(number for number, part in read_mail(mailbox.server.index.store.read(mailbox.newest)).attachments)
    status, headers, content = mailbox.get(f"{mail}attachment/{number}")
    assert (status, content, headers["Content-Type"]) == (200, "BEGIN:VCALENDAR", "application/octet-stream")
    assert mailbox.get(f"{mail}embedded/trap%40x")[0] == 404


def test_a_full_disk_is_answered_with_try_again_later(mailbox):
    folder = mailbox.server.index.store.folder
    mailbox.server.index.store.folder = folder / "vanished"
    with pytest.raises(smtplib.SMTPDataError) as refused:
        mailbox.send(a_mail())
    mailbox.server.index.store.folder = folder
    assert refused.value.smtp_code == 452
    assert list(folder.glob("*.eml")) == []


def test_ten_thousand_mails_page_quickly(tmp_path):
    store = MailStore(tmp_path)
    for number in range(10_000):
        (tmp_path / f"{1_700_000_000_000_000_000 + number:020d}-0000.eml").write_bytes(
            b"From: a@b.example\r\nSubject: Nr. %d\r\n\r\nx" % number
        )
    index = MailIndex(store)
    index.catch_up()

    started = time.process_time()
    first, last, found = index.page(1), index.page(999), index.page(1, query="nr. 9999")
    index.catch_up()
    assert time.process_time() - started < 1
    assert [first.entries[0].subject, last.entries[-1].subject, found.entries[0].subject] == ["Nr. 9999", "Nr. 0", "Nr. 9999"]
    assert (last.number, first.found, found.found) == (200, 10_000, 1)


def test_nothing_is_lost_when_many_senders_deliver_at_once(mailbox):
    senders = [threading.Thread(target=lambda: [mailbox.send(a_mail()) for _ in range(10)]) for _ in range(8)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(mailbox.server.index.store.ids()) == 80
    deadline = time.monotonic() + 120  # one reader catches up at a time; others meanwhile see what is known
    while json.loads(mailbox.get("/status")[2])["total"] < 80 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert json.loads(mailbox.get("/status")[2])["total"] == 80


def test_the_command_refuses_to_run_in_production(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="development only"):
        call_command("mailbox")


def test_the_mailbox_has_no_address_on_the_site(settings):
    from django.urls import get_resolver

    assert "mailbox" not in repr(list(get_resolver("cms.urls").reverse_dict.keys()))


HOSTILE = """<!doctype html><html><head><title>x</title><meta http-equiv="refresh" content="0;url=/delete">
<script>parent.document.title = 'owned'; top.location = 'about:blank'</script></head>
<body onload="top.document.title='owned'"><img src="x" onerror="top.document.title='owned'">
<a id="trap" href="javascript:opener.document.title='owned';document.title='owned'">Klick</a>
<a id="link" href="ORIGIN/?from=mail">Zur Seite</a><form action="/delete" method="post"><button id="send">senden</button></form>
<svg onload="top.document.title='owned'"></svg><iframe src="javascript:top.document.title='owned'"></iframe></body></html>"""


@pytest.mark.slow
def test_a_hostile_mail_runs_no_script_and_its_links_open_a_new_tab(mailbox):
    mailbox.send(a_mail("Gewonnen!", html=HOSTILE.replace("ORIGIN", mailbox.origin)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        page = browser.new_page(locale="en-GB")
        page.goto(f"{mailbox.origin}/mail/{mailbox.newest}/")
        frame = page.frame_locator("iframe[title]")
        frame.locator("#send").click()
        frame.locator("#trap").click()
        with page.expect_popup() as opened:
            frame.locator("#link").click()
        opened.value.wait_for_load_state()
        assert opened.value.url == f"{mailbox.origin}/?from=mail"
        assert [tab.title() for tab in browser.contexts[0].pages if "owned" in tab.title()] == []
        assert "Gewonnen!" in page.title()
        browser.close()
    assert len(mailbox.server.index.store.ids()) == 1


@pytest.mark.slow
def test_a_new_mail_appears_by_itself_and_the_reader_stays_where_they_were(mailbox):
    for number in range(40):
        mailbox.send(a_mail(f"Nachricht {number}"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        page = browser.new_page(viewport={"width": 360, "height": 640}, locale="de")
        assert page.goto(mailbox.origin).ok, page.inner_text("body")
        row = page.get_by_role("link", name="Nachricht 20")
        assert row.is_visible(), page.inner_text("body")
        row.scroll_into_view_if_needed()
        before = row.bounding_box()["y"]
        mailbox.send(a_mail("Ganz neu"))
        page.wait_for_selector("text=Ganz neu", state="attached", timeout=120_000)
        assert abs(row.bounding_box()["y"] - before) < 2
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        browser.close()
