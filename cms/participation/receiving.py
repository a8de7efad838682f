"""What arrives through a form: kept once, the office is told, and whoever left an address gets a receipt.

The receipt holds none of their words: otherwise strangers could have us send their texts to anybody.
"""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from cms.core.limits import TooMany, count_key
from cms.core.secret_links import SecretLink
from cms.notices.writing import notify, office_notify

from .models import Form, FormPage, Idea, Message, Submission, Volunteer
from .public_forms import FormOfPage
from .wording import wording_for

RECEIPTS_A_DAY = 5  # to one address
DAY = 24 * 3600
own_link = SecretLink("participation.own")


def receive(form: FormOfPage) -> Submission | None:
    """Keeps what a valid form holds; None if this shown form was sent before."""
    page = form.page
    row = ROWS[page.form_kind](form)
    row.form, row.language, row.once = page.form, form.language, form.once
    for name in ("name", "email", "phone", "text"):
        setattr(row, name, form.cleaned_data.get(name, ""))
    if Submission.objects.filter(once=row.once).exists():
        return None
    try:
        with transaction.atomic():
            row.consent = wording_for(page.form, language=form.language, text=page.consent)
            row.save()
            tell_office(row)
            send_receipt(row, page=page)
    except IntegrityError:
        if Submission.objects.filter(once=row.once).exists():  # sent twice at the same moment
            return None
        raise
    return row


def message_row(form: FormOfPage) -> Message:
    return Message(subject=form.cleaned_data["subject"])


def volunteer_row(form: FormOfPage) -> Volunteer:
    chosen = form.cleaned_data.get("interests", [])
    names = dict(form.options) | source_options(form.page)
    interests = [{"key": key, "label": names[key]} for key in chosen]
    kept = {name: form.cleaned_data[name] for name in ("languages", "times", "district")}
    return Volunteer(interests=interests, **kept)


def idea_row(form: FormOfPage) -> Idea:
    names = ("title", "topic", "district", "shown_name")
    return Idea(**{name: form.cleaned_data.get(name, "") for name in names})


ROWS = {Form.Kind.CONTACT: message_row, Form.Kind.VOLUNTEERS: volunteer_row, Form.Kind.IDEAS: idea_row}


def source_options(page: FormPage) -> dict[str, str]:
    """The options in the language of the office."""
    return dict(source_page(page).options())


def source_page(page: FormPage) -> FormPage:
    if page.language_code == settings.LANGUAGE_CODE:
        return page
    found = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE).first()
    return found.specific if found else page


def tell_office(row: Submission) -> None:
    """That something came and where it is; not what: mailboxes are read by more people than may read the answers."""
    with translation.override(settings.LANGUAGE_CODE):
        kind = row.form.get_kind_display()
    path = reverse("participation_office:show", args=[row.pk])
    context = {"row": row, "kind": kind, "address": settings.BASE_URL + path}
    about = {"purpose": "participation.office", "about": str(row.pk)}
    if row.form.notify_to:
        to = {"to": row.form.notify_to, "language": settings.LANGUAGE_CODE}
        notify("participation/admin/office_mail", site=row.form.site, context=context, **to, **about)
    else:
        office_notify("participation/admin/office_mail", site=row.form.site, context=context, **about)


def send_receipt(row: Submission, *, page: FormPage) -> None:
    if not row.email:
        return
    try:
        count_key(row.email.casefold(), purpose="participation.receipt", most=RECEIPTS_A_DAY, seconds=DAY)
    except TooMany:
        return  # what they wrote is kept; only their mailbox is spared
    tell(row, "participation/mail/receipt", purpose="participation.receipt", title=page.title)


def tell(row: Submission, template: str, *, purpose: str, **context) -> None:
    """A mail to whoever sent it, in their language, with the link to everything we hold."""
    with translation.override(row.language):
        address = settings.BASE_URL + reverse("participation:own", args=[own_link.token(row.pk)])
    notify(
        template,
        to=row.email,
        language=row.language,
        site=row.form.site,
        context={"row": row, "own_address": address} | context,
        purpose=purpose,
        about=str(row.pk),
    )
