"""A published page has its pictures before anybody reads it."""

import pytest

from cms.core.models import CouncilRendition
from cms.editions.models import ArticlePage
from home.ahead import make_pictures

pytestmark = pytest.mark.django_db


def test_publishing_makes_the_renditions_of_the_page_and_those_above(
    client, edition, settings, django_capture_on_commit_callbacks
):
    settings.PICTURES_AHEAD = True
    article = ArticlePage.objects.get(slug="beitrag-1")
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    made = CouncilRendition.objects.count()
    assert made > 10
    for path in ["/de/", "/de/vielfalt/", "/de/vielfalt/vielfalt-24/", "/de/vielfalt/vielfalt-24/beitrag-1/"]:
        assert client.get(path).status_code == 200
    assert CouncilRendition.objects.count() == made


def test_a_page_that_has_gone_meanwhile_is_no_error(edition):
    pk = ArticlePage.objects.get(slug="beitrag-1").pk
    ArticlePage.objects.get(pk=pk).delete()
    assert make_pictures.func(pk) == 0
