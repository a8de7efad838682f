"""What every page behind a link shares, and what a visitor was shown."""

from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from cms.core.models import CouncilSettings

from .. import limits, optin
from ..models import ConsentWording, SendingPolicy


def form_address(request) -> str:
    """The page of this site the form stood on; what the browser says is only believed within the site."""
    origin = request.POST.get("origin", "")
    own = url_has_allowed_host_and_scheme(origin, allowed_hosts=None) and origin.startswith("/")
    return request.build_absolute_uri(origin if own else request.path)


def shown_wording(request) -> ConsentWording:
    """The wording as this visitor saw it: in the language of the page, not of the newsletter they want."""
    council = CouncilSettings.for_request(request)
    return optin.wording_for(language=get_language(), council_name=council.council_name or council.council_short)


def kept_ip(request) -> str:
    """The visitor's internet address if this council keeps it as evidence, else nothing."""
    policy = SendingPolicy.for_request(request)
    return limits.client_ip(request) if policy.store_ip else ""
