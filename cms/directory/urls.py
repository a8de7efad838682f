"""Addresses below the language prefix that are not pages: confirming an entry, documents."""

from django.urls import include, path

app_name = "directory"
urlpatterns = [
    path("library/", include("cms.directory.library.urls")),
]
