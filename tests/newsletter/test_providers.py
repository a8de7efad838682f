"""Every provider the settings know, on a real socket speaking its documented answers: taken, refused, not now, no answer.

What all of them have in common is tested with Postmark in test_mailer_session.py; here is what each does in its own way.
"""

import base64
import email
import email.policy
import json
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from cms.settings.mail import mailer
from newsletter.transport import Kind, Unreachable, open_session

from .provider import HANG_UP, SILENCE, provider
from .test_mailer_session import envelopes, outcomes

BOUNCES = "bounce.lindenau.example"


def amazon_error(status: int, code: str, message: str) -> tuple:
    return status, {"message": message}, {"x-amzn-errortype": code}


def by_name(headers: list[dict], key: str = "name") -> dict:
    return {header[key]: header["value"] for header in headers}


def parsed(sent: dict):
    content = base64.b64decode(sent["Content"]["Raw"]["Data"])
    return email.message_from_bytes(content, policy=email.policy.default)


@dataclass
class Case:
    """A provider: how it says yes and no, and where our headers and the delivery's token are in what it gets."""

    url: str
    path: str
    yes: tuple
    no: tuple  # about one mail
    not_now: tuple
    not_us: tuple  # about our key or account
    headers: Callable[[dict], dict]
    token: Callable[[dict], str]
    option: str = "api_url"
    takes_message_id: bool = True
    names: dict = field(default_factory=dict)  # of the request's own headers

    def mailer(self, desk, **more) -> dict:
        extra = "".join(f"&{name}={value}" for name, value in more.items())
        return mailer(f"{self.url}?{self.option}={desk.url}{extra}")


CASES = {
    "brevo": Case(
        url="brevo://KEY@",
        path="/smtp/email",
        yes=(201, {"messageId": "<202611211011.12345@smtp-relay.mailin.fr>"}),
        no=(400, {"code": "invalid_parameter", "message": "email is not valid in to"}),
        not_now=(429, {"code": "too_many_requests", "message": "Too many requests"}),
        not_us=(402, {"code": "not_enough_credits", "message": "Insufficient credits"}),
        headers=lambda sent: sent["headers"],
        token=lambda sent: json.loads(sent["headers"]["X-Mailin-custom"])["delivery"],
        names={"api-key": "KEY"},
    ),
    "mailjet": Case(
        url="mailjet://K:S@",
        path="/send",
        yes=(
            200,
            {
                "Messages": [
                    {
                        "Status": "success",
                        "CustomID": "",
                        "To": [
                            {
                                "Email": "anna@y.example",
                                "MessageUUID": "cb927469-36fd-4c02-bce4-0d199929a207",
                                "MessageID": 70650219165027410,
                                "MessageHref": "https://api.mailjet.example/v3/REST/message/70650219165027410",
                            }
                        ],
                        "Cc": [],
                        "Bcc": [],
                    }
                ]
            },
        ),
        no=(
            400,
            {
                "Messages": [
                    {
                        "Status": "error",
                        "Errors": [
                            {
                                "ErrorIdentifier": "f987008f-251a-4dff-8ffc-40f1583ad7bc",
                                "ErrorCode": "mj-0013",
                                "StatusCode": 400,
                                "ErrorMessage": '"anna@y" is an invalid email address.',
                                "ErrorRelatedTo": ["To[0].Email"],
                            }
                        ],
                    }
                ]
            },
        ),
        not_now=(429, {"ErrorMessage": "Too many requests", "StatusCode": 429}),
        not_us=(401, {"ErrorMessage": "API key authentication/authorization failure.", "StatusCode": 401}),
        headers=lambda sent: sent["Globals"]["Headers"],
        token=lambda sent: json.loads(sent["Globals"]["EventPayload"])["delivery"],
        takes_message_id=False,
        names={"Authorization": "Basic " + base64.b64encode(b"K:S").decode()},
    ),
    "mailgun": Case(
        url="mailgun://KEY@",
        path="/lindenau.example/messages",
        yes=(200, {"id": "<20261121101102.1.ABC@lindenau.example>", "message": "Queued. Thank you."}),
        no=(400, {"message": "to parameter is not a valid address. please check documentation"}),
        not_now=(429, {"message": "Too Many Requests"}),
        not_us=(401, None),
        headers=lambda sent: {name[2:]: value for name, value in sent.items() if name.startswith("h:")},
        token=lambda sent: sent["v:delivery"],
        names={"Authorization": "Basic " + base64.b64encode(b"api:KEY").decode()},
    ),
    "mailersend": Case(
        url="mailersend://TOKEN@",
        path="/email",
        yes=(202, None, {"X-Message-Id": "63fd1c1d5f010335ed07066b"}),
        no=(
            422,
            {
                "message": "The to.0.email must be a valid email address. #MS42207",
                "errors": {"to.0.email": ["not valid #MS42207"]},
            },
        ),
        not_now=(429, {"message": "Too Many Attempts."}, {"Retry-After": "10"}),
        not_us=(401, {"message": "Unauthenticated."}),
        headers=lambda sent: by_name(sent["headers"]),
        token=lambda sent: sent["tags"][0],
        names={"Authorization": "Bearer TOKEN"},
    ),
    "scaleway": Case(
        url="scaleway://PROJECT:SECRET@",
        path="/emails",
        yes=(
            200,
            {
                "emails": [
                    {
                        "id": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                        "message_id": "00000000-1111-2222-3333-444444444444",
                        "mail_rcpt": "anna@y.example",
                        "rcpt_type": "to",
                        "status": "sending",
                        "status_details": "ready to send",
                    }
                ]
            },
        ),
        no=(
            400,
            {
                "type": "invalid_arguments",
                "message": "invalid argument(s)",
                "details": [{"argument_name": "to", "reason": "constraint", "help_message": "not a valid email"}],
            },
        ),
        not_now=(429, {"type": "too_many_requests", "message": "too many requests"}),
        not_us=(403, {"type": "permissions_denied", "message": "insufficient permissions"}),
        headers=lambda sent: by_name(sent["additional_headers"], "key"),
        token=lambda sent: json.loads(by_name(sent["additional_headers"], "key")["X-Metadata"])["delivery"],
        names={"X-Auth-Token": "SECRET"},
    ),
    "amazon-ses": Case(
        url="amazon-ses://AKIAEXAMPLE:geheim%2Fkey@",
        path="/v2/email/outbound-emails",
        yes=(200, {"MessageId": "010701929e8c2fd4-7d2f4a1b-000000"}),
        no=amazon_error(400, "MessageRejected", "The message contains a virus."),
        not_now=amazon_error(429, "TooManyRequestsException", "Maximum sending rate exceeded."),
        not_us=amazon_error(400, "SendingPausedException", "Sending is paused for this account."),
        headers=lambda sent: dict(parsed(sent).items()),
        token=lambda sent: json.loads(parsed(sent)["X-Metadata"])["delivery"],
        option="region_name=eu-central-1&endpoint_url",
    ),
}


