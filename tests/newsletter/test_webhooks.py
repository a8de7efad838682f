"""Mail providers report by webhook: checked, counted once, judged like a report by mail. Notices as in their documentation."""

import base64
import hashlib
import hmac
import json

import pytest
from django.urls import include, path
from wagtail.models import Site

from cms.urls import urlpatterns as site
from newsletter.models import Delivery, Feedback, Mailing, Subscriber
from newsletter.recovery import clear_up

from .conftest import make_readers

urlpatterns = [path("anymail/", include("anymail.urls")), *site]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.newsletter.test_webhooks")]
SECRET = "vielfalt:geheim"
SIGNING_KEY = "unterschrift"
Kind = Feedback.Kind


@pytest.fixture
def delivery(home, topics):
    """What a provider was given; its mailing needs no words here."""
    (reader,) = make_readers(1, topics=topics[:1])
    mailing = Mailing.objects.create(title="Vielfalt 24", site=Site.objects.get())
    return Delivery.objects.create(
        mailing=mailing, subscriber=reader, address=reader.address, language="de", reader_language="de", state="accepted"
    )


# --- what each provider sends -----------------------------------------------------------------------------------------------
def postmark(delivery: Delivery, **event) -> dict:
    common = {
        "RecordType": "Bounce",
        "ID": 692560173,
        "Type": "HardBounce",
        "MessageID": "2c1b63fe-43f2-4db5-91b0-8bdfa44a9316",
        "Email": delivery.address,
        "Description": "The server was unable to deliver your message (ex: unknown user, mailbox not found).",
        "BouncedAt": "2026-11-21T10:00:00Z",
        "Metadata": {"delivery": delivery.token},
    }
    return common | event


def brevo(delivery: Delivery, **event) -> dict:
    return {
        "id": 26224,
        "email": delivery.address,
        "message-id": "<202611211011.9876543210@smtp-relay.mailin.fr>",
        "date": "2026-11-21 11:11:02",
        "ts": 1795255862,
        "ts_epoch": 1795255862223,
        "sending_ip": "192.0.2.33",
        "X-Mailin-custom": json.dumps({"delivery": delivery.token}),
        **event,
    }


def mailjet(delivery: Delivery, **event) -> list:
    common = {
        "time": 1795255862,
        "MessageID": 19421777835146490,
        "email": delivery.address,
        "mj_campaign_id": 7257,
        "mj_contact_id": 4,
        "customcampaign": "",
        "CustomID": "",
        "Payload": json.dumps({"delivery": delivery.token}),
    }
    return [common | event]


