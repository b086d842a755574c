"""The reports in the admin: addresses, menu, dashboard."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from showcase.reports import translations, worklist
from showcase.reports.panels import ChecklistPanel, ReturnedPanel, WorklistPanel
from showcase.reports.views import ReviewView, TranslationsView, WorklistView
from showcase.reports.waiting import go_to_next, say_what_waits


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[Any]:
    """Addresses under ``/admin/``."""
    return [
        path("review/", ReviewView.as_view(), name="reports_review"),
        path("translations/", TranslationsView.as_view(), name="reports_translations"),
        path("worklist/", WorklistView.as_view(), name="reports_worklist"),
    ]


class TranslationsMenuItem(MenuItem):
    """Shown to those who may translate something."""

    def is_shown(self, request: Any) -> bool:
        return bool(translations.kinds(request.user))


class WorklistMenuItem(MenuItem):
    """Shown to those who may close a gap."""

    def is_shown(self, request: Any) -> bool:
        return bool(worklist.gaps_for(request.user))


@hooks.register("register_admin_menu_item")
def register_review() -> MenuItem:
    """Menu: what waits for a decision."""
    return MenuItem(_("Waiting for review"), reverse("reports_review"), name="review", icon_name="tasks", order=310)


@hooks.register("register_admin_menu_item")
def register_translations() -> MenuItem:
    """Menu: the translation table."""
    url = reverse("reports_translations")
    return TranslationsMenuItem(_("Translations"), url, name="translations", icon_name="globe", order=320)


@hooks.register("register_admin_menu_item")
def register_worklist() -> MenuItem:
    """Menu: the gaps."""
    url = reverse("reports_worklist")
    return WorklistMenuItem(_("Worklist"), url, name="worklist", icon_name="list-ul", order=330)


@hooks.register("construct_homepage_panels")
def add_panels(request: Any, panels: list[Any]) -> None:
    """What came back from review, checklist and worklist, while there is something to do."""
    ours = (ReturnedPanel(request.user), ChecklistPanel(request.user), WorklistPanel(request.user))
    panels += [panel for panel in ours if panel.entries]


for _form in ("before_edit_page", "before_edit_snippet"):
    hooks.register(_form, say_what_waits)
for _form in ("after_edit_page", "after_edit_snippet"):
    hooks.register(_form, go_to_next)


@hooks.register("construct_main_menu")
def leave_out_help(request: Any, items: list[MenuItem]) -> None:
    """Wagtail's own help leads to other sites, in English."""
    items[:] = [item for item in items if item.name != "help"]
