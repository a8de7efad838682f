"""Every type of page can be begun from nothing in the admin."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("app", "model", "below"),
    [
        ("editions", "publicationpage", "home"),
        ("editions", "editionpage", "publication"),
        ("editions", "articlepage", "edition"),
        ("home", "standardpage", "home"),
    ],
)
def test_a_new_page_opens_in_the_editor(client, editor, home, edition, app, model, below):
    client.force_login(editor)
    parent = {"home": home, "edition": edition, "publication": edition.publication}[below]
    answer = client.get(reverse("wagtailadmin_pages:add", args=[app, model, parent.pk]))
    assert answer.status_code == 200
    assert 'name="title"' in answer.content.decode()
