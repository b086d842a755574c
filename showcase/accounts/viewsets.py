"""Wagtail's user views with our forms."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from showcase.accounts.forms import UserCreationForm, UserEditForm


class NobodyRaisesThemselves:
    """Only somebody who may do everything makes others so: Wagtail's forms let any keeper of accounts do it."""

    request: Any

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class AddUserView(NobodyRaisesThemselves, CreateView):
    """Adding somebody."""


class EditUserView(NobodyRaisesThemselves, EditView):
    """Changing somebody, unless they may do more than you."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        user = super().get_object(*args, **kwargs)
        if user.is_superuser and not self.request.user.is_superuser:
            raise PermissionDenied
        return user


class UserViewSet(WagtailUserViewSet):
    """Accounts in the admin: telephone and language beside Wagtail's fields.

    The templates are ours because Wagtail looks under the label and name of the user model first.
    """

    add_view_class = AddUserView
    edit_view_class = EditUserView
    # Wagtail's view for copies asks none of our questions, and a person is nobody's copy.
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm | UserEditForm]:
        """The form for adding or changing an account."""
        return UserEditForm if for_update else UserCreationForm