@pytest.fixture(params=CASES)
def case(request) -> Case:
    return CASES[request.param]


@pytest.fixture
def desk(case, settings):
    settings.BOUNCE_DOMAIN = BOUNCES
    with provider(case.yes) as desk:
        settings.MAILERS = {"newsletter": case.mailer(desk, timeout=20)}
        yield desk


def test_it_takes_a_mail_with_all_that_makes_it_a_newsletter(case, desk):
    [envelope] = envelopes("anna")
    [answer] = open_session().send([envelope])
    assert (answer.outcome, answer.code) == ("accepted", 250)
    assert answer.text  # what the provider calls this mail
    sent = desk.taken[-1]
    assert desk.paths[-1] == case.path
    headers = {name.lower(): value for name, value in case.headers(sent).items()}
    assert headers["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    assert f"<mailto:unsubscribe+{envelope.delivery.token}@{BOUNCES}>" in headers["list-unsubscribe"]
    assert ("message-id" in headers) == case.takes_message_id
    assert case.token(sent) == envelope.delivery.token
    assert {name: desk.headers[-1].get(name) for name in case.names} == case.names
    assert "anna@y.example" in json.dumps(sent)


def test_what_it_refuses_about_one_mail_does_not_stop_the_next(case, desk):
    desk.replies = [case.no]
    answers = list(open_session().send(envelopes("anna", "bert")))
    assert outcomes(answers)[0] == ("anna", "refused")
    assert len(desk.taken) >= 2
    assert answers[0].text


def test_when_it_asks_for_patience_no_reader_fails(case, desk):
    desk.replies = [case.yes, case.not_now]
    answers = open_session().send(envelopes("anna", "bert", "cem"))
    assert next(answers).outcome == "accepted"
    with pytest.raises(Unreachable) as stopped:
        next(answers)
    assert stopped.value.kind == Kind.NETWORK


def test_when_it_does_not_want_our_account_a_person_is_asked(case, desk):
    desk.replies = [case.not_us]
    with pytest.raises(Unreachable) as stopped:
        list(open_session().send(envelopes("anna", "bert")))
    assert stopped.value.needs_a_person


@pytest.mark.parametrize("no_answer", [HANG_UP, SILENCE])
def test_a_lost_answer_leaves_one_mail_unclear_and_is_not_asked_twice(case, desk, settings, no_answer):
    settings.MAILERS = {"newsletter": case.mailer(desk, timeout=1)}
    desk.usual = no_answer
    assert outcomes(open_session().send(envelopes("anna", "bert"))) == [("anna", "uncertain")]
    readers = [sent for sent in desk.taken if "anna@y.example" in json.dumps(sent)]
    assert len(readers) == len(desk.taken) == 1


def test_mailjet_names_the_same_refusal_by_another_number_each_time(settings):
    case = CASES["mailjet"]
    with provider(case.yes) as desk:
        settings.MAILERS = {"newsletter": case.mailer(desk)}
        for last in "abcd":
            status, answer = json.loads(json.dumps(case.no))
            answer["Messages"][0]["Errors"][0]["ErrorIdentifier"] = f"f987008f-251a-4dff-8ffc-40f1583ad7b{last}"
            desk.replies.append((status, answer))
        with pytest.raises(Unreachable, match="invalid email"):
            list(open_session().send(envelopes("a", "b", "c", "d")))
        assert len(desk.taken) == 3


def test_mailersend_knows_readers_it_will_not_write_to(settings):
    suppressed = {
        "message": "There are some warnings for your request.",
        "warnings": [
            {
                "type": "ALL_SUPPRESSED",
                "warning": "Some of the recipients have been suppressed.",
                "recipients": [{"email": "anna@y.example", "name": "Anna", "reasons": ["hard_bounced"]}],
            }
        ],
    }
    case = CASES["mailersend"]
    with provider((202, suppressed)) as desk:
        settings.MAILERS = {"newsletter": case.mailer(desk)}
        [answer] = open_session().send(envelopes("anna"))
    assert (answer.outcome, answer.reason) == ("refused", "suppressed")


def test_mailgun_sends_from_the_domain_that_was_named(settings):
    case = CASES["mailgun"]
    settings.BOUNCE_DOMAIN = BOUNCES
    with provider(case.yes) as desk:
        settings.MAILERS = {"newsletter": case.mailer(desk, sender_domain="mg.lindenau.example")}
        assert outcomes(open_session().send(envelopes("anna"))) == [("anna", "accepted")]
    assert desk.paths == ["/mg.lindenau.example/messages"]


def test_amazon_gets_the_mail_as_it_is_and_returns_it_to_the_delivery(settings):
    case = CASES["amazon-ses"]
    settings.BOUNCE_DOMAIN = BOUNCES
    with provider(case.yes) as desk:
        settings.MAILERS = {"newsletter": case.mailer(desk, configuration_set_name="zeitung")}
        [envelope] = envelopes("anna")
        list(open_session().send([envelope]))
    [sent] = desk.taken
    assert sent["FeedbackForwardingEmailAddress"] == f"bounces+{envelope.delivery.token}@{BOUNCES}"
    assert sent["Destination"] == {"ToAddresses": ["anna@y.example"]}
    assert sent["ConfigurationSetName"] == "zeitung"
    message = parsed(sent)
    assert message["Subject"] == "مجلة التنوع: العدد ٢٤ من لينديناو والمزيد من الأخبار"
    assert message.get_body(("html",)).get_content().startswith("<p>.تحية طيبة")
    assert "Credential=AKIAEXAMPLE/" in desk.headers[0]["Authorization"]


def test_amazon_without_keys_or_region_is_explained(settings, monkeypatch, tmp_path):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    settings.MAILERS = {"newsletter": mailer("amazon-ses://")}
    with pytest.raises(Unreachable, match="region") as failed:
        open_session()
    assert failed.value.kind == Kind.CONFIG
    settings.MAILERS = {"newsletter": mailer("amazon-ses://?region_name=eu-central-1")}
    with pytest.raises(Unreachable, match="credentials") as failed:
        list(open_session().send(envelopes("anna")))
    assert failed.value.kind == Kind.CONFIG
