"""Addresses below the language prefix that are not pages: forms, receipts, results."""

app_name = "participation"
urlpatterns = []
