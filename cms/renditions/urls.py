"""Public address of a page's PDF; outside i18n_patterns, because the page already says the language."""

from django.urls import path

from .views.public import public_pdf

urlpatterns = [path("<int:page_id>/<str:name>.pdf", public_pdf, name="public_pdf")]
