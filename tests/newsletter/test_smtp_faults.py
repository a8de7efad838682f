"""Every fault of the wire against a real socket: who has the mail, who surely has not, and whose is unclear."""

import datetime
import ipaddress
import ssl
import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from newsletter.transport import Envelope, Kind, Outcome, Unreachable, open_session
from newsletter.transport.conversation import Patience, Server
from newsletter.transport.smtp import SmtpSession

from .conftest import smtp_mailer
from .rude_server import HANG_UP, SILENCE, Manners, rude_server

CONTENT = b"Subject: x\r\n\r\nbody\r\n"
IMPATIENT = Patience(connect=10, greeting=0.5, command=0.5, data=0.5, block=0.5, dot=0.5)
WAYS = {"pipelining": ["PIPELINING", "SIZE 10000000"], "one by one": ["SIZE 10000000"]}


@pytest.fixture(params=WAYS)
def manners(request):
    return Manners(offers=list(WAYS[request.param]))


@pytest.fixture
def port(manners):
    with rude_server(manners) as number:
        yield number


def opened(port: int, **fields) -> SmtpSession:
    patience = fields.pop("patience", Patience(connect=10))
    return SmtpSession.open(Server(host="127.0.0.1", port=port, **fields), patience=patience)


def envelopes(*names: str, content: bytes = CONTENT) -> list[Envelope]:
    return [Envelope(name, f"bounces+{name}@x.example", f"{name}@y.example", content) for name in names]


def outcomes(answers) -> list[tuple[str, str]]:
    return [(answer.delivery, answer.outcome.value) for answer in answers]


def is_pipelined(manners: Manners) -> bool:
    return "PIPELINING" in manners.offers


# --- when all is well ----------------------------------------------------------------------------------------------------
def test_many_mails_go_through_one_connection_in_order(manners, port):
    names = [f"a{number}" for number in range(30)]
    session = opened(port)
    assert outcomes(session.send(envelopes(*names[:20]))) == [(name, "accepted") for name in names[:20]]
    assert outcomes(session.send(envelopes(*names[20:]))) == [(name, "accepted") for name in names[20:]]
    session.quit()
    assert manners.taken == [(f"bounces+{name}@x.example", f"{name}@y.example", CONTENT) for name in names]
    assert manners.connections == 1
    assert manners.commands[-1] == "QUIT"


def test_the_size_of_every_mail_is_announced(manners, port):
    session = opened(port)
    list(session.send(envelopes("a")))
    assert f"MAIL FROM:<bounces+a@x.example> SIZE={len(CONTENT)}" in manners.commands


def test_a_batch_of_nobody_sends_nothing(manners, port):
    session = opened(port)
    assert list(session.send([])) == []
    assert session.is_open
    assert not any(command.startswith("MAIL") for command in manners.commands)


def test_a_megabyte_goes_through_while_others_wait(manners, port):
    content = b"Subject: x\r\n\r\n" + (b"z" * 74 + b"\r\n") * 15_000
    session = opened(port)
    assert outcomes(session.send(envelopes("a", "b", content=content))) == [("a", "accepted"), ("b", "accepted")]
    assert [taken for _sender, _recipient, taken in manners.taken] == [content, content]


# --- a no for one reader -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("data_for_nobody", [False, True])
def test_one_refused_reader_does_not_disturb_the_others(manners, port, place, data_for_nobody):
    names = ["a", "b"]
    names.insert(place, "no")
    manners.rcpt["no@y.example"] = "550 5.1.1 unknown"
    manners.data_for_nobody = data_for_nobody
    session = opened(port)
    answers = list(session.send(envelopes(*names)))
    assert outcomes(answers) == [(name, "refused" if name == "no" else "accepted") for name in names]
    assert (answers[place].code, answers[place].reason) == (550, "no_such_mailbox")
    assert manners.recipients == ["a@y.example", "b@y.example"]
    assert manners.bodies_for_nobody == (1 if data_for_nobody and is_pipelined(manners) else 0), "RFC 2920: a lone dot"
    assert manners.connections == 1


@pytest.mark.parametrize(
    ("reply", "outcome", "reason"),
    [
        ("450 4.2.0 greylisted", "later", "other"),
        ("452 4.2.2 mailbox full", "later", "mailbox_full"),
        ("550 5.7.1 spam from you", "refused", "refused_policy"),
        ("551 5.1.1 moved", "refused", "no_such_mailbox"),
        ("552 5.3.4 too large", "refused", "too_big"),
        ("299 what now", "accepted", ""),
    ],
)
def test_what_is_said_at_the_dot_counts_for_that_mail_only(manners, port, reply, outcome, reason):
    manners.at["."] = ["250 ok", reply]
    session = opened(port)
    answers = list(session.send(envelopes("a", "b", "c")))
    assert outcomes(answers) == [("a", "accepted"), ("b", outcome), ("c", "accepted")]
    assert answers[1].reason == reason
    assert answers[1].code == int(reply[:3])


