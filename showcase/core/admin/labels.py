"""Labels that Wagtail makes of the names of its fields, in English whatever the reader's language."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import auth, choosers

FORMS: tuple[type[forms.Form], ...] = (
    auth.LoginForm,
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
)
LABELS = {
    "password": _("Password"),
    "link_text": _("Link text"),
    "email_address": _("E-mail address"),
    "subject": _("Subject"),
    "body": _("Text"),
    "phone_number": _("Telephone"),
}


def translate() -> None:
    """Give the fields labels that can be translated. Wagtail has no setting for these forms."""
    for form in FORMS:
        for name, field in form.base_fields.items():
            field.label = LABELS.get(name, field.label)
