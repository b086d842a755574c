"""Publishing and unpublishing many records at once: one transaction, rights per object, few words for all."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, QueryDict
from django.shortcuts import redirect
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.models import get_snippet_models

from showcase.core import moderation
from showcase.core.admin.searching import matching
from showcase.core.admin.states import with_states
from showcase.core.models import Record

#: More than this is no choice that somebody looked through, and too long for one request.
MOST_AT_ONCE = 500
#: So many refusals are told by name.
NAMED = 5


class RecordBulkAction(SnippetBulkAction):
    """What both have in common. Subclasses say what is done to one record and how it is called."""

    template_name = "core/admin/bulk.html"
    question: Any = ""
    button: Any = ""

    @classproperty
    def models(cls) -> list[Any]:
        return [model for model in get_snippet_models() if issubclass(model, Record)]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self._is_too_many():
            words = _(
                "At most %(most)d records are changed at once. Narrow the list with its filters, or choose fewer."
            )
            messages.error(request, words % {"most": MOST_AT_ONCE})
            return redirect(self.next_url)
        return super().dispatch(request, *args, **kwargs)

    def _is_too_many(self) -> bool:
        chosen = self.request.GET.getlist("id")
        if "all" in chosen:
            chosen = self.get_all_objects_in_listing_query(self.request.GET.get("childOf"))
        return len(chosen[: MOST_AT_ONCE + 1]) > MOST_AT_ONCE

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
        refused = [(record, _("you may not do this.")) for record in objects_without_access["items_with_no_access"]]
        _say_refused(self.request, refused)

    @classmethod
    def execute_action(cls, objects: list[Any], **kwargs: Any) -> tuple[int, int]:
        """Each record by itself inside the one transaction: what is refused says why and holds up no other."""
        action = kwargs["self"]
        done: dict[str, list[Any]] = defaultdict(list)
        refused = []
        for record in objects:
            try:
                done[action.change(record)].append(record)
            except (PermissionDenied, ValidationError) as error:
                refused.append((record, _in_words(error)))
        for words, records in done.items():
            whole = f"“{records[0]}”" if len(records) == 1 else _("%(count)d records") % {"count": len(records)}
            messages.success(action.request, f"{whole}: {words}")
        _say_refused(action.request, refused)
        return len(objects) - len(refused), 0

    def change(self, record: Any) -> str:
        """Do it to one record; what happened, in words that fit all to which the same happened."""
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
            return _("will be public at the time that was set.")
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


def _say_refused(request: HttpRequest, refused: list[tuple[Any, str]]) -> None:
    for record, words in refused[:NAMED]:
        messages.error(request, f"“{record}”: {words}")
    if len(refused) > NAMED:
        messages.error(request, _("%(count)d more records were refused.") % {"count": len(refused) - NAMED})


def _in_words(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
