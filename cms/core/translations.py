"""What wagtail-localize leaves open: translations go live only when complete, and never outlive their source.

Copies that only mirror German text in another language's tree (aliases) stay invisible. Each rule has a test that fails
when upstream changes its behaviour, so that the rule can go.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail.signals import post_page_move, unpublished
from wagtail_localize.models import Translation
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

ungated_save_target = Translation.save_target
unguarded_image_block = StreamFieldSegmentExtractor.handle_image_block


class IncompleteTranslation(ValidationError):
    """Publishing would fill the gaps with German. Carries how many segments are missing."""

    def __init__(self, *, title: str, language: str, missing: int):
        self.missing = missing
        text = ngettext(
            "“%(title)s” is not published in %(language)s: %(count)s text is still to be translated.",
            "“%(title)s” is not published in %(language)s: %(count)s texts are still to be translated.",
            missing,
        )
        super().__init__(text % {"title": isolated(title), "language": isolated(language), "count": missing})

    def __str__(self) -> str:
        return self.messages[0]


class UnknownLanguage(ValidationError):
    """A locale that the settings do not list: every admin page that names it would break."""


def missing_segments(translation: Translation) -> int:
    total, done = translation.get_progress()
    return total - done


def translation_of(instance) -> Translation | None:
    """The running translation that produces this page or snippet; None for a source or for hand-made text."""
    return (
        Translation.objects.filter(source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True)
        .select_related("source", "target_locale")
        .first()
    )


def isolated(text: str) -> str:
    """`text` between Unicode isolates: an Arabic name must not turn the German sentence around it."""
    return f"\u2068{text}\u2069"


def language_name(code: str) -> str:
    return dict(settings.LANGUAGES).get(code, code)


def refuse_incomplete(instance, *, translation: Translation | None = None) -> None:
    """Raise IncompleteTranslation if `instance` is a translation with gaps."""
    translation = translation or translation_of(instance)
    if translation is None:
        return
    if missing := missing_segments(translation):
        raise IncompleteTranslation(
            title=str(instance), language=language_name(translation.target_locale.language_code), missing=missing
        )


def save_target(self: Translation, user=None, publish=True):
    """Translation.save_target with a gate. Snippets without drafts have no “later” and pass."""
    model = self.source.specific_content_type.model_class()
    if publish and model and issubclass(model, DraftStateMixin):
        refuse_incomplete(self.source.get_source_instance(), translation=self)
    return ungated_save_target(self, user=user, publish=publish)


def handle_image_block(self: StreamFieldSegmentExtractor, block, image_block_value, raw_value=None):
    """An optional picture that is not there has nothing to translate; upstream reads its parts all the same and dies.

    The same gap in films without an address: https://github.com/wagtail/wagtail-localize/issues/875
    """
    if image_block_value is None or raw_value is None:
        return []
    return unguarded_image_block(self, block, image_block_value, raw_value=raw_value)


def is_source(instance) -> bool:
    return isinstance(instance, TranslatableMixin | Page) and instance.locale.language_code == settings.LANGUAGE_CODE


def unpublish_translations(sender, instance, **kwargs) -> None:
    """Withdrawn in German is withdrawn in every language: button, bulk action, schedule and snippets alike."""
    if not is_source(instance):
        return
    for translated in instance.get_translations().filter(live=True):
        getattr(translated, "specific", translated).unpublish()


def delete_translations(sender, instance, **kwargs) -> None:
    """Deleted in German is deleted in every language. Runs for pages and snippets, also for pages below a deleted one."""
    if not isinstance(instance, Page | TranslatableMixin) or instance.pk is None or not is_source(instance):
        return
    manager = Page.objects if isinstance(instance, Page) else type(instance).objects
    others = manager.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
    for translated in others.exclude(locale_id=instance.locale_id):
        getattr(translated, "specific", translated).delete()


def follow_source(sender, instance, parent_page_before, parent_page_after, **kwargs) -> None:
    """An article that moves to another edition takes its translations along."""
    if parent_page_before.pk == parent_page_after.pk or not is_source(instance):
        return
    for translated in Page.objects.translation_of(instance, inclusive=False).select_related("locale"):
        parent = Page.objects.filter(translation_key=parent_page_after.translation_key, locale=translated.locale).first()
        if parent is None:
            parent = parent_page_after.specific.copy_for_translation(translated.locale, copy_parents=True, alias=True)
        if translated.get_parent().pk != parent.pk:
            translated.move(parent, pos="last-child")


def hide_foreign_alias(sender, instance, **kwargs) -> None:
    """An alias of a page in another language shows that language's text: it may hold a place, never be read."""
    if not isinstance(instance, Page) or not instance.alias_of_id or not instance.live:
        return
    if Page.objects.filter(pk=instance.alias_of_id).exclude(locale_id=instance.locale_id).exists():
        instance.live = False
        instance.has_unpublished_changes = True


def refuse_unknown_language(sender, instance: Locale, **kwargs) -> None:
    if instance.language_code not in dict(settings.LANGUAGES):
        raise UnknownLanguage(
            _("The language “%(code)s” is not set up here. Ask your administrator.") % {"code": instance.language_code}
        )


def connect() -> None:
    Translation.save_target = save_target
    StreamFieldSegmentExtractor.handle_image_block = handle_image_block
    unpublished.connect(unpublish_translations, dispatch_uid="core.unpublish_translations")
    pre_delete.connect(delete_translations, dispatch_uid="core.delete_translations")
    post_page_move.connect(follow_source, dispatch_uid="core.follow_source")
    pre_save.connect(hide_foreign_alias, dispatch_uid="core.hide_foreign_alias")
    pre_save.connect(refuse_unknown_language, sender=Locale, dispatch_uid="core.refuse_unknown_language")
