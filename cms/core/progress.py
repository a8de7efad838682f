"""How far the translations of some pages are, in a fixed number of queries however many there are. Reads only."""

from django.db.models import Count, Exists, OuterRef
from django.utils.functional import cached_property
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from .lamps import Lamp


class Progress:
    """Of the pages with these translation `keys` in these `languages`."""

    keys: list
    languages: list[Locale]

    def __init__(self, *, keys: list, languages: list[Locale]):
        self.keys, self.languages = keys, languages

    @cached_property
    def pages(self) -> dict:
        return {
            (page.translation_key, page.locale_id): page
            for page in Page.objects.filter(translation_key__in=self.keys).select_related("locale")
        }

    @cached_property
    def sources(self) -> dict:
        return {source.object_id: source for source in TranslationSource.objects.filter(object_id__in=self.keys)}

    @cached_property
    def running(self) -> set:
        """(source, language) of every translation that wagtail-localize produces."""
        found = Translation.objects.filter(source__in=self.sources.values(), enabled=True)
        return set(found.values_list("source_id", "target_locale_id"))

    @cached_property
    def totals(self) -> dict:
        segments = StringSegment.objects.filter(source__in=self.sources.values())
        return dict(segments.values_list("source_id").annotate(Count("pk")))

    @cached_property
    def done(self) -> dict:
        """(source, language) → how many texts are translated."""
        counts = {}
        for locale in self.languages:
            translated = StringTranslation.objects.filter(
                translation_of_id=OuterRef("string_id"), context_id=OuterRef("context_id"), locale=locale, has_error=False
            )
            segments = StringSegment.objects.filter(Exists(translated), source__in=self.sources.values())
            for source_id, count in segments.values_list("source_id").annotate(Count("pk")):
                counts[source_id, locale.pk] = count
        return counts

    def missing(self, page: Page, locale: Locale) -> int:
        """How many texts of the source page `page` are still to be translated into `locale`."""
        source = self.sources.get(page.translation_key)
        if source is None or (source.pk, locale.pk) not in self.running:
            return 0
        return self.totals.get(source.pk, 0) - self.done.get((source.pk, locale.pk), 0)

    def is_outdated(self, page: Page, locale: Locale) -> bool:
        """True if the source page was published again after its translation took its texts."""
        source, published = self.sources.get(page.translation_key), page.last_published_at
        translated = self.pages.get((page.translation_key, locale.pk))
        if published is None or translated is None:
            return False
        if source and (source.pk, locale.pk) in self.running:
            return published > source.last_updated_at
        return bool(translated.last_published_at and published > translated.last_published_at)

    def text_lamp(self, page: Page, locale: Locale) -> Lamp:
        """How far the words are, whatever they will be shown on."""
        if locale.pk == page.locale_id:
            return Lamp.OK if page.live and not page.has_unpublished_changes else Lamp.WORK
        translated = self.pages.get((page.translation_key, locale.pk))
        if translated is None or translated.alias_of_id:
            return Lamp.NA
        source = self.sources.get(page.translation_key)
        total = self.totals.get(source.pk, 0) if source else 0
        if not translated.live:
            return Lamp.NO if total and self.missing(page, locale) == total else Lamp.WORK
        return Lamp.OLD if self.missing(page, locale) or self.is_outdated(page, locale) else Lamp.OK

    def percent(self, page: Page, locale: Locale) -> int | None:
        """How much of the source page `page` is translated; None where nobody translates by segments."""
        source = self.sources.get(page.translation_key)
        total = self.totals.get(source.pk, 0) if source else 0
        if not total or (source.pk, locale.pk) not in self.running:
            return None
        return 100 * self.done.get((source.pk, locale.pk), 0) // total
