"""Addresses of documents, below the language prefix: they are printed and linked, so they stay for ever."""

from django.urls import path

from . import views
from .feeds import LibraryFeed

urlpatterns = [
    path("atom.xml", LibraryFeed(), name="library_feed"),
    path("<slug:slug>/", views.document, name="library_document"),
    path("<slug:slug>/<str:language>.pdf", views.download, name="library_file"),
]
