"""Lists on paper, typed in by the office: every line becomes a request and a confirmation mail, never a subscriber."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.core.addresses import AddressError, digest
from cms.core.models import CouncilSettings

from .models import SignupRequest, Subscriber, Subscription, Suppression, Topic
from .optin import request_signup, wording_for


@dataclass(frozen=True, kw_only=True)
class Line:
    address: str
    language: str
    name: str = ""


@dataclass(frozen=True)
class Refused:
    """Line `number` (from 0) could not be taken; `trouble` is for the office."""

    number: int
    trouble: str


@dataclass
class Outcome:
    asked: int = 0
    refused: list[Refused] = field(default_factory=list)


def take_list(lines: list[Line], *, title: str, topics: list[Topic], site: Site | None) -> Outcome:
    """Ask everybody on the list by mail, in their language. `title` says which list it is; the paper is the evidence."""
    outcome = Outcome()
    council = CouncilSettings.for_site(site) if site else CouncilSettings()
    name = council.council_name or council.council_short
    for number, line in enumerate(lines):
        trouble = trouble_with(line.address, topics=topics)
        if not trouble:
            request = request_signup(
                line.address,
                name=line.name,
                language=line.language,
                topics=topics,
                wording=wording_for(language=line.language, council_name=name),
                form=title,
                source=SignupRequest.Source.PAPER,
                site=site,
            )
            trouble = "" if request else _("This person has just been asked; one mail an hour is enough.")
        if trouble:
            outcome.refused.append(Refused(number, trouble))
        else:
            outcome.asked += 1
    return outcome


def trouble_with(address: str, *, topics: list[Topic]) -> str:
    """Why nobody may be asked at this address, or nothing."""
    try:
        fingerprint = digest(address)
    except AddressError as error:
        return error.messages[0]
    unwanted = [Suppression.Reason.OFFICE, Suppression.Reason.COMPLAINT]
    if Suppression.objects.filter(digest=fingerprint, reason__in=unwanted).exists():
        return _("This address is blocked.")
    subscriber = Subscriber.objects.filter(digest=fingerprint, state=Subscriber.State.ACTIVE).first()
    if subscriber:
        active = Subscription.objects.filter(subscriber=subscriber, topic__in=topics, state=Subscription.State.ACTIVE)
        if active.count() == len(topics):
            return _("This person has these topics already.")
    return ""
