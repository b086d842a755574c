"""The kernel's part of the admin: what the log says of our own actions, what is done to many records at once."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from showcase.core.admin import labels
from showcase.core.admin.bulk import PublishBulkAction, UnpublishBulkAction

labels.translate()


@hooks.register("register_log_actions")
def register_log_actions(actions):  # type: ignore[no-untyped-def]
    """Name the actions of :mod:`showcase.core.moderation`."""
    actions.register_action("centre.withdraw", _("Withdraw"), _("Withdrawn from the public"))
    actions.register_action("centre.restore", _("Restore"), _("Restored after a withdrawal"))
    actions.register_action("centre.facts", _("Change facts"), _("Facts changed at once"))


for _action in (PublishBulkAction, UnpublishBulkAction):
    hooks.register("register_bulk_action", _action)


def staff_css() -> str:
    """The colours of the house, and the look of the records' lists."""
    tag = '<link rel="stylesheet" href="{}">'
    return format_html_join("", tag, ((static(f"staff/{name}.css"),) for name in ("house", "lists")))


hooks.register("insert_global_admin_css", staff_css)


def editor_js() -> str:
    """One press of the button makes one record; a source stands beside its translation as it is typed."""
    names = ("saving", "translations")
    tag = '<script type="module" src="{}"></script>'
    return format_html_join("", tag, ((static(f"staff/{name}.js"),) for name in names))


hooks.register("insert_editor_js", editor_js)
