"""The state of every translation: of records and vocabularies by their digests, of pages by their twins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import safe_snake_case
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from showcase.core.models import BasePage, Record, Translatable
from showcase.core.models.translation import SOURCE_LANGUAGE, status_of
from showcase.core.text import fold, words

#: the most urgent first
STATES: dict[str, Any] = {
    "missing": _("Missing"),
    "fallback": _("Partly in Vietnamese"),
    "stale": _("Older than the Vietnamese"),
    "fresh": _("Fresh"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One record, term or page in one language. Addresses are made for the rows that are shown."""

    name: str
    kind: str
    state: str
    edit: str
    pk: int
    tab: str = ""
    source_pk: int | None = None
    public_url: str = ""
    begins: bool = False  # there is no translation yet: whoever may edit the source begins it

    @property
    def state_label(self) -> Any:
        return STATES[self.state]

    @property
    def url(self) -> str:
        """Opens the editor."""
        return reverse(self.edit, args=[self.pk]) + self.tab

    @property
    def source_url(self) -> str:
        """Opens a page's Vietnamese source."""
        return reverse("wagtailadmin_pages:edit", args=[self.source_pk]) if self.source_pk else ""


def edits_sources(user: Any) -> bool:
    """Whether this user gets to the Vietnamese pages in the admin; translators read them as visitors do."""
    homes = Page.objects.filter(depth=2, locale__language_code=SOURCE_LANGUAGE)
    return any(home.permissions_for_user(user).can_edit() for home in homes)


def kinds(user: Any) -> dict[str, Any]:
    """Key → name of what this user may translate: records first, then vocabularies, then pages."""
    models = sorted(_models(), key=lambda model: not issubclass(model, Record))
    may = [model for model in models if policy_registry.get_by_type(model).user_has_permission(user, "change")]
    found = {model._meta.label_lower: capfirst(model._meta.verbose_name_plural) for model in may}
    if policy_registry.get_by_type(Page).user_has_permission(user, "change"):
        found["page"] = _("Pages")
    return found


def rows(kind: str, language: str, query: str = "") -> list[Row]:
    """Every row of a kind, by its key. A constant number of queries; the texts of all rows are read."""
    found = _page_rows(language) if kind == "page" else _model_rows(apps.get_model(kind), language)
    wanted = words(fold(query))
    return [row for row in found if all(word in fold(row.name) for word in wanted)]


def _models() -> list[Any]:
    return [model for model in get_snippet_models() if issubclass(model, Translatable)]


def _model_rows(model: Any, language: str) -> Iterator[Row]:
    fields = model.translatable_fields
    edit = model.snippet_viewset.get_url_name("edit")
    label = model._meta.label_lower
    # The tab with source beside translation; Wagtail names it after its heading.
    tab = f"#tab-{safe_snake_case(str(_('Translation')))}" if issubclass(model, Record) else ""
    # Plain values: of tens of thousands of rows the objects would cost more than all the rest.
    found = model._default_manager.order_by("pk").values_list("pk", "translations", *fields)
    for pk, translations, *texts in found.iterator(chunk_size=2000):
        entries = translations.get(language, {})
        states = [status_of(text or "", entries.get(field)) for field, text in zip(fields, texts, strict=True)]
        yield Row(texts[0], label, record_state(states), edit, pk, tab)


def record_state(states: list[Any]) -> str:
    """One word for the states of all fields; a record without texts to translate is fresh."""
    known = {state for state in states if state != "empty"}
    if known == {"missing"}:
        return "missing"
    if "missing" in known:
        return "fallback"
    return "stale" if "stale" in known else "fresh"


def _page_rows(language: str) -> Iterator[Row]:
    # By key: `specific()` takes no `select_related("locale")` along.
    locales = Locale.objects.in_bulk()
    languages = {pk: locale.language_code for pk, locale in locales.items()}
    pages = [
        page for page in Page.objects.filter(depth__gt=1).specific().order_by("path") if isinstance(page, BasePage)
    ]
    twins = {page.translation_key: page for page in pages if languages[page.locale_id] == language}
    for page in pages:
        if languages[page.locale_id] != SOURCE_LANGUAGE:
            continue
        twin = twins.get(page.translation_key)
        target = twin or page
        page.locale = locales[page.locale_id]
        public = page.get_url() or "" if page.live else ""
        if twin is None:  # not public yet, so it has no alias: its translation begins here
            edit = "simple_translation:submit_page_translation"
        else:
            edit = f"wagtailadmin_pages:{'convert_alias' if twin.alias_of_id else 'edit'}"
        state = page_state(page, twin)
        yield Row(page.title, "page", state, edit, target.pk, "", page.pk, public, begins=twin is None)


def page_state(source: BasePage, twin: Any) -> str:
    """What readers of the other language get: nothing, the Vietnamese text, an old or a fresh translation."""
    if twin is None:
        return "missing"
    if twin.alias_of_id is not None or not twin.source_digest:
        return "fallback"
    return "fresh" if twin.source_digest == source.content_digest() else "stale"
