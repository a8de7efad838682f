"""Files that residents send: checked by what they are and not by what they are called, and not lost by another field's error.

Nothing of it lies where the public can read: private_storage() is below PRIVATE_ROOT.
"""

import datetime
import io
import logging
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _
from PIL import Image

from .images import PictureError, clean_file
from .secret_links import LinkError, SecretLink

MEGABYTE = 1024 * 1024
KEPT_HOURS = 24
MOST_KEPT = 100
PHOTO_KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "MPO": "jpg"}

logger = logging.getLogger(__name__)
_kept_link = SecretLink("kept-upload", max_age=datetime.timedelta(hours=KEPT_HOURS))


def private_storage() -> Storage:
    """STORAGES["private"] if there is one, else PRIVATE_ROOT. Never public by itself."""
    if "private" in settings.STORAGES:
        return storages["private"]
    return FileSystemStorage(location=settings.PRIVATE_ROOT, base_url=None)


@dataclass(frozen=True)
class Upload:
    """A file that was found to be all right. `width` and `height` in pixels, 0 for what is no picture."""

    name: str
    content: bytes
    kind: str  # jpg, png, webp, pdf, docx
    width: int = 0
    height: int = 0

    def file(self) -> ContentFile:
        """For a model's file field; a photo does not need to be cleaned again."""
        file = ContentFile(self.content, name=self.name)
        file.is_clean = True
        return file

    def keep(self) -> str:
        """Puts it aside for a day; returns the token with which the same form finds it again.

        Empty if there is no room: then the person has to choose the file once more, and nobody fills our disk.
        """
        from .models import KeptUpload

        if KeptUpload.objects.count() >= MOST_KEPT:
            return ""
        row = KeptUpload(name=self.name, kind=self.kind, width=self.width, height=self.height)
        try:
            row.file.save(f"{row.uid}.{self.kind}", ContentFile(self.content))
        except OSError:  # the disk is full
            logger.exception("A file of a form could not be put aside")
            return ""
        return _kept_link.token(str(row.uid))


def kept(token: str) -> Upload | None:
    """What keep() put aside; None if the token is forged or the day is over."""
    from .models import KeptUpload

    try:
        row = KeptUpload.objects.filter(uid=_kept_link.read(token)).first()
        return Upload(row.name, row.file.read(), row.kind, row.width, row.height) if row else None
    except (LinkError, OSError):
        return None


def forget_kept() -> int:
    """Duty: files that nobody came back for."""
    from .models import KeptUpload

    count = 0
    for row in KeptUpload.objects.filter(kept_at__lt=timezone.now() - datetime.timedelta(hours=KEPT_HOURS)):
        row.file.delete(save=False)
        row.delete()
        count += 1
    return count


class KeptFileInput(forms.ClearableFileInput):
    """A file, or what was sent with the form before."""

    template_name = "includes/kept_file.html"

    @staticmethod
    def kept_name(name: str) -> str:
        return f"{name}-kept"

    def value_from_datadict(self, data, files, name):
        return files.get(name) or data.get(self.kept_name(name), "")

    def value_omitted_from_data(self, data, files, name):
        return name not in files and self.kept_name(name) not in data

    def use_required_attribute(self, initial):
        return False

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        token = value if isinstance(value, str) else ""
        found = kept(token) if token else None
        context["widget"] |= {"kept_name": self.kept_name(name), "token": token, "kept": found}
        return context

    def _render(self, template_name, context, renderer=None):
        return mark_safe(render_to_string(template_name, context))  # from our own templates, not from those of an app


class UploadField(forms.Field):
    """Base of the two below. Cleaned value: Upload, or None."""

    widget = KeptFileInput
    accept = ""

    def __init__(self, *, max_mb: int, **kwargs):
        self.max_mb = max_mb
        super().__init__(**kwargs)
        self.error_messages["required"] = _("Please choose a file.")
        self.widget.attrs.setdefault("accept", self.accept)

    def clean(self, value) -> Upload | None:
        if isinstance(value, str):
            found = kept(value) if value else None
            if value and found is None:
                raise forms.ValidationError(_("The file you sent before is no longer here. Please choose it again."))
            super().clean(found)
            return found
        super().clean(value)
        if value is None:
            return None
        if value.size > self.max_mb * MEGABYTE:
            raise forms.ValidationError(
                _("The file has %(size)s MB; at most %(most)s MB are possible. Please send a smaller one.")
                % {"size": round(value.size / MEGABYTE), "most": self.max_mb}
            )
        return self.inspect(value)

    def bound_data(self, data, initial):
        return data

    def inspect(self, file) -> Upload:
        """Raises ValidationError."""
        raise NotImplementedError


class PhotoField(UploadField):
    """A photo from a phone or camera: comes out upright, without place and camera data, HEIC as JPEG."""

    accept = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif"

    def __init__(self, *, max_mb: int = 30, **kwargs):
        super().__init__(max_mb=max_mb, **kwargs)

    def inspect(self, file) -> Upload:
        return photo(file)


def photo(file) -> Upload:
    """Raises ValidationError with what to do, in the reader's language."""
    try:
        content = clean_file(file).read()
        with Image.open(io.BytesIO(content)) as picture:
            kind, (width, height) = PHOTO_KINDS.get(picture.format), picture.size
    except PictureError as error:
        raise forms.ValidationError(str(error)) from error
    except (OSError, EOFError, SyntaxError, ValueError, struct.error) as error:
        raise forms.ValidationError(_("The picture is damaged. Please copy it from the camera once more.")) from error
    if kind is None:
        raise forms.ValidationError(_("This kind of picture cannot be used. Please send JPEG, PNG, WebP or HEIC."))
    return Upload(f"{stem(file)}.{kind}", content, kind, width, height)


class DocumentField(UploadField):
    """A paper: PDF, Word, or a photo of it."""

    def __init__(self, *, max_mb: int = 20, kinds: tuple[str, ...] = ("pdf", "docx", "jpg", "png"), **kwargs):
        self.kinds = kinds
        self.accept = ",".join(f".{kind}" for kind in kinds)
        super().__init__(max_mb=max_mb, **kwargs)

    def inspect(self, file) -> Upload:
        file.seek(0)
        head = file.read(8)
        file.seek(0)
        if head.startswith(b"%PDF-") and "pdf" in self.kinds:
            return self.whole(file, kind="pdf")
        if head.startswith(b"PK\x03\x04") and "docx" in self.kinds and is_word(file):
            return self.whole(file, kind="docx")
        if {"jpg", "png"} & set(self.kinds) and not head.startswith((b"%PDF-", b"PK")):
            return photo(file)
        raise forms.ValidationError(
            _("Files of this kind cannot be taken. Possible are: %(kinds)s.") % {"kinds": ", ".join(self.kinds).upper()}
        )

    def whole(self, file, *, kind: str) -> Upload:
        file.seek(0)
        content = file.read()
        if kind == "pdf" and b"%%EOF" not in content[-2048:]:
            raise forms.ValidationError(_("This PDF is damaged: it ends too early. Please send it once more."))
        return Upload(f"{stem(file)}.{kind}", content, kind)


def is_word(file) -> bool:
    """Looked up in its table of contents: nothing is unpacked."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return "word/document.xml" in names and not any(name.lower().endswith("vbaproject.bin") for name in names)


def stem(file) -> str:
    """A harmless file name without its ending, at most 60 characters."""
    try:
        return get_valid_filename(Path(file.name or "").stem)[:60] or "file"
    except SuspiciousFileOperation:  # the name is nothing but dots
        return "file"
