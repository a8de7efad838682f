"""Addresses without a language, for mail programs: RFC 8058 one-click unsubscribe."""

from django.urls import path

from . import views

urlpatterns = [path("u/<str:token>/", views.one_click, name="newsletter_one_click")]