def test_a_no_to_data_is_for_that_mail_only(manners, port):
    manners.at["DATA"] = ["451 4.3.0 one moment"]
    session = opened(port)
    assert outcomes(session.send(envelopes("a", "b"))) == [("a", "later"), ("b", "accepted")]
    assert "RSET" in manners.commands


def test_too_large_for_this_server_is_known_before_sending(manners, port):
    manners.offers[-1] = "SIZE 1000"
    session = opened(port)
    large = envelopes("large", content=b"x" * 78 + b"\r\n" * 600)
    answers = list(session.send(envelopes("a") + large + envelopes("b") + large))
    assert outcomes(answers) == [("a", "accepted"), ("large", "refused"), ("b", "accepted"), ("large", "refused")]
    assert answers[1].reason == "too_big"
    assert not any("+large@" in command for command in manners.commands)


def test_special_letters_before_the_at_sign_need_a_server_that_can(manners, port):
    reader = Envelope("eai", "b@x.example", "пошта@y.example", CONTENT)
    answers = list(opened(port).send([reader, *envelopes("a")]))
    assert sorted(outcomes(answers)) == [("a", "accepted"), ("eai", "refused")]
    manners.offers.append("SMTPUTF8")
    assert outcomes(opened(port).send([reader])) == [("eai", "accepted")]
    assert manners.commands.count(f"MAIL FROM:<b@x.example> SIZE={len(CONTENT)} BODY=8BITMIME SMTPUTF8") == 1
    assert manners.recipients[-1] == "пошта@y.example"


@pytest.mark.parametrize("recipient", ["a@y.example>\r\nDATA\r\n", "a b@y.example", "<a@y.example", "", "a\x00@y.example"])
def test_an_address_that_would_split_a_command_never_reaches_the_wire(manners, port, recipient):
    answers = list(opened(port).send([Envelope("bad", "b@x.example", recipient, CONTENT), *envelopes("a")]))
    assert sorted(outcomes(answers)) == [("a", "accepted"), ("bad", "refused")]
    assert manners.recipients == ["a@y.example"]


# --- the connection breaks -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("fault", [HANG_UP, SILENCE, "421 4.3.2 going down", "hello?"])
@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_a_break_before_the_content_loses_one_turn_and_no_mail(manners, port, verb, fault):
    manners.at[verb] = ["354 go on" if verb == "DATA" else "250 ok", fault]
    session = opened(port, patience=IMPATIENT)
    answers = list(session.send(envelopes("a", "b", "c")))
    assert outcomes(answers) == [("a", "accepted"), ("b", "lost")], "c was not begun"
    assert not session.is_open
    assert manners.recipients == ["a@y.example"]
    assert outcomes(opened(port).send(envelopes("b", "c"))) == [("b", "accepted"), ("c", "accepted")]


@pytest.mark.parametrize("fault", [HANG_UP, SILENCE, "no number"])
def test_a_break_after_the_dot_leaves_exactly_one_uncertain(manners, port, fault):
    manners.at["."] = ["250 ok", "250 ok", fault]
    session = opened(port, patience=IMPATIENT)
    answers = list(session.send(envelopes("a", "b", "c", "d")))
    assert outcomes(answers) == [("a", "accepted"), ("b", "accepted"), ("c", "uncertain")]
    assert not session.is_open


def test_going_down_at_the_dot_is_a_not_now(manners, port):
    manners.at["."] = ["250 ok", "421 4.3.2 going down"]
    session = opened(port)
    assert outcomes(session.send(envelopes("a", "b", "c"))) == [("a", "accepted"), ("b", "later")]
    assert not session.is_open


def test_a_break_in_the_middle_of_a_large_mail_is_surely_not_sent(manners, port):
    manners.hang_up_in_body = 3
    manners.offers[-1] = "SIZE 100000000"
    session = opened(port)
    content = b"Subject: x\r\n\r\n" + (b"z" * 74 + b"\r\n") * 200_000  # more than any buffer on the way holds
    assert outcomes(session.send(envelopes("a", "b", content=content))) == [("a", "lost")]
    assert not session.is_open
    assert not manners.taken


def test_a_break_in_the_middle_of_a_small_mail_is_never_taken_for_sent(manners, port):
    manners.hang_up_in_body = 1
    answers = list(opened(port).send(envelopes("a", "b")))
    assert outcomes(answers) in ([("a", "uncertain")], [("a", "lost")]), "it was in the socket's buffer: nobody can know"


def test_a_slow_server_is_waited_for(manners, port):
    manners.slow = 0.03
    assert outcomes(opened(port).send(envelopes("a", "b", "c"))) == [(name, "accepted") for name in "abc"]


