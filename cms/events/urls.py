"""Addresses below the language prefix that are not pages: registration, bookable slots, calendar files."""

app_name = "events"
urlpatterns = []
