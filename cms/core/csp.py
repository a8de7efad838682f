"""Two Content Security Policies: the strict one in public, a relaxed one for Wagtail's admin, which needs inline code."""

from django.conf import settings
from django.middleware.csp import ContentSecurityPolicyMiddleware


class SplitContentSecurityPolicyMiddleware(ContentSecurityPolicyMiddleware):
    def process_response(self, request, response):
        if request.path.startswith("/admin/"):
            # The attribute that Django's own csp_override decorator sets; a test watches it.
            response._csp_config = settings.ADMIN_CSP
        return super().process_response(request, response)
