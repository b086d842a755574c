"""Publishing and unpublishing many records at once: one transaction, rights per object, a word on each."""

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import QueryDict
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.models import get_snippet_models

from showcase.core import moderation
from showcase.core.admin.searching import matching
from showcase.core.admin.states import moment, with_states
from showcase.core.models import Record


class RecordBulkAction(SnippetBulkAction):
    """What both have in common. Subclasses say what is done to one record and how it is called."""

    template_name = "core/admin/bulk.html"
    question: Any = ""
    button: Any = ""

    @classproperty
    def models(cls) -> list[Any]:
        return [model for model in get_snippet_models() if issubclass(model, Record)]

    def check_perm(self, obj: Any) -> bool:
        return bool(self.permission_policy.user_has_permission_for_instance(self.request.user, "publish", obj))

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """All rows of the list that the box was ticked in: with its filters and its search, which Wagtail forgets."""
        data = QueryDict(urlsplit(self.next_url).query)
        queryset = with_states(self.model._default_manager.all())
        filterset = self.model.snippet_viewset.filterset_class(data, queryset=queryset, request=self.request)
        if not filterset.is_valid():
            return []
        return matching(filterset.qs, data.get("q", "")).values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"question": self.question, "button": self.button, "title": self.display_name}

    def prepare_action(self, objects: Iterable[Any], objects_without_access: Any) -> None:
        for record in objects_without_access["items_with_no_access"]:
            words = _("“%(name)s”: you may not do this.") % {"name": record}
            messages.error(self.request, words)

    @classmethod
    def execute_action(cls, objects: list[Any], **kwargs: Any) -> tuple[int, int]:
        """Each record by itself inside the one transaction: what is refused says why and holds up no other."""
        action = kwargs["self"]
        done = 0
        for record in objects:
            try:
                words = action.change(record)
            except (PermissionDenied, ValidationError) as error:
                messages.error(action.request, f"“{record}”: {_in_words(error)}")
                continue
            done += 1
            messages.success(action.request, f"“{record}”: {words}")
        return done, 0

    def change(self, record: Any) -> str:
        """Do it to one record; what happened, in words."""
        raise NotImplementedError


class PublishBulkAction(RecordBulkAction):
    """Publishes the newest version of each."""

    display_name = gettext_lazy("Publish")
    action_type = "publish"
    aria_label = gettext_lazy("Publish the chosen records")
    action_priority = 10
    question = gettext_lazy("Publish the newest version of these records?")
    button = gettext_lazy("Publish now")

    def change(self, record: Any) -> str:
        if record.live and not record.has_unpublished_changes:
            return _("was public already, nothing changed.")
        revision = moderation.publish_latest(record, user=self.request.user)
        if revision.approved_go_live_at:
            return _("will be public from %(time)s.") % {"time": moment(revision.approved_go_live_at)}
        return _("is public now.")


class UnpublishBulkAction(RecordBulkAction):
    """Takes each from the public for now."""

    display_name = gettext_lazy("Unpublish")
    action_type = "unpublish"
    aria_label = gettext_lazy("Unpublish the chosen records")
    action_priority = 20
    classes: ClassVar[set[str]] = {"serious"}
    question = gettext_lazy("Take these records from the public for now? Their drafts stay.")
    button = gettext_lazy("Unpublish now")

    def change(self, record: Any) -> str:
        if not record.live:
            return _("was not public, nothing changed.")
        moderation.unpublish_record(record, user=self.request.user)
        return _("is not public any more.")


def _in_words(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
