"""Pages of the admin that tell what is to be done."""

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from showcase.core.models.translation import target_languages
from showcase.reports import translations, worklist
from showcase.reports.queue import entries, waiting_for

ROWS_PER_PAGE = 50


class TranslationsView(WagtailAdminTemplateMixin, TemplateView):
    """Every record, term and page of one kind with the state of its translation."""

    template_name = "reports/translations.html"
    page_title = _("Translations")
    header_icon = "globe"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = translations.kinds(self.request.user)
        if not kinds:
            raise PermissionDenied
        asked = self.request.GET
        kind = asked["kind"] if asked.get("kind") in kinds else next(iter(kinds))
        state = asked["state"] if asked.get("state") in translations.STATES else ""
        language = asked["language"] if asked.get("language") in target_languages() else target_languages()[0]
        query = asked.get("q", "").replace("\0", "")[:100]
        rows = translations.rows(kind, language, query)
        counts = Counter(row.state for row in rows)
        shown = [row for row in rows if not state or row.state == state]
        page = Paginator(shown, ROWS_PER_PAGE).get_page(asked.get("p"))
        states = [(key, label, counts[key]) for key, label in translations.STATES.items()]
        return {
            **super().get_context_data(**kwargs),
            "kinds": kinds,
            "kind": kind,
            "edits_sources": kind == "page" and translations.edits_sources(self.request.user),
            "state": state,
            "language": language,
            "languages": target_languages(),
            "q": query,
            "states": states,
            "total": len(rows),
            "page": page,
        }


class WorklistView(WagtailAdminTemplateMixin, TemplateView):
    """The gaps of the records, each with its number; one of them opened."""

    template_name = "reports/worklist.html"
    page_title = _("Worklist")
    header_icon = "list-ul"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = worklist.gaps_for(self.request.user)
        if not found:
            raise PermissionDenied
        name = self.request.GET.get("gap", "")
        page = None
        if name in found:
            page = Paginator(found[name].rows(), ROWS_PER_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "counts": worklist.counts(found),
            "gap": found.get(name),
            "name": name,
            "page": page,
            "rows": worklist.with_links(page.object_list) if page else [],
        }


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """What waits for this user's decision: records and pages."""

    template_name = "reports/review.html"
    page_title = _("Waiting for review")
    header_icon = "tasks"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        page = Paginator(waiting_for(user), ROWS_PER_PAGE).get_page(self.request.GET.get("p"))
        return {**super().get_context_data(**kwargs), "page": page, "rows": entries(list(page), user)}
