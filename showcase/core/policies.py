"""Rights on records, asked of Wagtail's registry. Register one for each kind in ``AppConfig.ready()``."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class RecordPermissionPolicy(ModelPermissionPolicy):
    """As Django's permissions say; and whoever may add records may delete those that never were public.

    What was public once has an address that was given away: only those with the right to delete may end it.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """For "delete": whether there may be some record that this user may delete."""
        allowed = bool(super().user_has_permission(user, action))
        return allowed or (action == "delete" and bool(super().user_has_permission(user, "add")))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action != "delete" or instance.never_published:
            return self.user_has_permission(user, action)
        return bool(super().user_has_permission(user, "delete"))
