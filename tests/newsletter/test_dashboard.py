"""The admin's first page says which mailings wait for a person."""

import pytest
from django.urls import reverse

from newsletter import ledger
from newsletter.models import AutomaticMailing, Delivery, Mailing, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return lambda: client.get(reverse("wagtailadmin_home")).content.decode()


def test_with_nothing_to_do_there_is_no_panel(home, desk):
    assert "v-mailings" not in desk()


def test_a_draft_the_house_has_prepared_is_announced_until_it_is_sent(mailing, desk):
    assert "v-mailings" not in desk(), "what somebody writes is not announced to them"
    mailing.automatic = AutomaticMailing.objects.create(name="Neue Ausgabe", site=mailing.site)
    mailing.save()
    page = desk()
    assert mailing.title in page
    assert reverse("mailings:edit", args=[mailing.pk]) in page
    Mailing.objects.update(state=Mailing.State.SENT)
    assert "v-mailings" not in desk()


def test_trouble_comes_with_its_reason(mailing, desk):
    Mailing.objects.update(state=Mailing.State.PAUSED, trouble="Das Zertifikat <ist> abgelaufen.")
    page = desk()
    assert "Das Zertifikat &lt;ist&gt; abgelaufen." in page
    assert reverse("mailings:progress", args=[mailing.pk]) in page


def test_mails_nobody_is_sure_of_are_counted_until_somebody_has_decided(mailing, desk):
    Mailing.objects.update(state=Mailing.State.SENT)
    delivery = Delivery.objects.create(mailing=mailing, address="a@lindenau.example", language="de", token="t1")
    ledger.move(Delivery.objects.all(), to=Delivery.State.UNCERTAIN)
    assert "v-mailings" in desk()
    ledger.move(Delivery.objects.filter(pk=delivery.pk), to=Delivery.State.ACCEPTED)
    assert "v-mailings" not in desk()


def test_who_may_not_send_is_not_bothered(mailing, client, django_user_model):
    assert Topic.objects.exists()
    Mailing.objects.update(state=Mailing.State.PAUSED)
    guest = django_user_model.objects.create_user("gast")
    from django.contrib.auth.models import Permission

    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(guest)
    assert "v-mailings" not in client.get(reverse("wagtailadmin_home")).content.decode()