def mailgun(delivery: Delivery, **event) -> dict:
    token, timestamp = "651869375b9df3c98fc15c4889b102119add1235c38fc92824", "1795255862"
    signature = hmac.new(SIGNING_KEY.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    common = {
        "id": "hTWCTD81RtiDN-abc",
        "timestamp": 1795255862.389832,
        "recipient": delivery.address,
        "message": {"headers": {"to": delivery.address, "message-id": "20261121101102.1.ABC@lindenau.example"}},
        "user-variables": {"delivery": delivery.token},
        "tags": [],
    }
    return {
        "signature": {"timestamp": timestamp, "token": token, "signature": signature},
        "event-data": common | event,
    }


def mailersend(delivery: Delivery, *, type: str, **morph) -> dict:
    return {
        "type": f"activity.{type}",
        "data": {
            "object": "activity",
            "id": "63fd251d5c00f8e52001fce6",
            "type": type,
            "created_at": "2026-11-21T10:11:02.593000Z",
            "email": {
                "object": "email",
                "status": "rejected",
                "tags": [delivery.token],
                "message": {"object": "message", "id": "63fd25194d5edba3da09e044"},
                "recipient": {"object": "recipient", "email": delivery.address},
            },
            "morph": morph or None,
        },
    }


def amazon(delivery: Delivery, **event) -> dict:
    mail = {
        "timestamp": "2026-11-21T10:11:00.000Z",
        "messageId": "010701929e8c2fd4-7d2f4a1b-000000",
        "source": "post@lindenau.example",
        "destination": [delivery.address],
        "headersTruncated": False,
        "headers": [
            {"name": "From", "value": "Integrationsrat <post@lindenau.example>"},
            {"name": "X-Metadata", "value": json.dumps({"delivery": delivery.token})},
        ],
    }
    return {
        "Type": "Notification",
        "MessageId": "19ba9823-d7f2-53c1-860e-cb10e0d13dfc",
        "TopicArn": "arn:aws:sns:eu-central-1:123456789012:SES_Events",
        "Message": json.dumps({"mail": mail} | event) + "\n",
        "Timestamp": "2026-11-21T10:11:03.675Z",
        "SignatureVersion": "1",
        "Signature": "EXAMPLE==",
    }


def bounced(delivery: Delivery, *, type: str, sub_type: str = "General", said: str = "") -> dict:
    """The part of Amazon's notice that is about a bounce."""
    recipient = {"emailAddress": delivery.address} | ({"diagnosticCode": said} if said else {})
    return {"bounceType": type, "bounceSubType": sub_type, "bouncedRecipients": [recipient], "feedbackId": "01070-1"}


NOTICES = {"postmark": postmark, "brevo": brevo, "mailjet": mailjet, "mailgun": mailgun, "mailersend": mailersend}
GONE = "5.1.1 The email account that you tried to reach does not exist."
COMPLAINTS = {
    "postmark": {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "Description": ""},
    "brevo": {"event": "spam"},
    "mailjet": {"event": "spam", "source": "JMRPP"},
    "mailgun": {"event": "complained"},
    "mailersend": {"type": "spam_complaint", "object": "spam_complaint", "reason": None},
}


@pytest.fixture
def post(client, settings):
    """A provider calls us."""
    settings.ANYMAIL = {
        "WEBHOOK_SECRET": SECRET,
        "MAILGUN_WEBHOOK_SIGNING_KEY": SIGNING_KEY,
        "MAILERSEND_SIGNING_SECRET": SIGNING_KEY,
    }

    def call(event: dict | list, *, to: str = "postmark", secret: str = SECRET, signing_key: str = SIGNING_KEY):
        body = json.dumps(event).encode()
        headers = {"authorization": "Basic " + base64.b64encode(secret.encode()).decode()} if secret else {}
        if to == "mailersend":
            headers["signature"] = hmac.new(signing_key.encode(), body, hashlib.sha256).hexdigest()
        if to == "amazon_ses":
            headers |= {"x-amz-sns-message-type": event["Type"], "x-amz-sns-message-id": event["MessageId"]}
        return client.post(f"/anymail/{to}/tracking/", body, content_type="application/json", headers=headers)

    return call


# --- what becomes of it -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("provider", "event", "reason"),
    [
        ("postmark", {"Details": "smtp;550 5.1.1 The email account does not exist"}, "no_such_mailbox"),
        ("postmark", {"Type": "HardBounce", "Details": ""}, "no_such_mailbox"),
        ("brevo", {"event": "hard_bounce", "reason": f"550 {GONE}"}, "no_such_mailbox"),
        ("brevo", {"event": "invalid_email", "reason": "is no address"}, "other"),
        ("mailjet", {"event": "bounce", "blocked": False, "hard_bounce": True, "error": "user unknown"}, "no_such_mailbox"),
        ("mailjet", {"event": "bounce", "blocked": True, "hard_bounce": True, "error": "invalid domain"}, "other"),
        (
            "mailgun",
            {"event": "failed", "severity": "permanent", "reason": "bounce", "delivery-status": {"code": 550, "message": GONE}},
            "no_such_mailbox",
        ),
        (
            "mailersend",
            {"type": "hard_bounced", "object": "recipient_bounce", "reason": "Host or domain name not found"},
            "no_mail_server",
        ),
    ],
)
def test_dead_mailbox_is_taken_off_the_list_once(post, delivery, provider, event, reason):
    notice = NOTICES[provider](delivery, **event)
    assert post(notice, to=provider).status_code == 200
    assert post(notice, to=provider).status_code == 200
    feedback = Feedback.objects.get()
    assert (feedback.kind, feedback.delivery, feedback.via.lower()) == (Kind.HARD, delivery, provider)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.reason) == ("bounced", reason)
    assert delivery.subscriber.state == Subscriber.State.UNREACHABLE


@pytest.mark.parametrize(
    ("provider", "event", "reason"),
    [
        ("postmark", {"Type": "SoftBounce", "Description": "Unable to temporarily deliver message.", "Details": ""}, "other"),
        ("brevo", {"event": "soft_bounce", "reason": "undefined Unable to find MX of domain y.example"}, "other"),
        ("brevo", {"event": "soft_bounce", "reason": "server is down"}, "other"),
        ("mailjet", {"event": "bounce", "hard_bounce": False, "error": "quota exceeded"}, "mailbox_full"),
        ("mailersend", {"type": "soft_bounced", "object": "recipient_bounce", "reason": "Unknown reason"}, "other"),
    ],
)
def test_what_may_pass_takes_nobody_off_the_list(post, delivery, provider, event, reason):
    post(NOTICES[provider](delivery, **event), to=provider)
    assert Feedback.objects.get().kind == Kind.SOFT
    delivery.refresh_from_db()
    assert (delivery.state, delivery.reason) == ("bounced", reason)
    assert delivery.subscriber.state == Subscriber.State.ACTIVE


