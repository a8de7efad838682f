from tests.newsletter.conftest import post_office  # noqa: F401 - a listening SMTP server
