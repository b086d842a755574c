"""Forms through which pictures come in, each refusing in words what we do not take."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.fields import FileField
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from showcase.core.models.translation import target_languages
from showcase.images.kinds import EXTENSIONS
from showcase.images.processing import MAX_BYTES, CleanFile, clean_upload


class CleanUploadField(WagtailImageField):
    """A file input whose value is the cleaned picture. The kind is told by the content, never by the name."""

    default_validators: list[Any] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_upload_size = MAX_BYTES
        self.max_upload_size_text = filesizeformat(MAX_BYTES)
        self.help_text = _("JPEG, PNG, WebP or HEIC, up to %(size)s. Place and camera data are removed.") % {
            "size": self.max_upload_size_text
        }

    def to_python(self, data: Any) -> CleanFile | None:
        """The picture as it will be stored. Raises `ValidationError` for what is no picture we take."""
        upload = FileField.to_python(self, data)
        return None if upload is None else clean_upload(upload)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the browser offer the files we take."""
        accept = ",".join(f".{extension}" for extension in EXTENSIONS)
        return {**super().widget_attrs(widget), "accept": accept}


class CentreImageForm(BaseImageForm):
    """Wagtail's image form with our file field and the alternative text in each language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if (field := self.fields.get("file")) is not None:
            self.fields["file"] = CleanUploadField(label=field.label, required=field.required, widget=field.widget)
        # The model's save() drops the old file and its renditions, after commit and for every way in.
        self.original_file = None
        if "alt_text" in self.fields:
            self._add_translations()

    def _add_translations(self) -> None:
        """Put one field per language behind the Vietnamese text."""
        names = list(self.fields)
        place = names.index("alt_text") + 1
        for language in target_languages():
            name = f"alt_text_{language}"
            self.fields[name] = forms.CharField(
                label=_("Alternative text, %(language)s")
                % {"language": get_language_info(language)["name_translated"]},
                required=False,
                max_length=250,
                initial=self.instance.translation("alt_text", language),
            )
            names.insert(place, name)
        self.order_fields(names)

    def _post_clean(self) -> None:
        """Carry the translations over once the Vietnamese text is on the object."""
        super()._post_clean()
        for language in target_languages():
            text = self.cleaned_data.get(f"alt_text_{language}")
            if text is not None and text != self.instance.translation("alt_text", language):
                self.instance.set_translation("alt_text", language, text)


class AvatarForm(AvatarPreferencesForm):
    """A staff member's own picture, under the same rules as the centre's."""

    def clean_avatar(self) -> Any:
        """The cleaned picture, small; or the one there was."""
        upload = self.cleaned_data.get("avatar")
        if isinstance(upload, UploadedFile):
            self.cleaned_data["avatar"] = clean_upload(upload)
        return super().clean_avatar()
