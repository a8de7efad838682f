"""Mails through a provider's HTTP interface, by django-anymail, against a real local server; and through any Django backend."""

import base64

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured

from cms.settings.mail import mailer
from newsletter.message import GREETING_SLOT, TOKEN_SLOT, CompiledMail, Sender
from newsletter.models import Delivery, Mailing, MailingVersion
from newsletter.transport import Envelope, Kind, Unreachable, open_session

from .provider import HANG_UP, provider

INACTIVE = (
    "You tried to send to inactive recipients. Found inactive addresses: bert@y.example. Inactive recipients are ones that …"
)
POSTMARK = (200, {"To": "", "ErrorCode": 0, "Message": "OK", "MessageID": "abc-1"})
SENDER = Sender(
    name="Integrationsrat Lindenau, Grüße aus der Stadt am Fluss – العربية",
    address="post@lindenau.example",
    reply_to="rat@lindenau.example",
    list_name="Vielfält",
)


def envelopes(*names: str, kind: str = "html") -> list[Envelope]:
    version = MailingVersion(
        mailing=Mailing(pk=1),
        language="ar",
        subject="مجلة التنوع: العدد ٢٤ من لينديناو والمزيد من الأخبار",
        html=f"<p>.{GREETING_SLOT}</p>{TOKEN_SLOT}",
        text=f".\n{GREETING_SLOT}\n{TOKEN_SLOT}",
        archive_url="https://x.example/",
    )
    compiled = CompiledMail(version, sender=SENDER)
    rows = [
        Delivery(mailing_id=1, address=f"{name}@y.example", name='Zoë "Z" Müller, M.A.', language="ar", format=kind)
        for name in names
    ]
    return [
        Envelope(row, compiled.envelope_sender(row), compiled.recipient(row), compiled.content(row, uid="u" * 16)) for row in rows
    ]


def outcomes(answers) -> list[tuple[str, str]]:
    return [(answer.delivery.address.split("@")[0], answer.outcome.value) for answer in answers]


@pytest.fixture
def postmark(settings):
    with provider(POSTMARK) as desk:
        settings.MAILERS = {"newsletter": mailer(f"postmark://TOKEN@?api_url={desk.url}")}
        yield desk


def answer_for(*names: str) -> list[tuple[int, dict]]:
    return [(200, {**POSTMARK[1], "To": f"{name}@y.example"}) for name in names]


def test_a_provider_gets_the_same_mail_as_a_server_would(postmark, settings):
    settings.BOUNCE_DOMAIN = "bounce.lindenau.example"
    postmark.replies = answer_for("anna")
    [envelope] = envelopes("anna")
    session = open_session()
    [answer] = session.send([envelope])
    session.quit()
    assert (answer.outcome, answer.code, answer.text) == ("accepted", 250, "abc-1")
    [sent] = postmark.taken
    assert sent["Subject"] == "مجلة التنوع: العدد ٢٤ من لينديناو والمزيد من الأخبار"
    assert sent["From"].endswith("<post@lindenau.example>")
    assert sent["To"] == '"Zoë \\"Z\\" Müller, M.A." <anna@y.example>'
    assert sent["TextBody"].startswith(".\r\nتحية طيبة \u2068Zoë")
    assert sent["HtmlBody"].startswith("<p>.تحية طيبة \u2068Zoë &quot;Z&quot; Müller, M.A.\u2069،</p>")
    headers = {header["Name"]: header["Value"] for header in sent["Headers"]}
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http")
    assert f"<mailto:unsubscribe+{envelope.delivery.token}@bounce.lindenau.example>" in headers["List-Unsubscribe"]
    assert headers["List-Id"] == "<newsletter.lindenau.example>"
    assert headers["Message-ID"].endswith("@lindenau.example>")
    assert all(value.isascii() for value in headers.values())
    assert (sent["TrackOpens"], sent["TrackLinks"]) == (False, "None")
    assert sent["Metadata"] == {"delivery": envelope.delivery.token}
    assert postmark.headers[0]["X-Postmark-Server-Token"] == "TOKEN"


def test_readers_of_plain_text_get_only_that(postmark):
    postmark.replies = answer_for("anna")
    list(open_session().send(envelopes("anna", kind="text")))
    assert "HtmlBody" not in postmark.taken[0]


def test_every_attempt_has_the_same_message_id(postmark):
    postmark.replies = [(500, {"ErrorCode": 1, "Message": "oops"}), *answer_for("anna")]
    batch = envelopes("anna")
    assert outcomes([*open_session().send(batch), *open_session().send(batch)]) == [("anna", "later"), ("anna", "accepted")]
    first, second = ([h["Value"] for h in sent["Headers"] if h["Name"] == "Message-ID"] for sent in postmark.taken)
    assert first == second


@pytest.mark.parametrize(
    ("reply", "outcome", "reason"),
    [
        ((422, {"ErrorCode": 300, "Message": "Invalid 'To' address: 'bert@y.example'."}), "refused", "other"),
        ((422, {"ErrorCode": 406, "Message": INACTIVE}), "refused", "suppressed"),
        ((422, {"ErrorCode": 406, "Message": "in other words"}), "refused", "other"),
        ((500, {"ErrorCode": 1, "Message": "oops"}), "later", "other"),
        ((504, {}), "uncertain", ""),
    ],
)
def test_what_is_wrong_with_one_mail_does_not_stop_the_others(postmark, reply, outcome, reason):
    postmark.replies = [*answer_for("anna"), reply, *answer_for("cem")]
    answers = list(open_session().send(envelopes("anna", "bert", "cem")))
    assert outcomes(answers) == [("anna", "accepted"), ("bert", outcome), ("cem", "accepted")]
    assert answers[1].reason == reason


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, Kind.AUTH), (403, Kind.AUTH), (404, Kind.CONFIG), (429, Kind.NETWORK), (503, Kind.NETWORK)],
)
def test_what_is_wrong_with_us_fails_no_reader(postmark, status, kind):
    postmark.replies = [*answer_for("anna"), (status, {"ErrorCode": 10, "Message": "no"})]
    session = open_session()
    answers = session.send(envelopes("anna", "bert", "cem"))
    assert next(answers).outcome == "accepted"
    with pytest.raises(Unreachable) as stopped:
        next(answers)
    assert stopped.value.kind == kind
    assert not session.is_open
    assert len(postmark.taken) == 2


