"""Fixtures of the print room: one edition rendered once as often as possible, because each PDF takes seconds."""

import pytest

from cms.core.medium import Medium
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.render import render
from tests.factories import make_edition
from tests.renditions.papers import rich_edition


@pytest.fixture
def edition(home):
    """Built anew for each test: what the print room has set once it remembers, and tests want to see it at work."""
    return make_edition(home)


@pytest.fixture
def paper(home):
    """An edition that uses every block, with a cover, a letter, dates and a back page."""
    return rich_edition(home)


@pytest.fixture
def make():
    """Render a page as PDF bytes: make(page, purpose="press")."""

    def make_it(page, *, purpose="screen"):
        return make_pdf(render(page, medium=Medium.PRINT), purpose=Purpose(purpose))

    return make_it
