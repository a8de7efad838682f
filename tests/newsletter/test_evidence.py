"""Evidence of consent: what happened is provable, and whoever changes, removes or exchanges an entry is found out."""

import datetime
import io

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from newsletter import evidence, optin, verification
from newsletter.models import ConsentCheckpoint, ConsentEvent, ConsentWording, SendingPolicy, Subscriber

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(topics):
    """Three people, each with a consent and one later change, all of it signed by a checkpoint."""
    wording = optin.wording_for(language="de", council_name="Integrationsrat")
    for name in ("anna", "bilal", "chiara"):
        optin.enrol(f"{name}@lindenau.example", language="de", topics=list(topics), source="Liste", wording=wording)
        evidence.record(f"{name}@lindenau.example", kind=ConsentEvent.Kind.CHANGED, language="tr")
    settle()
    assert verification.make_checkpoint() == 6
    return Subscriber.objects.order_by("pk")


def settle() -> None:
    """As if everything had been recorded an hour ago; the seals cover the time, so they are made anew."""
    seals: dict[str, str] = {}
    for event in ConsentEvent.objects.order_by("subject", "sequence"):
        event.recorded_at = timezone.now() - datetime.timedelta(hours=1)
        event.previous = seals.get(event.subject, "")
        seals[event.subject] = event.expected_seal()
        values = {"recorded_at": event.recorded_at, "previous": event.previous, "seal": seals[event.subject]}
        ConsentEvent.objects.filter(pk=event.pk).update(**values)


def found() -> list[tuple[str, int | None]]:
    return [(finding.address, finding.event) for finding in verification.verify()]


def sql(text: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        assert cursor.rowcount == 1


def test_untouched_evidence_passes(people):
    said = io.StringIO()
    call_command("verify_consent", stdout=said)
    assert "intact: 6 entries" in said.getvalue()


def test_a_row_changed_by_sql_is_found_and_named(people):
    bilal = people[1]
    sql("UPDATE newsletter_consentevent SET language = 'ar' WHERE subject = %s AND sequence = 1", bilal.digest)
    said = io.StringIO()
    with pytest.raises(CommandError, match="1 findings"):
        call_command("verify_consent", stdout=said)
    assert "bilal@lindenau.example, 1:" in said.getvalue()
    assert "anna@" not in said.getvalue()


def test_a_changed_row_with_a_seal_made_to_fit_is_found(people):
    """Seals need no key, so somebody who knows the code could make them anew; the next entry and the checkpoint tell."""
    event = ConsentEvent.objects.get(subject=people[0].digest, sequence=1)
    event.language = "uk"
    sql("UPDATE newsletter_consentevent SET language = 'uk', seal = %s WHERE id = %s", event.expected_seal(), event.pk)
    assert ("anna@lindenau.example", 2) in found()
    last = ConsentEvent.objects.get(subject=people[0].digest, sequence=2)
    last.previous = event.expected_seal()
    sql("UPDATE newsletter_consentevent SET previous = %s, seal = %s WHERE id = %s", last.previous, last.expected_seal(), last.pk)
    assert found() == [("", None)], "only the signature of the checkpoint is left to tell"


@pytest.mark.parametrize("sequence", [1, 2])
def test_a_removed_row_is_found_even_the_last_of_a_chain(people, sequence):
    sql("DELETE FROM newsletter_consentevent WHERE subject = %s AND sequence = %s", people[2].digest, sequence)
    assert found()


def test_a_removed_person_is_found(people):
    digest = people[2].digest
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM newsletter_consentevent WHERE subject = %s", [digest])
    assert ("", None) in found(), "the checkpoint counts fewer entries"
    assert ("chiara@lindenau.example", None) in found(), "nothing allows writing to this person any more"


def test_an_exchanged_address_and_a_changed_wording_are_found(people):
    sql("UPDATE newsletter_consentevent SET address = 'x@y.example' WHERE subject = %s AND sequence = 1", people[0].digest)
    assert found() == [("x@y.example", 1)]
    ConsentWording.objects.update(text="Ich will alles.")
    assert len(found()) == 2


def test_a_checkpoint_made_up_without_the_key_is_found(people):
    ConsentCheckpoint.objects.update(seal="0" * 64)
    assert found() == [("", None)]


def test_an_erasure_breaks_no_seal(people):
    from newsletter.privacy import erase

    erase(people[0], by="reader")
    assert found() == []
    assert not ConsentEvent.objects.filter(address="anna@lindenau.example").exists()


def test_entries_that_are_still_being_written_wait_for_the_next_checkpoint(people):
    evidence.record("anna@lindenau.example", kind=ConsentEvent.Kind.CHANGED)
    assert verification.make_checkpoint() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=1), tick=False):
        assert verification.make_checkpoint() == 1
    assert found() == []


def test_the_internet_address_is_only_kept_where_the_council_says_so(client, site_with_newsletter, topics, monkeypatch):
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)
    for address, keep in (("ohne@lindenau.example", False), ("mit@lindenau.example", True)):
        policy = SendingPolicy.for_site(site_with_newsletter.get_site())
        policy.store_ip = keep
        policy.save()
        started = client.get("/de/newsletter/").context["form"]["started"].value()
        data = {"address": address, "topics": [topics[0].pk], "language": "de", "started": started}
        client.post("/de/newsletter/", data, REMOTE_ADDR="203.0.113.9")
    assert list(ConsentEvent.objects.order_by("pk").values_list("address", "ip")) == [
        ("ohne@lindenau.example", None),
        ("mit@lindenau.example", "203.0.113.9"),
    ]
    assert list(verification.verify_chains()) == []
    ConsentEvent.objects.filter(ip__isnull=False).update(ip="198.51.100.7")
    assert [finding.address for finding in verification.verify_chains()] == ["mit@lindenau.example"]
