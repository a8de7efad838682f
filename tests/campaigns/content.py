"""A campaign with two people, German and Arabic, as editors build it."""

import datetime

from django.utils.text import slugify

from cms.campaigns.models import CampaignPage, Release, TestimonialPage
from tests.factories import make_image, paragraph

ALL = ["web", "poster", "ads", "paper", "newsletter", "social"]


def make_campaign(home) -> CampaignPage:
    campaign = CampaignPage(
        title="Wir sind Lindenau",
        slug="wir-sind-lindenau",
        claim="Wir sind\nLindenau.",
        kicker="Zwei Gesichter",
        standfirst="Zwei Menschen sagen einen Satz.",
        call_title="Und Sie?",
        call_steps="Satz schicken\nAnschauen",
        goals="Alle kommen vor",
        body=[paragraph("Vor zwei Jahren hing hier ein Sonnenuntergang.")],
    )
    home.add_child(instance=campaign)
    campaign.save_revision().publish()
    return campaign


def make_person(campaign, *, name: str = "Samira Haddad", media=ALL, publish: bool = True, **fields) -> TestimonialPage:
    """A testimonial with a release for `media`; with none of them, nobody has been asked."""
    image = make_image(name, width=800, height=1000)
    values = {
        "line": "Bäckermeisterin in der Färbergasse",
        "statement": "Wer mein Brot isst, kennt mich schon halb.",
        "long_statement": "Der Teig hat keine Uhr.",
        "age": 44,
        "portrait": image,
        "portrait_alt": "Gezeichnetes Porträt",
        "body": [paragraph("Um drei steht sie in der Färbergasse.")],
    }
    person = TestimonialPage(title=name, live=False, **({"slug": slugify(name)} | values | fields))
    campaign.add_child(instance=person)
    if media:
        Release.objects.create(
            testimonial_key=person.translation_key, state="given", media=list(media), given_on=datetime.date(2026, 9, 3)
        )
    revision = person.save_revision()
    if publish:
        revision.publish()
    return person
