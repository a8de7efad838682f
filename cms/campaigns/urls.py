"""Addresses below the language prefix that are not pages: taking part, own approval, withdrawal."""

from django.urls import path

from . import approval_views

app_name = "campaigns"
urlpatterns = [
    path("approval/<str:token>/", approval_views.approval, name="approval"),
    path("approval/<str:token>/page/", approval_views.web_page, name="approval_page"),
    path("approval/<str:token>/<slug:name>.jpg", approval_views.picture, name="approval_picture"),
    path("approval/<str:token>/withdraw/", approval_views.withdraw, name="withdraw"),
]
