"""Finished advertisements from others: refused at the door if they are no PDF, checked by preflight when they are in."""

import hashlib

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .errors import RenditionError
from .formats import ad_sheet
from .inspection import look_at_bytes
from .models import ReadyMadeAd
from .preflight.findings import Finding, Severity, blocking
from .sheet import Sheet

MOST_MB = 80


def refuse_bad_upload(upload) -> None:
    """Raises ValidationError for what is no PDF, or too large to be looked at."""
    if upload.size > MOST_MB * 1024 * 1024:
        raise ValidationError(_("The file is larger than %(limit)s MB. Ask for a smaller one.") % {"limit": MOST_MB})
    upload.seek(0)
    head = upload.read(1024)
    upload.seek(0)
    if b"%PDF-" not in head:
        raise ValidationError(_("This is not a PDF. Ask the advertiser for a print-ready PDF."))


def sheet_of_ad(ad: ReadyMadeAd) -> Sheet:
    """The size the advertisement is booked at, as a format: no bleed, everything within."""
    return ad_sheet(f"ready-made:{ad.pk}", width=ad.width, height=ad.height)


def check(ad: ReadyMadeAd, *, user=None) -> ReadyMadeAd:
    """Preflight of its PDF at its size; the findings are kept with it. Never raises for a bad file: that is a finding."""
    with ad.file.open("rb") as file:
        data = file.read()
    try:
        findings = look_at_bytes(data, sheet=sheet_of_ad(ad), condition=ad.condition())
    except RenditionError as error:  # the colour profile is missing
        findings = [Finding("content", Severity.ERROR, details={"detail": str(error)}).data()]
    bad = blocking([Finding.of(item) for item in findings])
    state = ReadyMadeAd.State.FAULTY if bad else ReadyMadeAd.State.USABLE
    checksum = hashlib.sha256(data).hexdigest()
    ad.change_state(state, user=user, findings=findings, checksum=checksum, checked_at=timezone.now())
    return ad


def delete(ad: ReadyMadeAd, *, user) -> None:
    """Its file goes with it."""
    name, storage = ad.file.name, ad.file.storage
    log(instance=ad, action="wagtail.delete", user=user, deleted=True)
    ad.delete()
    storage.delete(name)
