"""Pages for readers, below /<language>/newsletter/."""

from django.urls import path

from .views import archive, care, desk, leaving, signup

app_name = "newsletter"

urlpatterns = [
    path("", signup.signup, name="signup"),
    path("archive/", archive.index, name="archive"),
    path("archive/atom.xml", archive.MailingFeed(), name="archive_feed"),
    path("archive/<int:pk>/", archive.mailing, name="mailing"),
    path("thanks/", signup.thanks, name="thanks"),
    path("confirm/<str:token>/", signup.confirm, name="confirm"),
    path("desk/<str:token>/", desk.desk, name="desk"),
    path("desk/<str:token>/thanks/", desk.thanks, name="desk_thanks"),
    path("leave/<str:token>/", leaving.leave, name="leave"),
    path("preferences/<str:token>/", care.preferences, name="preferences"),
    path("link/", care.request_link, name="link"),
    path("link/sent/", care.link_sent, name="link_sent"),
    path("care/<str:token>/", care.care, name="care"),
    path("care/<str:token>/data/", care.care_export, name="care_export"),
    path("care/<str:token>/erase/", care.care_erase, name="care_erase"),
]
