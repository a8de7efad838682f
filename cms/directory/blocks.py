"""Choosers for people and organisations. The same entry in every language; templates show its `.here`."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.core.blocks.base import ContentBlock, NameBlock, UntranslatedMixin

from . import spoken


def need_choices() -> list[tuple[str, str]]:
    from .models.needs import need_choices as choices  # blocks are defined before the models are there

    return choices()


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


# What pages show of the directory. Each block has a template in every medium, in templates/directory/blocks/.


class GreetingBlock(ContentBlock):
    """A greeting with the portrait of the person who signs it."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link"])
    person = PersonChooserBlock(label=_("Signed by"))

    class Meta:
        icon = "user"
        label = _("Greeting")
        description = _("A few sentences, with portrait, name and function of the person who signs.")
        template = "directory/blocks/greeting.html"


class AppearanceBlock(blocks.StructBlock):
    person = PersonChooserBlock()
    text = blocks.TextBlock(label=_("About this person"), rows=2, required=False, max_length=200)


class PeopleRowsBlock(ContentBlock):
    """People one below the other: speakers, hosts, members."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    people = blocks.ListBlock(AppearanceBlock(), label=_("People"), min_num=1)

    class Meta:
        icon = "group"
        label = _("People from the directory")
        description = _("Portrait, name, function and a line about each.")
        template = "directory/blocks/people.html"


class ContactPointsBlock(ContentBlock):
    """Where to turn to. Phone numbers and opening hours come from the directory and are corrected there, once."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    organisations = OrganisationsBlock(default=[], required=False)
    people = PeopleBlock(default=[], required=False)
    need = blocks.ChoiceBlock(label=_("and everybody who helps with"), choices=need_choices, required=False)
    language = blocks.ChoiceBlock(label=_("and speaks"), choices=spoken.choices, required=False)
    district = NameBlock(label=_("and is in the district"), required=False, max_length=80)
    most = blocks.IntegerBlock(label=_("at most"), default=8, min_value=1, max_value=40)

    class Meta:
        icon = "mail"
        label = _("Contact points from the directory")
        description = _("What each helps with, address, phone, hours and languages.")
        template = "directory/blocks/contacts.html"

    def problems_with(self, value):
        names = ("organisations", "people", "need", "language", "district")
        if not any(value.get(name) for name in names):
            return {"organisations": _("Choose at least one organisation or person, or what they help with.")}
        return {}


class PartnersBlock(ContentBlock):
    label = blocks.CharBlock(
        label=_("Line above"), required=False, max_length=160, help_text=_("For example “Supported by” or “Our partners”.")
    )
    organisations = OrganisationsBlock(min_num=1)

    class Meta:
        icon = "image"
        label = _("Partners with logos")
        description = _("Logos from the directory, all equally large to the eye.")
        template = "directory/blocks/partners.html"
