"""Addresses below the language prefix that are not pages: confirming an entry, documents."""

from django.urls import include, path

from .check_views import check

app_name = "directory"
urlpatterns = [
    path("check/<str:token>/", check, name="check"),
    path("library/", include("cms.directory.library.urls")),
]
