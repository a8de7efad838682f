"""Addresses below the language prefix that are not pages: registration, bookable slots, calendar files."""

from django.urls import path

from . import feeds, public_views

app_name = "events"

urlpatterns = [
    path("calendar.ics", feeds.calendar_feed, name="feed"),
    path("<slug:slug>.ics", feeds.event_file, name="event_file"),
    path("registration/<int:pk>/", public_views.register, name="register"),
    path("registration/thanks/<str:token>/", public_views.thanks, name="thanks"),
    path("mine/<str:token>/", public_views.mine, name="mine"),
    path("mine/<str:token>/termin.ics", public_views.entry, name="entry"),
]
