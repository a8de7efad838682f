"""The form every picture passes through, wherever in the admin it is uploaded."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.models import UploadedFile

from . import images


class PictureField(WagtailImageField):
    """Says what is wrong with a file in words that help, before Wagtail says that it is “not a valid image”."""

    def to_python(self, data):
        if data:
            data.seek(0)
            try:
                images.check_picture(data.read(), name=data.name)
            except images.PictureError as error:
                raise ValidationError(str(error), code="picture") from error
            data.seek(0)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    UPLOAD_PREFIX = "uploaded-image-"  # Wagtail's name for a file that still waits for its credit

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if old := self.fields.get("file"):
            field = PictureField(label=old.label, required=old.required, widget=old.widget)
            field.widget.attrs = old.widget.attrs | field.widget_attrs(field.widget)
            self.fields["file"] = field
        if description := self.fields.get("description"):
            description.label = _("Alternative text")
            description.required = True
            description.help_text = _("What the picture shows, for people who cannot see it. One sentence is enough.")
        if "title" in self.fields and (size := self.print_size()):
            self.fields["title"].help_text = size

    def print_size(self) -> str:
        """What the picture is good for on paper, for a stored picture and for one that is just being uploaded."""
        if self.instance.pk:
            return str(self.instance.print_size)
        if (self.prefix or "").startswith(self.UPLOAD_PREFIX):
            upload = UploadedFile.objects.filter(pk=self.prefix.removeprefix(self.UPLOAD_PREFIX)).first()
            if upload:
                with upload.file.open() as file, Image.open(file) as picture:
                    return str(images.print_size_text(*picture.size))
        return ""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        try:
            return images.clean_file(file)
        except images.PictureError as error:
            raise ValidationError(str(error), code="picture") from error
