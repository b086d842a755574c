"""HTML made when a record changed, in narrow rows: a page of a list reads 24 of them by key and nothing else.

Rows belong to the read model: the top layer writes them in the transaction of the record's change, and takes away what
left the public. Nothing personal, by the minute, or that ends by itself stands in them.
"""

from typing import ClassVar

from django.db import models


class Rendered(models.Model):
    """What is shown of a public record in one language. Empty ``html``: not to be shown until it is made anew."""

    code = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    html = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.code} {self.language}"


class RenderedCard(Rendered):
    """The card of a record."""

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "language"], name="core_rendered_card_once")
        ]


class RenderedBody(Rendered):
    """The body of a record's page with places left open; ``head`` is what is known of the page beside it (JSON)."""

    head = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "language"], name="core_rendered_body_once")
        ]


class RenderedWith(models.Model):
    """The state of templates and translations with which the rows were made; there is one row."""

    fingerprint = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.fingerprint
