"""How a block finds its template for a medium, and the parts every block shares."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructBlockValidationError

from ..medium import EDITORIAL_MEDIA, Medium, medium_of, medium_template


class MediumTemplateMixin:
    """Chooses blocks/<name>.html, .print.html, .mjml or .txt by the `medium` in the template context."""

    def get_template(self, value=None, context=None):
        return medium_template(self.meta.template, medium=medium_of(context))


class ShowInBlock(blocks.MultipleChoiceBlock):
    """The media a block appears in. Choices are codes, not text: nothing to translate."""

    def __init__(self, **kwargs):
        kwargs.setdefault("choices", EDITORIAL_MEDIA)
        kwargs.setdefault("default", [code for code, _label in EDITORIAL_MEDIA])
        kwargs.setdefault("label", _("Show in"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(**kwargs)


class ContentBlock(MediumTemplateMixin, blocks.StructBlock):
    """Base of everything editors can put into a body."""

    show_in = ShowInBlock()

    class Meta:
        # Fields that are rarely touched; they open with the block's settings, "show in" last.
        settings_fields: list[str] = []

    def get_form_layout(self) -> BlockGroup:
        settings = [*self.meta.settings_fields, "show_in"]
        return BlockGroup([name for name in self.child_blocks if name not in settings], settings=settings)

    def is_shown_in(self, value, *, medium: Medium) -> bool:
        return medium.editorial.value in (value.get("show_in") or [])

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned  # a draft may be unfinished
        errors = self.problems_with(cleaned)
        if not cleaned.get("show_in"):
            errors["show_in"] = _("Choose at least one medium, or delete the block: like this nobody would ever see it.")
        if errors:
            raise StructBlockValidationError(block_errors={name: ValidationError(message) for name, message in errors.items()})
        return cleaned

    def problems_with(self, value) -> dict:
        """Messages by field name for what is wrong with an otherwise valid value."""
        return {}


class GoesWithPictureMixin:
    """For blocks about their picture: one that may not be shown takes its caption, name and words with it, see kept_back.py."""

    def is_shown_in(self, value, *, medium: Medium) -> bool:
        picture = value.get("image")
        hidden = picture is not None and not picture.is_public and medium is not Medium.PRINT
        return super().is_shown_in(value, medium=medium) and not hidden


class UntranslatedMixin:
    """For codes, names, addresses and numbers: wagtail-localize extracts every text unless both methods say no."""

    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value


class NameBlock(UntranslatedMixin, blocks.CharBlock):
    """A name or a number that stays as it is in every language."""


class EmailAddressBlock(UntranslatedMixin, blocks.EmailBlock):
    pass


class AddressBlock(UntranslatedMixin, blocks.URLBlock):
    """A web address. Only http and https: nobody can open anything else from paper or a mail."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("The whole address, beginning with https://"))
        kwargs["validators"] = [
            *kwargs.get("validators", ()),
            URLValidator(schemes=["http", "https"], message=_("Write a web address that begins with https://")),
        ]
        super().__init__(**kwargs)


def choice(label, choices, default, **kwargs):
    return blocks.ChoiceBlock(choices=choices, default=default, label=label, **kwargs)
