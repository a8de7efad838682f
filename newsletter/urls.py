"""Pages for readers, below /<language>/newsletter/."""

from django.urls import path

from . import views

app_name = "newsletter"

urlpatterns = [
    path("", views.signup, name="signup"),
    path("thanks/", views.thanks, name="thanks"),
    path("confirm/<str:token>/", views.confirm, name="confirm"),
    path("leave/<str:token>/", views.leave, name="leave"),
    path("preferences/<str:token>/", views.preferences, name="preferences"),
    path("link/", views.request_link, name="link"),
    path("link/sent/", views.link_sent, name="link_sent"),
    path("care/<str:token>/", views.care, name="care"),
    path("care/<str:token>/data/", views.care_export, name="care_export"),
    path("care/<str:token>/erase/", views.care_erase, name="care_erase"),
]
