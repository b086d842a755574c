"""Receivers: a record's entry changes in the transaction of the record's change."""

from typing import Any

from django.core.signals import request_finished
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished

from search import querylog, services
from search.models import PromotedResult, Synonym
from showcase.core.models import Term
from showcase.core.signals import record_changed, terms_changed


def connect() -> None:
    """Connect all receivers, once."""
    record_changed.connect(_changed, dispatch_uid="search.record_changed")
    terms_changed.connect(_term_changed, dispatch_uid="search.terms_changed")
    pre_delete.connect(_deleting, dispatch_uid="search.deleting")
    post_delete.connect(_deleted, dispatch_uid="search.deleted")
    post_save.connect(_saved, dispatch_uid="search.saved")
    page_unpublished.connect(_page_changed, dispatch_uid="search.page_unpublished")
    request_finished.connect(querylog.after_response, dispatch_uid="search.querylog")
    request_finished.connect(services.build_left, dispatch_uid="search.build_left")
    for model in (Synonym, PromotedResult):
        for signal in (post_save, post_delete):
            signal.connect(_synonym_changed, sender=model, dispatch_uid=f"search.{model.__name__}.{id(signal)}")


def _changed(sender: Any, instance: Model, **_kwargs: Any) -> None:
    services.index_record(instance)


def _deleting(sender: Any, instance: Model, **_kwargs: Any) -> None:
    """Of each row, also of many deleted at once, which never come by their model's ``delete``."""
    if services.source_of(instance) is None:
        services.note_dependants(instance)
    else:
        services.remove_record(instance)


def _deleted(sender: Any, instance: Model, **_kwargs: Any) -> None:
    services.after_delete(instance)
    if isinstance(instance, Term):
        services.note_terms()
    elif _shows(instance):
        services.note_site()


def _saved(sender: Any, instance: Model, **_kwargs: Any) -> None:
    if _shows(instance):
        services.note_site()


def _page_changed(sender: Any, **_kwargs: Any) -> None:
    services.note_site()


def _shows(instance: Model) -> bool:
    """Whether pages show this row: a live page, or a model that says so (settings, menus, hours, words).

    Who may see a page counts too: what was kept of it for everybody goes.
    """
    if isinstance(instance, Page):
        return bool(instance.live)
    return isinstance(instance, PageViewRestriction) or bool(getattr(instance, "changes_site", False))


def _term_changed(sender: Any, instance: Model | None = None, **_kwargs: Any) -> None:
    """A word, or something else that records show: a picture, a place."""
    if instance is None or isinstance(instance, Term):
        services.note_terms()
    if instance is not None and services.source_of(instance) is not None:
        services.index_record(instance)  # a word that is found itself
    elif instance is not None:
        services.index_dependants(instance)
    if instance is not None and not isinstance(instance, Term):
        services.note_site()


def _synonym_changed(sender: Any, **_kwargs: Any) -> None:
    """Of promoted results too: every process reads both lists again."""
    services.note_synonyms()
