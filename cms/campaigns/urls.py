"""Addresses below the language prefix that are not pages: taking part, own approval, withdrawal."""

from django.urls import path

from . import approval_views, public_views

app_name = "campaigns"
urlpatterns = [
    path("take-part/<slug:slug>/", public_views.take_part, name="take_part"),
    path("take-part/<slug:slug>/thanks/", public_views.thanks, name="thanks"),
    path("confirm/<str:token>/", public_views.confirm, name="confirm"),
    path("mine/<str:token>/", public_views.own, name="own"),
    path("approval/<str:token>/", approval_views.approval, name="approval"),
    path("approval/<str:token>/page/", approval_views.web_page, name="approval_page"),
    path("approval/<str:token>/<slug:name>.jpg", approval_views.picture, name="approval_picture"),
    path("approval/<str:token>/withdraw/", approval_views.withdraw, name="withdraw"),
]
