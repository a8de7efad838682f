"""Notices as readers get them: written with what they are about, sent by a real SMTP server, tried again, forgotten."""

import datetime

import pytest
from django.core.management import call_command
from django.db import transaction
from django.template import engines
from django.utils import timezone
from wagtail.models import Site

from cms.core.addresses import AddressError
from cms.core.models import CouncilSettings
from cms.notices import sending, writing
from cms.notices.models import Notice
from cms.notices.writing import Attachment, NoticeError, forget, notify, office_notify

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = (
    '{% extends "notices/base.txt" %}{% block subject %}Ihr Platz: {{ title }}{% endblock %}'
    "{% block words %}{{ title }}{% endblock %}"
)
MJML = (
    '{% extends "notices/base.mjml" %}{% block words %}{% include "notices/words.mjml" with text=title %}'
    '{% include "notices/button.mjml" with url="https://lindenau.example/x" label="Zum Platz" %}{% endblock %}'
)


@pytest.fixture(autouse=True)
def templates(settings, tmp_path):
    """A notice of our own beside those of the product."""
    (tmp_path / "probe.txt").write_text(TEXT)
    (tmp_path / "probe.mjml").write_text(MJML)
    (tmp_path / "silent.txt").write_text("Hallo")
    (tmp_path / "silent.mjml").write_text(MJML)
    options = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**options, "DIRS": [*options["DIRS"], tmp_path]}]
    engines.__dict__.pop("templates", None)
    engines._engines.clear()
    yield
    engines._engines.clear()


@pytest.fixture
def site(home):
    site = Site.objects.get(is_default_site=True)
    council = CouncilSettings.for_site(site)
    council.council_name, council.email, council.reply_to = (
        "Integrationsrat Lindenau",
        "rat@lindenau.example",
        "buero@lindenau.example",
    )
    council.save()
    return site


def write(site, *, title="Lesung", language="de", to="leser@lindenau.example", **extra) -> Notice:
    return notify(
        "probe", to=to, language=language, site=site, context={"title": title}, purpose="probe", about="probe 1", **extra
    )


def test_a_notice_arrives_in_the_readers_language_and_direction(site, post_office):
    write(site, language="ar", title="قراءة <b>")
    letter = post_office.letters[0]
    assert letter.message["Subject"].startswith("Ihr Platz")
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.message["Reply-To"] == "buero@lindenau.example"
    assert 'dir="rtl"' in letter.html
    assert "<b>" not in letter.html.split("قراءة")[1][:20], "what people typed is text"
    assert "قراءة <b>" in letter.text
    assert Notice.objects.get().state == Notice.State.SENT


def test_a_calendar_file_comes_as_it_was_given(site, post_office):
    write(site, attachments=[Attachment("termin.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")])
    parts = [part for part in post_office.letters[0].message.walk() if part.get_filename() == "termin.ics"]
    assert parts[0].get_content_type() == "text/calendar"
    assert parts[0].get_payload(decode=True).replace(b"\r\n", b"\n") == b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"


def test_what_is_rolled_back_sends_nothing(site, post_office):
    with pytest.raises(RuntimeError), transaction.atomic():
        write(site)
        raise RuntimeError
    assert not post_office.letters
    assert not Notice.objects.exists()


def test_a_dead_mail_server_delays_and_the_sweep_delivers(site, post_office, settings):
    alive = settings.MAILERS
    settings.MAILERS = {name: {**mailer, "OPTIONS": {**mailer["OPTIONS"], "port": 9}} for name, mailer in alive.items()}
    notice = write(site)
    notice.refresh_from_db()
    assert notice.state == Notice.State.WAITING
    assert notice.attempts == 1
    assert notice.trouble
    assert notice.next_attempt > timezone.now()
    settings.MAILERS = alive
    assert sending.send_due() == 0, "not before its time"
    Notice.objects.update(next_attempt=timezone.now())
    assert sending.send_due() == 1
    assert len(post_office.letters) == 1
    assert sending.send_due() == 0
    assert not sending.send(notice.pk), "a second worker finds nothing to do"


def test_an_address_that_is_none_is_refused_before_anything_is_written(site):
    with pytest.raises(AddressError):
        write(site, to="niemand")
    assert not Notice.objects.exists()


def test_a_text_without_a_subject_is_no_notice(site):
    with pytest.raises(NoticeError):
        notify("silent", to="a@lindenau.example", language="de", site=site, context={"title": ""}, purpose="probe")


def test_a_line_break_in_a_subject_breaks_no_header(site, post_office):
    write(site, title="Lesung\r\nBcc: alle@lindenau.example")
    message = post_office.letters[0].message
    assert message["Bcc"] is None
    assert len(post_office.letters) == 1


def test_the_office_gets_its_notices_where_somebody_reads(site, post_office):
    office_notify("probe", site=site, context={"title": "Neu"}, purpose="probe.office")
    assert post_office.letters[0].message["To"] == "buero@lindenau.example"


def test_words_and_address_go_after_two_weeks_and_at_once_when_asked(site, post_office):
    old, young = write(site), write(site)
    Notice.objects.filter(pk=old.pk).update(settled_at=timezone.now() - datetime.timedelta(days=15))
    call_command("sweep", verbosity=0)
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.address, old.text, old.html) == ("", "", "")
    assert young.address
    assert forget(purpose="probe", about="probe 1") == 2
    young.refresh_from_db()
    assert young.address == ""


def test_what_has_not_gone_yet_is_taken_back(site, post_office, monkeypatch):
    monkeypatch.setattr(writing.transaction, "on_commit", lambda wake: None)  # the worker is busy
    notice = write(site)
    forget(purpose="probe", about="probe 1")
    Notice.objects.filter(pk=notice.pk).update(next_attempt=timezone.now())
    assert sending.send_due() == 0
    assert not post_office.letters


def test_a_refused_address_ends_it_and_any_other_refusal_is_about_us_and_waits(site, post_office):
    post_office.replies["weg@lindenau.example"] = ["550 5.1.1 no such mailbox"]
    post_office.at_the_dot["streng@lindenau.example"] = ["554 5.7.1 policy"]
    gone, held = write(site, to="weg@lindenau.example"), write(site, to="streng@lindenau.example")
    gone.refresh_from_db()
    held.refresh_from_db()
    assert gone.state == Notice.State.FAILED
    assert "5.1.1" in gone.trouble
    assert held.state == Notice.State.WAITING
    Notice.objects.update(next_attempt=timezone.now())
    assert sending.send_due() == 1, "the server has changed its mind"


def test_the_office_sees_on_its_first_page_what_did_not_arrive(site, post_office, client, editor):
    post_office.replies["weg@lindenau.example"] = ["550 5.1.1 no <such> mailbox"]
    write(site, to="weg@lindenau.example")
    client.force_login(editor)
    page = client.get("/admin/").content.decode()
    assert "weg@lindenau.example" in page
    assert "no &lt;such&gt; mailbox" in page
    forget(purpose="probe", about="probe 1")
    assert "v-notices" not in client.get("/admin/").content.decode()
