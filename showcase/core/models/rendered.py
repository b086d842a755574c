"""HTML of records, in narrow rows: a page of a list reads 24 of them by key and nothing else.

Cards belong to the read model: the top layer writes them in the transaction of the record's change, and takes away what
left the public. A body is written by the first visitor of the page, with the stamp of the card that was valid before
the record was read; it is shown while the card has that stamp. Nothing by the minute, or that ends by itself, stands
in the rows.
"""

import secrets
from typing import ClassVar

from django.db import models


def new_stamp() -> str:
    """A stamp that no row ever had."""
    return secrets.token_hex(8)


class Rendered(models.Model):
    """What is shown of a public record in one language. Empty ``html``: not to be shown until it is made anew.

    ``stamp`` is another one each time the record's card is written.
    """

    code = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    stamp = models.CharField(max_length=32, default="")
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
