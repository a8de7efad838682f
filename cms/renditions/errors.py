"""What can go wrong when a page becomes an artefact. Messages are for editors and say what to do."""


class RenditionError(Exception):
    """A page cannot be rendered in this medium."""


class MailError(RenditionError):
    """The e-mail of a page cannot be made."""
