"""Blocks about people: who they are, what they say, how to reach them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from ..medium import medium_of
from . import samples
from .base import AddressBlock, ContentBlock, EmailAddressBlock, GoesWithPictureMixin, NameBlock
from .text import INLINE


def here(page):
    """A page in the active language, else as it is; None if nobody can open it or it only stands in for a translation."""
    target = page and page.localized
    if target and target.alias_of_id:
        target = page
    return target if target and target.live else None


class QuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    answer = blocks.RichTextBlock(label=_("Answer"), features=INLINE)


class InterviewBlock(GoesWithPictureMixin, ContentBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    intro = blocks.TextBlock(label=_("Who is asked"), rows=2, required=False, help_text=_("One or two sentences on the person."))
    image = ImageBlock(label=_("Portrait"), required=False)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions and answers"), min_num=1)

    class Meta:
        icon = "comment"
        label = _("Interview")
        description = _("Questions and answers with one person.")
        preview_value = samples.INTERVIEW
        template = "blocks/interview.html"


class PersonCardBlock(GoesWithPictureMixin, ContentBlock):
    name = NameBlock(label=_("Name"), max_length=80)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=120)
    image = ImageBlock(label=_("Portrait"), required=False)
    text = blocks.TextBlock(label=_("Text or statement"), rows=3, required=False)

    class Meta:
        icon = "user"
        label = _("Person")
        description = _("A face, a name and what this person says or does.")
        preview_value = samples.PERSON_CARD
        template = "blocks/person_card.html"


class TestimonialTeaserBlock(ContentBlock):
    """Somebody of a campaign. Says nothing by itself: whoever takes their consent back is gone from here at the same moment.

    The page type is named, not imported: campaigns stand above this room. It has a method `may_be_shown(medium)`.
    """

    __test__ = False  # no test class, whatever pytest makes of the name
    page = blocks.PageChooserBlock(label=_("Person"), page_type="campaigns.TestimonialPage")

    class Meta:
        icon = "user"
        label = _("Testimonial")
        description = _("A person of a campaign with face and sentence, as long as they agree to be shown.")
        template = "blocks/testimonial_teaser.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        target = here(value.get("page"))
        person = target.specific if target else None
        shown = getattr(person, "may_be_shown", None)
        context["person"] = person if shown and shown(medium_of(context)) else None
        return context


class ContactCardBlock(ContentBlock):
    name = NameBlock(label=_("Person or office"), max_length=120)
    role = blocks.CharBlock(label=_("Helps with"), required=False, max_length=160)
    address = NameBlock(label=_("Address"), required=False, max_length=200)
    hours = blocks.CharBlock(label=_("Opening hours"), required=False, max_length=160)
    phone = NameBlock(label=_("Phone"), required=False, max_length=40)
    email = EmailAddressBlock(label=_("E-mail"), required=False)
    url = AddressBlock(label=_("Web address"), required=False)
    languages = blocks.CharBlock(label=_("Languages spoken"), required=False, max_length=160)

    class Meta:
        icon = "mail"
        label = _("Contact")
        description = _("Whom to turn to: phone, e-mail, opening hours, languages.")
        preview_value = samples.CONTACT_CARD
        template = "blocks/contact_card.html"

    def problems_with(self, value):
        if not any(value.get(name) for name in ("address", "phone", "email", "url")):
            return {"phone": _("Fill in at least one way to get in touch: address, phone, e-mail or web address.")}
        return {}