def test_the_same_refusal_again_and_again_is_about_us(postmark):
    postmark.usual = (422, {"ErrorCode": 400, "Message": "The 'From' address is not a confirmed sender signature."})
    answers = open_session().send(envelopes("a", "b", "c", "d", "e"))
    with pytest.raises(Unreachable, match="sender signature"):
        list(answers)
    assert len(postmark.taken) == 3


def test_no_answer_at_all_is_uncertain_and_ends_the_session(postmark):
    postmark.replies = [*answer_for("anna"), HANG_UP]
    session = open_session()
    assert outcomes(session.send(envelopes("anna", "bert", "cem"))) == [("anna", "accepted"), ("bert", "uncertain")]
    assert not session.is_open


def test_nobody_listening_fails_no_reader(settings):
    with provider(POSTMARK) as desk:
        pass
    settings.MAILERS = {"newsletter": mailer(f"postmark://TOKEN@?api_url={desk.url}")}
    with pytest.raises(Unreachable) as failed:
        list(open_session().send(envelopes("anna")))
    assert failed.value.kind == Kind.NETWORK


def test_nothing_leaves_once_it_may_not(postmark):
    postmark.replies = answer_for("anna")
    permits = iter([True, False])
    answers = open_session().send(envelopes("anna", "bert"), may_send=lambda: next(permits))
    assert outcomes(answers) == [("anna", "accepted")]
    assert len(postmark.taken) == 1


def test_what_a_provider_cannot_do_is_left_out_and_the_mail_goes(settings):
    with provider((201, {"messageId": "<m1>"})) as desk:
        settings.MAILERS = {"newsletter": mailer(f"brevo://KEY@?api_url={desk.url}")}
        assert outcomes(open_session().send(envelopes("anna", "bert"))) == [("anna", "accepted"), ("bert", "accepted")]
    assert [sent["to"][0]["email"] for sent in desk.taken] == ["anna@y.example", "bert@y.example"]
    assert desk.taken[0]["headers"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert desk.headers[0]["api-key"] == "KEY"


def test_mailjet_gets_name_and_secret_and_is_told_not_to_track(settings):
    to = {"Email": "anna@y.example", "MessageID": 1, "MessageUUID": "u", "MessageHref": ""}
    answer = {"Messages": [{"Status": "success", "To": [to]}]}
    with provider((200, answer)) as desk:
        settings.MAILERS = {"newsletter": mailer(f"mailjet://K:S@?api_url={desk.url}")}
        assert outcomes(open_session().send(envelopes("anna"))) == [("anna", "accepted")]
    assert desk.headers[0]["Authorization"] == "Basic " + base64.b64encode(b"K:S").decode()
    assert desk.taken[0]["Globals"]["TrackOpens"] == desk.taken[0]["Globals"]["TrackClicks"] == "disabled"


def test_anymails_own_test_backend_sees_all_of_it(settings):
    settings.MAILERS = {"newsletter": {"BACKEND": "anymail.backends.test.EmailBackend"}}
    mail.outbox = []
    assert outcomes(open_session().send(envelopes("anna"))) == [("anna", "accepted")]
    [sent] = mail.outbox
    assert sent.anymail_test_params["track_opens"] is sent.anymail_test_params["track_clicks"] is False
    assert sent.anymail_test_params["envelope_sender"] == "post@lindenau.example"
    assert sent.to == ['"Zoë \\"Z\\" Müller, M.A." <anna@y.example>']


def test_any_django_backend_will_do(settings, tmp_path):
    backend = "django.core.mail.backends.filebased.EmailBackend"
    settings.MAILERS = {"newsletter": {"BACKEND": backend, "OPTIONS": {"file_path": str(tmp_path)}}}
    session = open_session()
    assert outcomes(session.send(envelopes("anna", "bert"))) == [("anna", "accepted"), ("bert", "accepted")]
    session.quit()
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert written.count("List-Unsubscribe-Post: List-Unsubscribe=One-Click") == 2


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"BACKEND": "anymail.backends.postmark.EmailBackend"}, Kind.CONFIG),
        ({"BACKEND": "no.such.Backend"}, Kind.CONFIG),
    ],
)
def test_incomplete_settings_are_explained(settings, options, kind):
    settings.MAILERS = {"newsletter": options}
    with pytest.raises(Unreachable) as failed:
        open_session()
    assert failed.value.kind == kind


@pytest.mark.parametrize("url", ["telegram://x", "brevo://", "mailjet://K@", "localhost:25"])
def test_a_mail_url_nobody_understands_is_refused_at_the_start(url):
    with pytest.raises(ImproperlyConfigured, match="NEWSLETTER_MAIL_URL"):
        mailer(url)


def test_smtp_urls_say_how_to_connect():
    options = mailer("smtp://stadt:p%40ss@mail.example:587?tls=starttls")["OPTIONS"]
    assert (options["username"], options["password"], options["port"], options["use_tls"]) == ("stadt", "p@ss", 587, True)
    assert mailer("smtp://mail.example?tls=implicit")["OPTIONS"]["port"] == 465
