"""How an application comes in, is changed until the deadline, and is erased: by its sender, the office or in time."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log

from cms.core.limits import TooMany, count_key
from cms.core.secret_links import SecretLink
from cms.notices.writing import forget, notify, office_notify

from ..models import Application, ApplicationFile, CallPage
from ..receiving import DAY, RECEIPTS_A_DAY
from ..wording import wording_for
from .public_forms import ApplicationForm

own_link = SecretLink("participation.application")
PURPOSES = ("participation.call", "participation.call-office", "participation.decision")
COMMON = ("about", "category", "nominee", "title", "text", "name", "phone")


class CallClosed(Exception):
    """The deadline has passed."""


def apply(form: ApplicationForm) -> Application | None:
    """Keeps what a valid form holds and sends the receipt; None if this shown form was sent before. Raises CallClosed."""
    page = form.page
    refuse_late(page)
    if Application.objects.filter(once=form.once).exists():
        return None
    try:
        with transaction.atomic():
            row = Application(form=page.form, once=form.once, language=form.language, email=form.cleaned_data["email"])
            row.number = next_number(page)
            row.consent = wording_for(page.form, language=form.language, text=page.consent)
            fill(row, form)
            row.save()
            keep_files(row, form)
            tell_office(row)
            send_receipt(row, page=page)
            log(instance=page.form, action="participation.application", data={"number": row.number, "deed": "received"})
    except IntegrityError:
        if Application.objects.filter(once=form.once).exists():  # sent twice at the same moment
            return None
        raise
    return row


def next_number(page: CallPage) -> int:
    """Counted under a lock on the form, so that two at the same moment get two numbers."""
    form = type(page.form).objects.select_for_update().get(pk=page.form.pk)
    return (form.applications.aggregate(last=Max("number"))["last"] or 0) + 1


def fill(row: Application, form: ApplicationForm) -> None:
    data, page = form.cleaned_data, form.page
    for name in COMMON:
        setattr(row, name, data.get(name) or "")
    if page.nomination != CallPage.Nomination.BOTH:
        is_self = page.nomination == CallPage.Nomination.SELF
        row.about = Application.About.SELF if is_self else Application.About.OTHER
    if row.about == Application.About.SELF:
        row.nominee = ""
    row.answers = form.answers()
    row.naming = wording_for(page.form, language=form.language, text=page.naming) if data.get("naming") else None


def keep_files(row: Application, form: ApplicationForm) -> None:
    for question, upload in form.uploads().items():
        for old in row.files.filter(question=question):
            remove_file(old)
        if upload is not None:
            name = upload.name[-120:]
            ApplicationFile.objects.create(application=row, question=question, name=name, kind=upload.kind, file=upload.file())


def remove_file(file: ApplicationFile) -> None:
    """The bytes go when the transaction is through: until then it may be taken back."""
    storage, name = file.file.storage, file.file.name
    file.delete()
    transaction.on_commit(lambda: storage.delete(name))


@transaction.atomic
def change(row: Application, form: ApplicationForm) -> None:
    """What a valid form holds instead of what there was. Raises CallClosed."""
    refuse_late(form.page)
    row = Application.objects.select_for_update().get(pk=row.pk)
    fill(row, form)
    row.changed_at = timezone.now()
    row.save()
    keep_files(row, form)
    log(instance=row.form, action="participation.application", data={"number": row.number, "deed": "changed"})


@transaction.atomic
def name_no_more(row: Application) -> None:
    """A winner takes back the consent to be named: from now on no page shows them."""
    row.naming = None
    row.save(update_fields=["naming"])
    log(instance=row.form, action="participation.application", data={"number": row.number, "deed": "not-named"})


@transaction.atomic
def erase(row: Application, *, by: str, user=None) -> None:
    """For good, with its files, points and the words of mails about it. `by`: person, office, retention."""
    for purpose in PURPOSES:
        forget(purpose=purpose, about=str(row.pk))
    for file in row.files.all():
        remove_file(file)
    log(instance=row.form, action="participation.application", user=user, data={"number": row.number, "deed": "erased", "by": by})
    row.delete()


@transaction.atomic
def forget_contact(row: Application) -> None:
    """Of a winner who agreed to be named only that remains: the number, the name shown with the prize, the words agreed to."""
    for purpose in PURPOSES:
        forget(purpose=purpose, about=str(row.pk))
    for file in row.files.all():
        remove_file(file)
    row.verdicts.all().delete()
    row.email = row.phone = row.text = ""
    row.answers, row.forgotten_at = {}, timezone.now()
    row.save()


def refuse_late(page: CallPage) -> None:
    if not page.is_open:
        raise CallClosed


def tell_office(row: Application) -> None:
    """That something came; not what: mailboxes are read by more people than may read applications."""
    address = settings.BASE_URL + reverse("calls:application", args=[row.pk])
    context = {"row": row, "address": address}
    about = {"purpose": "participation.call-office", "about": str(row.pk)}
    if row.form.notify_to:
        to = {"to": row.form.notify_to, "language": settings.LANGUAGE_CODE}
        notify("participation/admin/call_office", site=row.form.site, context=context, **to, **about)
    else:
        office_notify("participation/admin/call_office", site=row.form.site, context=context, **about)


def send_receipt(row: Application, *, page: CallPage) -> None:
    try:
        count_key(row.email.casefold(), purpose="participation.receipt", most=RECEIPTS_A_DAY, seconds=DAY)
    except TooMany:
        return  # what they wrote is kept; only their mailbox is spared
    tell(row, "participation/mail/call_receipt", purpose="participation.call", title=page.title, last=page.last_moment)


def tell(row: Application, template: str, *, purpose: str, **context) -> None:
    """A mail to the sender in their language, with the link to their application."""
    with translation.override(row.language):
        address = settings.BASE_URL + reverse("participation:application", args=[own_link.token(row.pk)])
    context = {"row": row, "own_address": address} | context
    notify(template, to=row.email, language=row.language, site=row.form.site, context=context, purpose=purpose, about=str(row.pk))
