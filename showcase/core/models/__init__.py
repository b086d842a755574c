"""The kernel's models. Import from here."""

from showcase.core.models.children import Claim, RecordChild
from showcase.core.models.codes import LivingCode
from showcase.core.models.dates import PartialDateMixin
from showcase.core.models.page import BasePage
from showcase.core.models.record import Record, RecordQuerySet
from showcase.core.models.rendered import RenderedBody, RenderedCard, RenderedWith, new_stamp
from showcase.core.models.terms import Term
from showcase.core.models.translation import LocalizedText, Translatable

__all__ = [
    "BasePage",
    "Claim",
    "LivingCode",
    "LocalizedText",
    "PartialDateMixin",
    "Record",
    "RecordChild",
    "RecordQuerySet",
    "RenderedBody",
    "RenderedCard",
    "RenderedWith",
    "Term",
    "Translatable",
    "new_stamp",
]
