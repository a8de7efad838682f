"""Addresses below the language prefix that are not pages: taking part, own approval, withdrawal."""

app_name = "campaigns"
urlpatterns = []
