"""Where the newsletter room meets Wagtail's admin."""

from wagtail import hooks

from . import audit


@hooks.register("register_log_actions")
def log_actions(actions):
    audit.register(actions)
