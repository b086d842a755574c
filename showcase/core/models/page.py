"""What all our pages share: folded slugs, reserved names, atomic publishing, honest fallback."""

import hashlib
import json
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify as django_slugify
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import cautious_slugify
from wagtail.models import Page, Revision

from showcase.core import moderation
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.core.routes import is_reserved
from showcase.core.text import slugify


def _careless_slugs(title: str) -> set[str]:
    """What the editor's script and Django make of a title: Đ dropped or written as a number."""
    return {django_slugify(title), django_slugify(title, allow_unicode=True), cautious_slugify(title)}


class BasePage(Page):
    """A page told in Vietnamese first; its English twin is an alias until somebody translates it."""

    # Fields whose text is translated; everything else is read from the source page.
    translated_fields: ClassVar[tuple[str, ...]] = ("title",)

    # Facts without language: edited on the source page only, read from it everywhere.
    source_facts: ClassVar[tuple[str, ...]] = ()

    slug: str
    source_digest = models.CharField(max_length=12, blank=True, default="", editable=False)
    # The revision that was live when the source took this page along; 0 when it had none.
    left_with_source = models.PositiveBigIntegerField(null=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """A page begins in Vietnamese: one made by hand under a translation would have no source and no facts."""
        return bool(super().can_create_at(parent)) and parent.locale.language_code == SOURCE_LANGUAGE

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._settle_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """What Wagtail asks of a draft instead of ``full_clean``."""
        self._settle_slug()
        super().minimal_clean()

    def _settle_slug(self) -> None:
        """Before Wagtail makes a slug: it would drop Đ or write u0110."""
        if self.pk is None and self.title and self.slug in {"", *_careless_slugs(self.title)}:
            self.slug = slugify(self.title)
        self.slug = slugify(self.slug) or self.slug

    def clean(self) -> None:
        super().clean()
        if self.depth in (None, 3) and is_reserved(self.slug):
            raise ValidationError({"slug": _("This address belongs to another part of the site.")})

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            moderation.refuse_gaps(revision)
            return super().publish(revision, *args, **kwargs)

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return super().unpublish(*args, **kwargs)

    def update_aliases(self, **kwargs: Any) -> None:
        """Wagtail asks for this when a page is only scheduled, too: aliases would go live before it."""
        if self.live:
            super().update_aliases(**kwargs)

    # -- translation -------------------------------------------------------------------

    def content_digest(self) -> str:
        """Changes when a translated text changes."""
        content = {name: self.serializable_text(name) for name in self.translated_fields}
        packed = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(packed.encode("utf-8", "replace")).hexdigest()[:12]

    def serializable_text(self, name: str) -> str:
        field = self._meta.get_field(name)
        return str(field.value_to_string(self))

    @property
    def source(self) -> Any:
        """The Vietnamese page: itself, or the one this is a translation of."""
        if not hasattr(self, "_source_page"):
            self._source_page = self if self.is_source else self._find_source()
        return self._source_page

    def know_source(self, source: "BasePage") -> None:
        """Spare this page the query for its source."""
        self._source_page = source

    def _find_source(self) -> Any:
        twins = type(self)._default_manager.filter(translation_key=self.translation_key)
        return twins.select_related("locale").filter(locale__language_code=SOURCE_LANGUAGE).first() or self

    def get_view_restrictions(self) -> Any:
        """Those of the source count for its translations too."""
        own = super().get_view_restrictions()
        return own if self.is_source else own | self.source.get_view_restrictions()

    @property
    def is_source(self) -> bool:
        return bool(self.locale.language_code == SOURCE_LANGUAGE)

    @property
    def is_fallback(self) -> bool:
        """Whether readers of this language see Vietnamese here."""
        return not self.is_source and (self.alias_of_id is not None or not self.source_digest)

    @property
    def text_language(self) -> str:
        """The language the texts are really in."""
        return SOURCE_LANGUAGE if self.is_fallback else str(self.locale.language_code)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["alternate_urls"] = self.alternate_urls(request)
        return context

    def alternate_urls(self, request: Any = None) -> dict[str, str]:
        """Address by language, of the live twins only."""
        twins = Page.objects.filter(translation_key=self.translation_key, live=True).select_related("locale")
        return {twin.locale.language_code: twin.get_url(request) for twin in twins}
