"""The words people agreed to: kept word for word, each version once, see models/forms.py."""

import hashlib

from django.db import IntegrityError, transaction
from django.db.models import Max

from .models.forms import ConsentWording, Form


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def wording_for(form: Form, *, language: str, text: str) -> ConsentWording | None:
    """The row of this text, made if it is new. None if there is nothing to agree to."""
    if not text:
        return None
    known = {"form": form, "language": language, "digest": digest(text)}
    for _try in range(5):
        if found := ConsentWording.objects.filter(**known).first():
            return found
        last = ConsentWording.objects.filter(form=form, language=language).aggregate(last=Max("version"))["last"] or 0
        try:
            with transaction.atomic():
                return ConsentWording.objects.create(**known, text=text, version=last + 1)
        except IntegrityError:  # somebody else was the first
            continue
    return ConsentWording.objects.get(**known)
