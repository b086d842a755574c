"""The forms staff use to manage accounts in Wagtail's admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm as WagtailCreationForm
from wagtail.users.forms import UserEditForm as WagtailEditForm


class ContactFields(forms.ModelForm):
    """What both forms change: only a name is asked for; artisans often have no e-mail."""

    email = forms.EmailField(required=False, label=_("E-mail address"))
    last_name = forms.CharField(required=False, max_length=150, label=_("Last name"))

    def clean_username(self) -> str:
        """An emptied username stays as it was; a new one is made up by the model."""
        return self.cleaned_data["username"] or self.instance.username


class UserCreationForm(ContactFields, WagtailCreationForm):
    """Adding somebody."""

    class Meta(WagtailCreationForm.Meta):
        fields = WagtailCreationForm.Meta.fields | {"phone", "language"}


class UserEditForm(ContactFields, WagtailEditForm):
    """Changing somebody."""

    class Meta(WagtailEditForm.Meta):
        fields = WagtailEditForm.Meta.fields | {"phone", "language"}
