"""Which language a request is answered in. URLs decide; the admin has its own way."""

from django.middleware.locale import LocaleMiddleware


class PublicLocaleMiddleware(LocaleMiddleware):
    """LocaleMiddleware that leaves the admin's 404 answers alone.

    Django would turn a JSON 404 of /admin/api/ into a redirect to /de/admin/api/, which breaks the page editor.
    """

    def process_response(self, request, response):
        if request.path.startswith(("/admin/", "/q/", "/media/", "/static/")):
            return response
        return super().process_response(request, response)
