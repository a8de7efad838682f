"""`{% signup_form %}`: the sign-up, for any page. The rooms below need not know how it works."""

from django import template
from django.utils.translation import get_language

from cms.core.models import CouncilSettings
from cms.core.privacy_page import privacy_url

from ..forms import SignupForm
from ..optin import wording_for

register = template.Library()


@register.inclusion_tag("newsletter/includes/signup_form.html", takes_context=True)
def signup_form(context, heading="h2", form=None):
    """A complete form that posts to the newsletter's own page. Needs `request` in the context."""
    request = context.get("request")
    language = get_language()
    council = context.get("council") or CouncilSettings.for_request(request)
    form = form or SignupForm(initial={"language": language}, auto_id="newsletter-%s")
    return {
        "form": form,
        "council": council,
        "heading": heading,
        "html_lang": context.get("html_lang"),
        "wording": wording_for(language=language, council_name=council.council_name or council.council_short),
        "privacy_url": privacy_url(request),
        "origin": request.path if request else "",
    }
