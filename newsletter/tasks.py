"""Wake-ups for the worker. They carry numbers only; doing one twice or never does no harm, the sweeper sees to that."""

from django.tasks import task

from . import confirmation
from .models import SignupRequest, Subscriber


@task(queue_name="mail")
def send_confirmation(request_id: int) -> bool:
    request = SignupRequest.objects.select_related("site", "wording").filter(pk=request_id).first()
    return bool(request and request.state == SignupRequest.State.NEW and confirmation.send_confirmation(request))


@task(queue_name="mail")
def send_care_link(subscriber_id: int, site_id: int | None) -> bool:
    from wagtail.models import Site

    subscriber = Subscriber.objects.filter(pk=subscriber_id).first()
    if subscriber:
        confirmation.send_care_link(subscriber, site=Site.objects.filter(pk=site_id).first())
    return bool(subscriber)