@pytest.mark.parametrize(
    ("provider", "event"),
    [
        ("brevo", {"event": "deferred", "reason": "450 4.2.0 greylisted, try again later"}),
        ("mailjet", {"event": "bounce", "hard_bounce": False, "error": "greylisted"}),
        (
            "mailgun",
            {
                "event": "failed",
                "severity": "temporary",
                "reason": "generic",
                "delivery-status": {"code": 498, "message": "No MX"},
            },
        ),
    ],
)
def test_a_delay_is_only_written_down(post, delivery, provider, event):
    post(NOTICES[provider](delivery, **event), to=provider)
    assert Feedback.objects.get().kind == Kind.DELAYED
    delivery.refresh_from_db()
    assert delivery.state == "accepted"


@pytest.mark.parametrize(
    ("provider", "event"),
    [
        ("postmark", {"Details": "smtp;554 5.7.1 Message rejected due to policy"}),
        ("brevo", {"event": "hard_bounce", "reason": "554 5.7.1 Service unavailable; client host blocked"}),
        ("brevo", {"event": "blocked", "reason": "blocked : due to blacklist user"}),
        ("mailjet", {"event": "bounce", "hard_bounce": True, "error": "relay/access denied"}),
        ("mailjet", {"event": "blocked", "error": "policy issue"}),
        (
            "mailgun",
            {"event": "failed", "severity": "permanent", "reason": "bounce", "delivery-status": {"message": "5.7.26 no SPF"}},
        ),
        ("mailersend", {"type": "hard_bounced", "object": "recipient_bounce", "reason": "550 5.7.1 blocked by policy"}),
    ],
)
def test_policy_refusal_is_about_us_whatever_the_provider_calls_it(post, delivery, provider, event):
    post(NOTICES[provider](delivery, **event), to=provider)
    assert Feedback.objects.get().kind == Kind.ABOUT_US
    assert Subscriber.objects.get().state == Subscriber.State.ACTIVE


@pytest.mark.parametrize("provider", NOTICES)
def test_complaint_ends_the_subscription(post, delivery, provider):
    post(NOTICES[provider](delivery, **COMPLAINTS[provider]), to=provider)
    assert Feedback.objects.get().kind == Kind.COMPLAINT
    assert Subscriber.objects.get().state == Subscriber.State.COMPLAINED


@pytest.mark.parametrize(
    ("provider", "event"),
    [
        ("brevo", {"event": "unsubscribe"}),
        ("mailjet", {"event": "unsub", "mj_list_id": 0, "agent": "List-Unsubscribe"}),
        ("mailgun", {"event": "unsubscribed"}),
        ("mailersend", {"type": "unsubscribed", "object": "recipient_unsubscribe", "reason": "option_3"}),
    ],
)
def test_who_leaves_at_the_provider_has_left(post, delivery, provider, event):
    post(NOTICES[provider](delivery, **event), to=provider)
    assert Feedback.objects.get().kind == Kind.UNSUBSCRIBE
    assert Subscriber.objects.get().state == Subscriber.State.LEFT


@pytest.mark.parametrize(
    ("bounce", "kind", "state"),
    [
        ({"type": "Permanent", "said": "smtp; 550 5.1.1 user unknown"}, Kind.HARD, Subscriber.State.UNREACHABLE),
        ({"type": "Permanent", "sub_type": "Suppressed"}, Kind.HARD, Subscriber.State.UNREACHABLE),
        ({"type": "Transient"}, Kind.SOFT, Subscriber.State.ACTIVE),  # also what it makes of an out-of-office reply
        ({"type": "Transient", "sub_type": "MailboxFull"}, Kind.SOFT, Subscriber.State.ACTIVE),
        ({"type": "Undetermined", "sub_type": "Undetermined"}, Kind.SOFT, Subscriber.State.ACTIVE),
        ({"type": "Permanent", "said": "smtp; 550 5.7.1 policy"}, Kind.ABOUT_US, Subscriber.State.ACTIVE),
    ],
)
def test_amazons_bounces(post, delivery, bounce, kind, state):
    notice = amazon(delivery, notificationType="Bounce", bounce=bounced(delivery, **bounce))
    assert post(notice, to="amazon_ses").status_code == 200
    assert (Feedback.objects.get().kind, Feedback.objects.get().delivery) == (kind, delivery)
    assert Subscriber.objects.get().state == state


