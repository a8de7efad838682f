"""Wake-ups for the worker; a lost one is made good by the sweep."""

from django.tasks import task

from . import sending

SOMEBODY_WAITS = 50  # as the newsletter's confirmation mails: a person sits in front of an empty inbox


@task(queue_name="mail", priority=SOMEBODY_WAITS)
def send_notice(notice_id: int) -> bool:
    return sending.send(notice_id)
