"""Records: facts with an owner, an approval and a code for life."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
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
from showcase.core.models.codes import LivingCode
from showcase.core.models.translation import Translatable
from showcase.core.signals import record_changed, record_removed
from showcase.core.text import fold, slugify


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
    detail_route: ClassVar[str] = ""

    code = models.CharField(_("code"), max_length=LENGTH, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    search_text = models.TextField(editable=False, blank=True, default="")
    staff_note = models.TextField(
        _("staff's note"), blank=True, help_text=_("Never public. What an import did not understand.")
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
        self.search_text = fold(" ".join(self.search_pieces()))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)
        if given is not None:
            LivingCode.objects.filter(pk=given.pk).update(object_id=self.pk)
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
        draft: Self = super().with_content_json(content)
        row = type(self)._base_manager.filter(pk=self.pk).first()
        if row is not None:
            draft.copy_live_facts(row)
        return draft

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
        super().unpublish(*args, **kwargs)

    # -- preview -----------------------------------------------------------------------

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [("", _("Vietnamese")), ("en", _("English"))]

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
