"""A mail provider reports by webhook: checked, counted once, and judged like a report by mail."""

import base64
import json

import pytest
from django.urls import include, path

from cms.urls import urlpatterns as site
from newsletter.models import Delivery, Feedback, Subscriber

from .conftest import make_readers

urlpatterns = [path("anymail/", include("anymail.urls")), *site]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.newsletter.test_webhooks")]
SECRET = "vielfalt:geheim"


@pytest.fixture
def delivery(mailing, topics):
    (reader,) = make_readers(1, topics=topics[:1])
    return Delivery.objects.create(
        mailing=mailing, subscriber=reader, address=reader.address, language="de", reader_language="de", state="accepted"
    )


@pytest.fixture
def post(client, settings):
    """Postmark calls us."""
    settings.ANYMAIL = {"WEBHOOK_SECRET": SECRET}

    def call(event: dict, *, secret: str = SECRET):
        key = base64.b64encode(secret.encode()).decode()
        return client.post(
            "/anymail/postmark/tracking/",
            json.dumps(event),
            content_type="application/json",
            headers={"authorization": f"Basic {key}"},
        )

    return call


def bounce(delivery: Delivery, *, number: int, said: str, kind: str = "HardBounce") -> dict:
    return {
        "RecordType": "Bounce",
        "ID": number,
        "Type": kind,
        "MessageID": "b7bc2f4a",
        "Email": delivery.address,
        "Details": said,
        "Description": said,
        "BouncedAt": "2026-11-21T10:00:00Z",
        "Metadata": {"delivery": delivery.token},
    }


def test_dead_mailbox_is_taken_off_the_list_once(post, delivery):
    event = bounce(delivery, number=1, said="smtp;550 5.1.1 The email account does not exist")
    assert post(event).status_code == 200
    assert post(event).status_code == 200
    feedback = Feedback.objects.get()
    assert (feedback.kind, feedback.delivery, feedback.via) == (Feedback.Kind.HARD, delivery, "Postmark")
    delivery.refresh_from_db()
    assert (delivery.state, delivery.reason) == ("bounced", "no_such_mailbox")
    assert delivery.subscriber.state == Subscriber.State.UNREACHABLE


def test_policy_refusal_is_about_us_whatever_the_provider_calls_it(post, delivery):
    post(bounce(delivery, number=2, said="smtp;554 5.7.1 Message rejected due to policy"))
    assert Feedback.objects.get().kind == Feedback.Kind.ABOUT_US
    assert Subscriber.objects.get().state == Subscriber.State.ACTIVE


def test_complaint_ends_the_subscription(post, delivery):
    post(bounce(delivery, number=3, said="", kind="SpamComplaint") | {"RecordType": "SpamComplaint"})
    assert Feedback.objects.get().kind == Feedback.Kind.COMPLAINT
    assert Subscriber.objects.get().state == Subscriber.State.COMPLAINED


def test_forged_report_changes_nothing(post, delivery):
    assert post(bounce(delivery, number=4, said="550 5.1.1 unknown"), secret="vielfalt:falsch").status_code in (400, 403)
    assert not Feedback.objects.exists()
    assert Subscriber.objects.get().state == Subscriber.State.ACTIVE


def test_openings_are_not_looked_at(post, delivery):
    post({"RecordType": "Open", "MessageID": "x", "Recipient": delivery.address, "Metadata": {"delivery": delivery.token}})
    assert not Feedback.objects.exists()