# --- stopping ------------------------------------------------------------------------------------------------------------
def test_nothing_more_leaves_once_it_may_not(manners, port):
    permits = iter([True, True, False])
    session = opened(port)
    answers = list(session.send(envelopes("a", "b", "c", "d"), may_send=lambda: next(permits)))
    assert outcomes(answers) == [("a", "accepted"), ("b", "accepted")]
    assert not session.is_open, "hanging up takes back the mail whose dot is not out"
    assert manners.recipients == ["a@y.example", "b@y.example"]


def test_who_stops_listening_leaves_no_half_mail_behind(manners, port):
    session = opened(port)
    answers = session.send(envelopes("a", "b", "c"))
    assert next(answers).delivery == "a"
    answers.close()
    assert not session.is_open
    assert "c@y.example" not in manners.recipients


def test_a_fault_while_writing_the_next_mail_closes_the_connection(manners, port):
    def batch():
        yield from envelopes("a", "b")
        raise LookupError("no such row")

    session = opened(port)
    with pytest.raises(LookupError):
        list(session.send(batch()))
    assert not session.is_open
    assert set(manners.recipients) <= {"a@y.example", "b@y.example"}


# --- nobody is to blame but us -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("550 5.7.1 sender not allowed", Kind.CONFIG),
        ("451 4.3.0 too many of your mails", Kind.NETWORK),
        ("530 5.7.0 must issue a STARTTLS command first", Kind.TLS),
        ("530 5.7.0 authentication required", Kind.AUTH),
    ],
)
def test_a_sender_nobody_wants_fails_no_reader(manners, port, reply, kind):
    manners.at["MAIL"] = ["250 ok", reply]
    session = opened(port)
    answers = session.send(envelopes("a", "b", "c"))
    assert next(answers).outcome == Outcome.ACCEPTED
    with pytest.raises(Unreachable) as stopped:
        list(answers)
    assert stopped.value.kind == kind
    assert reply in str(stopped.value)
    assert not session.is_open
    assert manners.recipients == ["a@y.example"]


def test_a_mail_refused_for_its_announced_size_is_about_that_mail(manners, port):
    manners.at["MAIL"] = ["552 5.3.4 too large"]
    assert outcomes(opened(port).send(envelopes("a", "b"))) == [("a", "refused"), ("b", "accepted")]


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        ("554 5.7.1 we do not know you", Kind.CONFIG),
        ("421 4.3.2 too busy", Kind.NETWORK),
        (HANG_UP, Kind.NETWORK),
        (SILENCE, Kind.NETWORK),
        ("SSH-2.0-OpenSSH_9.2", Kind.NETWORK),
    ],
)
def test_a_server_that_does_not_greet_is_unreachable(greeting, kind):
    with rude_server(Manners(greeting=greeting)) as port, pytest.raises(Unreachable) as failed:
        opened(port, patience=IMPATIENT)
    assert failed.value.kind == kind


def test_nobody_listening_is_a_matter_of_waiting():
    with rude_server(Manners()) as port:
        pass
    with pytest.raises(Unreachable) as failed:
        opened(port)
    assert failed.value.kind == Kind.NETWORK
    assert not failed.value.needs_a_person


def test_an_old_server_that_only_knows_helo_gets_its_mail():
    manners = Manners(at={"EHLO": ["502 5.5.1 what?"]})
    with rude_server(manners) as port:
        assert outcomes(opened(port).send(envelopes("a"))) == [("a", "accepted")]
    assert any(command.startswith("HELO ") for command in manners.commands)


# --- encryption ----------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """(context of a server, file to trust it by), for 127.0.0.1."""
    return make_certificate(tmp_path_factory.mktemp("tls"), days=30)


