"""What staff still have to do: worklist, checklist, translation table. Knows the kernel only."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "showcase.reports"
    label = "reports"
    verbose_name = _("Reports")
