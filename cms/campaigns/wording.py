"""The release that people agree to when they take part, in their language. Each change of its words is a new version."""

import hashlib

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.core.models import CouncilSettings

from .models import CampaignPage, ReleaseWording


def release_text(campaign: CampaignPage, *, council: CouncilSettings) -> str:
    """Paragraphs in the active language, separated by empty lines."""
    names = {"council": council.council_name or council.council_short, "campaign": campaign.title}
    paragraphs = [
        _(
            "I allow %(council)s to publish my photo, my words, my name as I have written it and what I tell about myself "
            "in the campaign “%(campaign)s”: in the media, for the purposes and for the time that I choose here."
        ),
        _(
            "My words may be translated. Before anything is published I see it and can change it or say no. "
            "Print shops and newspapers get only what they need for printing."
        ),
        _(
            "I took the photo myself or may pass it on, and everybody who can be recognised in it agrees. "
            "On the internet, other people can copy it; the council cannot prevent that."
        ),
        _(
            "All this is voluntary. I can take it back at any time without giving a reason: with the link in the mail, "
            "or at the council's office. Then it disappears from the web site and nothing new is printed. "
            "What is already printed cannot be called back."
        ),
        _("If I am under 18, a parent or guardian must agree as well."),
    ]
    return "\n\n".join(paragraph % names for paragraph in paragraphs)


def text_digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def kept_wording(campaign: CampaignPage, *, text: str) -> ReleaseWording:
    return ReleaseWording.current(language=get_language(), campaign_key=campaign.translation_key, text=text)
