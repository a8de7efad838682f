"""Which language a request is answered in. URLs decide; the admin has its own way."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class PublicLocaleMiddleware(LocaleMiddleware):
    """LocaleMiddleware that leaves the admin's 404 answers alone.

    Django would turn a JSON 404 of /admin/api/ into a redirect to /de/admin/api/, which breaks the page editor.
    """

    def process_request(self, request):
        """The admin starts in German for everybody; whoever prefers English says so in their account."""
        if request.path.startswith("/admin/"):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = settings.LANGUAGE_CODE
            return
        super().process_request(request)

    def process_response(self, request, response):
        if request.path.startswith(("/admin/", "/pdf/", "/q/", "/media/", "/static/")):
            return response
        return super().process_response(request, response)
