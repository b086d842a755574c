"""Wagtail's user views with our forms."""

from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from showcase.accounts.forms import UserCreationForm, UserEditForm


class UserViewSet(WagtailUserViewSet):
    """Accounts in the admin: telephone and language beside Wagtail's fields.

    The templates are ours because Wagtail looks under the label and name of the user model first.
    """

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm | UserEditForm]:
        """The form for adding or changing an account."""
        return UserEditForm if for_update else UserCreationForm
