"""Addresses below the language prefix that are not pages: confirming an entry, documents."""

app_name = "directory"
urlpatterns = []