def make_certificate(folder, *, days: int):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test.example")])
    today = datetime.datetime.now(datetime.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=60))
        .not_valid_after(today + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = signed.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "both.pem").write_bytes(pem + secret)
    (folder / "public.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context, folder / "public.pem"


@pytest.mark.parametrize("implicit", [False, True], ids=["STARTTLS", "SMTPS"])
def test_mails_travel_encrypted(certificate, monkeypatch, implicit):
    context, trusted = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    manners = Manners(offers=["PIPELINING", "STARTTLS", "SIZE 10000000"], tls=context)
    content = b"Subject: x\r\n\r\n" + (b"z" * 74 + b"\r\n") * 3000
    with rude_server(manners, implicit_tls=implicit) as port:
        session = opened(port, starttls=not implicit, implicit_tls=implicit)
        assert outcomes(session.send(envelopes("a", "b", content=content))) == [("a", "accepted"), ("b", "accepted")]
        session.quit()
    assert [taken for _sender, _recipient, taken in manners.taken] == [content, content]


@pytest.mark.parametrize("implicit", [False, True], ids=["STARTTLS", "SMTPS"])
def test_a_certificate_nobody_vouches_for_stops_everything(certificate, implicit):
    manners = Manners(offers=["STARTTLS"], tls=certificate[0])
    with rude_server(manners, implicit_tls=implicit) as port, pytest.raises(Unreachable) as failed:
        opened(port, starttls=not implicit, implicit_tls=implicit)
    assert failed.value.kind == Kind.TLS
    assert failed.value.needs_a_person


def test_an_expired_certificate_stops_everything(tmp_path, monkeypatch):
    context, trusted = make_certificate(tmp_path, days=-1)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with rude_server(Manners(offers=["STARTTLS"], tls=context)) as port, pytest.raises(Unreachable, match="expired") as failed:
        opened(port, starttls=True)
    assert failed.value.kind == Kind.TLS


@pytest.mark.parametrize(
    ("offers", "at"),
    [
        (["SIZE 1"], {}),
        (["STARTTLS"], {"STARTTLS": ["454 4.7.0 not available"]}),
        (["STARTTLS"], {"STARTTLS": ["220 go ahead\r\n250 injected"]}),
    ],
    ids=["not offered", "refused", "words slipped in"],
)
def test_without_the_encryption_we_asked_for_nothing_is_sent(certificate, offers, at):
    manners = Manners(offers=offers, at=at, tls=certificate[0])
    with rude_server(manners) as port, pytest.raises(Unreachable) as failed:
        opened(port, starttls=True, username="u", password="p")
    assert failed.value.kind == Kind.TLS
    assert not any(command.startswith(("AUTH", "MAIL")) for command in manners.commands)


# --- name and password ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("offered", ["PLAIN LOGIN", "LOGIN", "CRAM-MD5 PLAIN", "PLAIN"])
def test_every_common_way_to_sign_in_works(offered):
    manners = Manners(offers=["PIPELINING", f"AUTH {offered}"], users={"stadt": "geheim ä"})
    with rude_server(manners) as port:
        session = opened(port, username="stadt", password="geheim ä")
        assert outcomes(session.send(envelopes("a"))) == [("a", "accepted")]
    used = next(command for command in manners.commands if command.startswith("AUTH"))
    assert used.split(" ")[1] == offered.split(" ")[0]


def test_the_next_way_is_tried_if_one_is_not_for_us():
    manners = Manners(offers=["AUTH PLAIN LOGIN"], users={"stadt": "geheim"}, at={"AUTH": ["504 5.5.4 not PLAIN"]})
    with rude_server(manners) as port:
        assert opened(port, username="stadt", password="geheim").is_open


@pytest.mark.parametrize(
    ("offers", "at", "kind"),
    [
        (["AUTH PLAIN"], {}, Kind.AUTH),
        (["AUTH CRAM-MD5"], {}, Kind.AUTH),
        (["AUTH GSSAPI"], {}, Kind.AUTH),
        (["SIZE 1"], {}, Kind.AUTH),
        (["AUTH PLAIN"], {"AUTH": ["454 4.7.0 try later"]}, Kind.NETWORK),
    ],
)
def test_a_wrong_password_is_told_apart_from_a_server_in_trouble(offers, at, kind):
    with rude_server(Manners(offers=offers, at=at, users={"stadt": "geheim"})) as port, pytest.raises(Unreachable) as failed:
        opened(port, username="stadt", password="falsch")
    assert failed.value.kind == kind


def test_a_password_never_travels_in_the_clear_to_a_stranger():
    assert Server(host="127.0.0.1").is_on_our_network
    assert Server(host="mail").is_on_our_network
    assert Server(host="10.1.2.3").is_on_our_network
    assert not Server(host="smtp.provider.example").is_on_our_network
    assert not Server(host="2001:4860:4860::8888").is_on_our_network


# --- settings and scale --------------------------------------------------------------------------------------------------
def test_the_settings_say_where_to_connect(settings):
    manners = Manners()
    with rude_server(manners) as port:
        settings.MAILERS = {"newsletter": smtp_mailer(port)}
        session = open_session()
        assert outcomes(session.send(envelopes("a"))) == [("a", "accepted")]
        session.quit()
    settings.MAILERS = {}
    with pytest.raises(Unreachable, match="NEWSLETTER_MAIL_URL"):
        open_session()


def test_eight_connections_at_once_mix_nothing_up(manners, port):
    def work(worker: int):
        names = [f"w{worker}m{number}" for number in range(25)]
        done.append(outcomes(opened(port).send(envelopes(*names))) == [(name, "accepted") for name in names])

    done: list[bool] = []
    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True] * 8
    assert len(set(manners.recipients)) == 200
    assert all(sender.split("+")[1].split("@")[0] == to.split("@")[0] for sender, to, _content in manners.taken)
