"""Addresses below the language prefix that are not pages: where forms go, thanks, results, what we hold about somebody."""

from django.urls import path

from . import public_views as views
from .calls import public_views as calls

app_name = "participation"
urlpatterns = [
    path("application/<str:token>/", calls.own, name="application"),
    path("<uuid:key>/apply/", calls.send, name="apply"),
    path("own/<str:token>/", views.own, name="own"),
    path("<uuid:key>/", views.send, name="send"),
    path("<uuid:key>/thanks/", views.thanks, name="thanks"),
    path("<uuid:key>/results/", views.results, name="results"),
]
