"""Records: facts with an owner, an approval and a code for life."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.models import ClusterableModel
from wagtail.locks import BaseLock
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from showcase.core import moderation
from showcase.core.codes import LENGTH
from showcase.core.later import leave_for_later
from showcase.core.models.codes import LivingCode
from showcase.core.models.translation import Translatable
from showcase.core.signals import record_changed, record_removed
from showcase.core.text import fold, slugify

# Columns that a save with ``update_fields`` may write without anything being said to readers.
BOOKKEEPING = frozenset(
    {
        "latest_revision",
        "live_revision",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
        "search_text",
    }
)


class WithdrawnLock(BaseLock):
    """A withdrawn record is not edited: it is restored first."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> str:
        return _("This record was withdrawn from the public. Restore it before you edit it.")


class RecordQuerySet(models.QuerySet[Any]):
    """``public`` is the one visibility predicate; every list, page and feed goes through it."""

    def public(self) -> Self:
        return self.filter(live=True, withdrawn_at__isnull=True)


class Record(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    Translatable,
    ClusterableModel,
):
    """A village, an artisan, a product: drafts, approval, preview, and facts that drafts never carry."""

    # Facts that change by an action of their own on a live record; a revision never carries
    # them back. Subclasses add theirs.
    live_facts: ClassVar[tuple[str, ...]] = ("code", "withdrawn_at")
    # Live facts that are written in a ledger, so never by a form's fields, not even on a new record.
    ledger_facts: ClassVar[tuple[str, ...]] = ()
    detail_route: ClassVar[str] = ""

    code = models.CharField(gettext_lazy("code"), max_length=LENGTH, unique=True, editable=False)
    name = models.CharField(gettext_lazy("name"), max_length=200)
    withdrawn_at = models.DateTimeField(gettext_lazy("withdrawn at"), null=True, blank=True, editable=False)
    search_text = models.TextField(editable=False, blank=True, default="")
    staff_note = models.TextField(
        gettext_lazy("staff's note"),
        blank=True,
        help_text=gettext_lazy("Never public. What an import did not understand."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Any] = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    # -- addresses ---------------------------------------------------------------------

    def slug(self, language: str | None = None) -> str:
        """From the name in that language; never stored, so never stale, and never unique."""
        return slugify(str(self.localized("name", language))) or slugify(self.name)

    def reference(self, language: str | None = None) -> str:
        """Slug and code as they end the public address."""
        slug = self.slug(language)
        return f"{slug}-{self.code}" if slug else self.code

    def get_absolute_url(self, language: str | None = None) -> str:
        """The address in the given language, else in the active one."""
        language = language or translation.get_language() or "vi"
        with translation.override(language):
            return reverse(self.detail_route, args=[self.reference(language)])

    def alternate_urls(self) -> dict[str, str]:
        """The address in every language."""
        return {language: self.get_absolute_url(language) for language, _name in settings.LANGUAGES}

    # -- visibility --------------------------------------------------------------------

    @property
    def is_public(self) -> bool:
        """The queryset's ``public()`` for one loaded record."""
        return self.live and self.withdrawn_at is None

    @property
    def never_published(self) -> bool:
        return not self.live and self.first_published_at is None

    # -- storage -----------------------------------------------------------------------

    def search_pieces(self) -> list[str]:
        """What staff find the record by in the admin."""
        return [self.name, self.code, self.translation("name", "en")]

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row and its children, give a code to a new one, tell the listeners."""
        given = None
        if self._state.adding:
            given = LivingCode.give(type(self), self.code)
            self.code = given.code
        fields = kwargs.get("update_fields")
        if fields is not None and BOOKKEEPING.issuperset(fields):
            super().save(*args, **kwargs)
            return
        self.search_text = fold(" ".join(self.search_pieces()))
        if fields is not None:
            kwargs["update_fields"] = {*fields, "search_text"}
        super().save(*args, **kwargs)
        if given is not None:
            LivingCode.objects.filter(pk=given.pk).update(object_id=self.pk)
        leave_for_later(
            self
        )  # first: what a receiver leaves for the commit may fail there, and end all that comes after
        record_changed.send(type(self), instance=self)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete the row; its code stays taken."""
        record_removed.send(type(self), instance=self)
        return super().delete(*args, **kwargs)

    def copy_live_facts(self, source: "Record") -> None:
        """Take the live facts of another state of the same record."""
        for name in self.live_facts:
            setattr(self, name, getattr(source, name))

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A revision as an object; its live facts are the row's, whatever the revision says."""
        draft: Self = super().with_content_json(self._with_living_references(content))
        row = type(self)._base_manager.filter(pk=self.pk).first()
        if row is not None:
            draft.copy_live_facts(row)
        return draft

    def _with_living_references(self, content: dict[str, Any]) -> dict[str, Any]:
        """A draft may name a term that was deleted since: the row's own reference takes its place.

        Deleting is refused only while a row refers to a term; a draft is no row, and
        modelcluster cannot restore a reference that is protected and gone.
        """
        mended = dict(content)
        for field in self._meta.concrete_fields:
            remote = field.remote_field
            if remote is None or remote.on_delete is not models.PROTECT or not content.get(field.name):
                continue
            if not remote.model._base_manager.filter(pk=content[field.name]).exists():
                mended[field.name] = None if field.null else getattr(self, field.attname)
        return mended

    def get_lock(self) -> Any:
        return WithdrawnLock(self) if self.withdrawn_at is not None else super().get_lock()

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """A record that never went live has no earlier version to protect: write the row too."""
        if self.pk and self.never_published:
            if kwargs.pop("clean", True):
                self.full_clean()
            kwargs["clean"] = False
            self.save()
        return super().save_revision(*args, **kwargs)

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> None:
        """Publish in one transaction, with the live facts of the locked row."""
        moderation.publish_revision(revision, user=user, **kwargs)

    @transaction.atomic
    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """In one transaction, and without writing back facts that changed since this was loaded."""
        self.copy_live_facts(type(self)._base_manager.select_for_update().get(pk=self.pk))
        super().unpublish(*args, **kwargs)

    # -- preview -----------------------------------------------------------------------

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [("", gettext_lazy("Vietnamese")), ("en", gettext_lazy("English"))]

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        request.is_preview = True
        with translation.override(mode_name or "vi"):
            response = super().serve_preview(request, mode_name)
            if hasattr(response, "render"):
                response.render()
            return response

    def withdraw_now(self) -> None:
        """Set the fact; :func:`showcase.core.moderation.withdraw` is the action."""
        self.withdrawn_at = timezone.now()
