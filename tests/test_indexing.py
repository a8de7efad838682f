"""Putting off the index in tests changes what a test costs, never what it sees."""

import pytest
from wagtail.models import ReferenceIndex

from cms.core.models import CouncilImage
from tests.factories import make_image
from tests.indexing import waiting


def test_what_was_saved_is_found_as_soon_as_somebody_searches(home):
    picture = make_image("Wasserhahn")
    picture.title = "Gießkanne"
    picture.save()
    assert list(CouncilImage.objects.all().autocomplete("Gießk")) == [picture]
    assert not waiting


def test_what_is_used_where_is_known_as_soon_as_somebody_asks_and_nobody_counts_the_work(edition, django_assert_num_queries):
    picture = edition.cover_image = make_image("Neuer Titel")
    edition.save()
    with django_assert_num_queries(1):
        assert ReferenceIndex.objects.filter(to_object_id=picture.pk, model_path="cover_image").exists()


def test_what_is_gone_again_is_no_obstacle(home):
    make_image("Falsch").delete()
    assert not CouncilImage.objects.all().autocomplete("Falsch")


@pytest.mark.django_db(transaction=True)
def test_where_others_look_on_everything_is_indexed_at_once():
    make_image("Wasserhahn")
    assert not waiting
