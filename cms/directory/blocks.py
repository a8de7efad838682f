"""Choosers for people and organisations. The same entry in every language; templates show its `.here`."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.core.blocks.base import UntranslatedMixin


class PersonChooserBlock(UntranslatedMixin, SnippetChooserBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Person"))
        super().__init__("directory.Person", **kwargs)


class OrganisationChooserBlock(UntranslatedMixin, SnippetChooserBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Organisation"))
        super().__init__("directory.Organisation", **kwargs)


class OrganisationsBlock(blocks.ListBlock):
    """A list of organisations in the order they are shown."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Organisations"))
        super().__init__(OrganisationChooserBlock(), **kwargs)


class PeopleBlock(blocks.ListBlock):
    """A list of people in the order they are shown."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("People"))
        super().__init__(PersonChooserBlock(), **kwargs)
