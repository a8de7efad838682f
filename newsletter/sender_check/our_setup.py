"""What is to be checked, from the council's sender identity, its rules for sending and the settings of this server."""

from django.conf import settings
from wagtail.models import Site

from cms.core.addresses import on_the_wire
from cms.core.models import CouncilSettings

from ..dkim import DkimError, Signer
from ..models.policy import SendingPolicy
from .checks import Setup


def setup_of(site: Site, *, selector: str = "") -> Setup | None:
    """None if the council has no usable sender address yet. `selector`: of the relay's key, if somebody typed it in."""
    council = CouncilSettings.for_site(site)
    if "@" not in council.sender_email:
        return None
    domain = on_the_wire(council.sender_email).rpartition("@")[2].lower()
    policy = SendingPolicy.for_site(site)
    own_key = ""
    if policy.dkim:
        selector = policy.dkim_selector
        try:
            own_key = Signer(domain, selector=selector).dns_record()[1].partition("p=")[2]
        except DkimError:
            own_key = ""
    return Setup(
        domain=domain,
        bounce_domain=(settings.BOUNCE_DOMAIN or domain).lower(),
        relay=settings.MAILERS["newsletter"].get("OPTIONS", {}).get("host", ""),
        selector=selector,
        own_key=own_key,
    )
