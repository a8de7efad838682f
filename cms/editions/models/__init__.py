"""The paper: PublicationPage → EditionPage → ArticlePage, and its sections. What is said, never how it looks."""

from .articles import ArticlePage
from .editions import EditionPage
from .publications import PublicationPage
from .sections import Section

__all__ = ["ArticlePage", "EditionPage", "PublicationPage", "Section"]
