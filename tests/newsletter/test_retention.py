"""What is kept too long goes, by the council's own periods, and only when somebody really wants it."""

import datetime
import io

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from cms.core import retention
from newsletter import evidence, optin, verification
from newsletter.models import (
    ConsentEvent,
    Delivery,
    Feedback,
    Mailing,
    SendingPolicy,
    SignupRequest,
    Subscriber,
    Suppression,
)

from .conftest import make_readers

pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def run(*arguments) -> dict[str, int]:
    said = io.StringIO()
    call_command("retention", *arguments, stdout=said)
    rows = [line.split() for line in said.getvalue().splitlines()]
    return {row[0]: int(next(word for word in row[3:] if word.isdigit())) for row in rows if len(row) > 4 and row[1].isdigit()}


def test_nothing_goes_in_a_dry_run(topics):
    reader = make_readers(1, topics=topics)[0]
    optin.leave(reader, way="page")
    Subscriber.objects.update(changed_at=ago(2000))
    assert run()["left"] == 1
    assert run("--dry-run")["left"] == 1
    assert Subscriber.objects.count() == 1


def test_who_left_long_ago_is_forgotten_and_stays_away(topics):
    old, fresh, stays = make_readers(3, topics=topics)
    for reader in (old, fresh):
        optin.leave(reader, way="page")
    Subscriber.objects.filter(pk=old.pk).update(changed_at=ago(1200))
    assert run("--really")["left"] == 1
    assert set(Subscriber.objects.all()) == {fresh, stays}
    assert Suppression.objects.get().reason == "left"
    assert not ConsentEvent.objects.filter(address=old.address).exists()
    assert evidence.is_intact(evidence.chain(old.digest))
    assert list(verification.verify_chains()) == []
    with pytest.raises(optin.OptInError):
        optin.enrol(old.address, language="de", topics=list(topics), source="alte Liste")


def test_expired_requests_internet_addresses_and_raw_reports_go_in_time(topics):
    wording = optin.wording_for(language="de", council_name="Rat")
    cache.clear()
    for number, address in enumerate(("alt@lindenau.example", "neu@lindenau.example")):
        request = optin.request_signup(
            address, language="de", topics=list(topics), wording=wording, form="/", site=None, ip="203.0.113.9"
        )
        SignupRequest.objects.filter(pk=request.pk).update(state="expired", expires_at=ago(5 if number else 40))
    ConsentEvent.objects.filter(address="alt@lindenau.example").update(recorded_at=ago(60))
    Feedback.objects.create(
        digest="1", kind="hard", via="lmtp", raw="To: alt@lindenau.example", said="no such user", received_at=ago(100)
    )
    numbers = run("--really")
    assert (numbers["requests"], numbers["bounces"]) == (1, 1)
    assert list(SignupRequest.objects.values_list("address", flat=True)) == ["neu@lindenau.example"]
    assert not ConsentEvent.objects.filter(address="alt@lindenau.example").exists()
    assert not ConsentEvent.objects.exclude(address="neu@lindenau.example").filter(ip__isnull=False).exists()
    assert Feedback.objects.get().raw == ""


def test_addresses_of_old_mails_go_but_their_numbers_stay(mailing, topics):
    reader = make_readers(1, topics=topics)[0]
    Delivery.objects.create(mailing=mailing, subscriber=reader, address=reader.address, language="de", state="accepted")
    Mailing.objects.update(finished_at=ago(400), state="sent")
    assert run("--really")["deliveries"] == 1
    row = Delivery.objects.get()
    assert (row.address, row.state) == ("", "accepted")


def test_zero_days_means_for_ever(home, topics):
    reader = make_readers(1, topics=topics)[0]
    optin.leave(reader, way="page")
    Subscriber.objects.update(changed_at=ago(9000))
    policy = SendingPolicy.for_site(home.get_site())
    policy.keep_left_days = 0
    policy.save()
    call_command("retention", "--really", stdout=io.StringIO())
    assert Subscriber.objects.exists()


def test_the_duty_works_once_a_day(topics):
    cache.clear()
    reader = make_readers(1, topics=topics)[0]
    optin.leave(reader, way="page")
    Subscriber.objects.update(changed_at=ago(1200))
    assert retention.carry_out_daily() == 1
    assert retention.carry_out_daily() == 0
