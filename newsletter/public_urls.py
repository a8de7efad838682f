"""Addresses without a language, for mail programs: RFC 8058 one-click unsubscribe."""

from django.urls import path

from .views import leaving

urlpatterns = [path("u/<str:token>/", leaving.one_click, name="newsletter_one_click")]
