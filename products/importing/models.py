"""What was imported before, so that a second run changes nothing."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRow(models.Model):
    """A row of a list as it was last imported, and the record it became.

    An unchanged row is skipped, whatever staff did to the record since; of an edited row
    only the edited cells count.
    """

    file_name = models.CharField(_("list"), max_length=60)
    key = models.CharField(_("row"), max_length=300)
    digest = models.CharField(max_length=32)
    cells = models.JSONField(default=dict)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        app_label = "products"
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        constraints = [models.UniqueConstraint(fields=("file_name", "key"), name="imported_row_once")]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.key}"
