"""How a block finds its template for a medium, and the parts every block shares."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

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

    def is_shown_in(self, value, *, medium: Medium) -> bool:
        return medium.editorial.value in (value.get("show_in") or [])


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
    """A web address."""


def choice(label, choices, default, **kwargs):
    return blocks.ChoiceBlock(choices=choices, default=default, label=label, **kwargs)