def test_amazons_complaint_and_rejection(post, delivery):
    complaint = {"complainedRecipients": [{"emailAddress": delivery.address}], "complaintFeedbackType": "abuse"}
    post(amazon(delivery, eventType="Reject", reject={"reason": "Bad content"}), to="amazon_ses")
    post(amazon(delivery, eventType="Complaint", complaint=complaint) | {"MessageId": "other"}, to="amazon_ses")
    assert list(Feedback.objects.order_by("pk").values_list("kind", flat=True)) == [Kind.ABOUT_US, Kind.COMPLAINT]
    assert Subscriber.objects.get().state == Subscriber.State.COMPLAINED


def test_amazon_is_asked_for_the_secret_before_it_gives_it(post, delivery):
    notice = amazon(delivery, notificationType="Bounce", bounce=bounced(delivery, type="Permanent"))
    answer = post(notice, to="amazon_ses", secret="")
    assert (answer.status_code, answer["WWW-Authenticate"][:5]) == (401, "Basic")
    assert not Feedback.objects.exists()


def test_a_mail_that_went_to_amazon_by_smtp_is_known_by_its_return_address(post, delivery):
    notice = amazon(delivery, notificationType="Bounce", bounce=bounced(delivery, type="Permanent"))
    event = json.loads(notice["Message"])
    event["mail"] |= {"source": f"bounces+{delivery.token}@bounce.lindenau.example", "headers": []}
    post(notice | {"Message": json.dumps(event)}, to="amazon_ses")
    assert Feedback.objects.get().delivery == delivery


TAKEN = {
    "postmark": {"RecordType": "Delivery", "DeliveredAt": "2026-11-21T10:00:00Z", "Details": "250 OK"},
    "brevo": {"event": "request"},
    "mailjet": {"event": "sent", "smtp_reply": "sent (250 2.0.0 OK 1795255862 a67bc12345def.22)"},
    "mailgun": {"event": "delivered", "delivery-status": {"code": 250, "message": "OK"}},
    "mailersend": {"type": "sent"},
}


@pytest.mark.parametrize("provider", NOTICES)
def test_a_mail_nobody_was_sure_of_is_settled_by_the_providers_notice(post, delivery, provider):
    Delivery.objects.update(state="uncertain")
    post(NOTICES[provider](delivery, **TAKEN[provider]), to=provider)
    delivery.refresh_from_db()
    assert delivery.state == "accepted" and delivery.accepted_at
    assert not Feedback.objects.exists()


def test_a_notice_that_is_faster_than_the_lost_answer_counts_too(post, delivery):
    Delivery.objects.update(state="sending")
    post(amazon(delivery, eventType="Send", send={}), to="amazon_ses")
    Delivery.objects.update(state="uncertain")  # its worker died meanwhile
    clear_up(Delivery.objects.get())
    assert Delivery.objects.get().state == "accepted"


def test_a_notice_brings_nothing_back_that_was_settled(post, delivery):
    for state in ("bounced", "failed", "cancelled", "queued"):
        Delivery.objects.update(state=state)
        post(brevo(delivery, event="delivered", ts_epoch=1), to="brevo")
        assert Delivery.objects.get().state == state


@pytest.mark.parametrize("provider", NOTICES)
def test_forged_report_changes_nothing(post, delivery, provider):
    notice = NOTICES[provider](delivery, **COMPLAINTS[provider])
    assert post(notice, to=provider, secret="vielfalt:falsch").status_code in (400, 403)
    assert not Feedback.objects.exists()
    assert Subscriber.objects.get().state == Subscriber.State.ACTIVE


@pytest.mark.parametrize("provider", ["mailgun", "mailersend"])
def test_a_wrong_signature_changes_nothing(post, delivery, settings, provider):
    notice = NOTICES[provider](delivery, **COMPLAINTS[provider])
    settings.ANYMAIL |= {"MAILGUN_WEBHOOK_SIGNING_KEY": "another", "MAILERSEND_SIGNING_SECRET": "another"}
    assert post(notice, to=provider).status_code == 400
    assert not Feedback.objects.exists()


def test_a_notice_about_nobody_waits_for_a_person(post, delivery):
    delivery.token = "a" * 20
    post(brevo(delivery, event="hard_bounce", reason="550 5.1.1 user unknown"), to="brevo")
    assert (Feedback.objects.get().state, Feedback.objects.get().delivery) == (Feedback.State.REVIEW, None)


def test_openings_are_not_looked_at(post, delivery):
    post(postmark(delivery, RecordType="Open", Recipient=delivery.address))
    post(brevo(delivery, event="unique_opened"), to="brevo")
    post(mailjet(delivery, event="open"), to="mailjet")
    post(mailgun(delivery, event="opened"), to="mailgun")
    assert not Feedback.objects.exists()
