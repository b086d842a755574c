"""The read model: one entry per public record, the feed of changes, and the synonyms that staff keep."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """The search document of a public record, written in the transaction of the record's change.

    It is what cards are rendered from, what the embedded index is built from, and the outbox of any
    engine outside the database. ``folded`` and ``marked`` hold four parts divided by an empty
    line: names (one line per language), terms, other text, places.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    code = models.CharField(max_length=12, unique=True)
    document = models.JSONField()
    features = models.JSONField(default=dict)
    folded = models.TextField()
    marked = models.TextField()
    published_at = models.DateTimeField()
    stale = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_per_record")]
        indexes = [
            models.Index(fields=["kind", "published_at"], name="search_entry_kind_date"),
            models.Index(fields=["stale"], condition=models.Q(stale=True), name="search_entry_stale"),
        ]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


def _stamp() -> str:
    return secrets.token_hex(6)


class SearchChange(models.Model):
    """One number per change, rising. Every process asks once a request for those it has not seen.

    ``stamp`` tells a number from the same number given again (a restored or rolled back database). ``waiting``: an
    engine outside the database has not been told of it yet.
    """

    class What(models.TextChoices):
        ENTRY = "entry", "entry"
        SYNONYMS = "synonyms", "synonyms"
        TERMS = "terms", "terms"
        SITE = "site", "site"
        EVERYTHING = "everything", "everything"

    id = models.BigAutoField(primary_key=True)
    what = models.CharField(max_length=12, choices=What.choices, default=What.ENTRY)
    code = models.CharField(max_length=12, blank=True)
    stamp = models.CharField(max_length=12, default=_stamp, editable=False)
    waiting = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["waiting"], condition=models.Q(waiting=True), name="search_change_waiting")]
        verbose_name = _("search change")
        verbose_name_plural = _("search changes")

    def __str__(self) -> str:
        return f"{self.pk} {self.what} {self.code}"


class Synonym(models.Model):
    """Words that mean one thing: whoever types one of them finds the others."""

    canonical_vi = models.CharField(_("Vietnamese word"), max_length=100)
    canonical_en = models.CharField(
        _("English words"), max_length=200, blank=True, help_text=_("Several are divided by commas.")
    )
    forms = models.TextField(
        _("also typed"), blank=True, help_text=_("Other words for the same thing, divided by semicolons.")
    )
    collisions = models.CharField(
        _("ambiguous without marks"),
        max_length=200,
        blank=True,
        help_text=_("Words that without marks mean something else too; they count only when typed alone."),
    )
    active = models.BooleanField(_("in use"), default=True)

    class Meta:
        ordering = ["canonical_vi", "pk"]
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return f"{self.canonical_vi} = {self.canonical_en}" if self.canonical_en else self.canonical_vi


class PromotedResult(models.Model):
    """What staff show first for a query. ``targets`` holds one code a line, the first on top."""

    query = models.CharField(
        _("when somebody types"),
        max_length=200,
        help_text=_("Marks do not matter. Several wordings are divided by semicolons, e.g. gốm; gốm sứ; ceramics."),
    )
    targets = models.TextField(
        _("show first"),
        help_text=_("At most five, one a line, the first on top: the code of a record, or its address on the site."),
    )
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("to"), null=True, blank=True, help_text=_("This day counts. Empty: without end."))
    active = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("Only staff see it."))

    class Meta:
        ordering = ["query", "pk"]
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self) -> str:
        return self.query


class QueryLog(models.Model):
    """How often words were typed on a day. Nothing tells who typed them, or when on that day."""

    class Source(models.TextChoices):
        PAGE = "page", _("site")
        API = "api", _("API")

    day = models.DateField()
    language = models.CharField(max_length=5)
    query = models.CharField(max_length=100)
    source = models.CharField(max_length=4, choices=Source.choices, default=Source.PAGE)
    times = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    nothing = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "query", "source"], name="search_query_per_day")
        ]
        default_permissions = ("view",)
        verbose_name = _("typed query")
        verbose_name_plural = _("typed queries")

    def __str__(self) -> str:
        return f"{self.day} {self.query}"


class DismissedQuery(models.Model):
    """Words that staff took off the report of what found nothing; typed often enough again, they come back."""

    query = models.CharField(max_length=100, unique=True)
    dismissed_on = models.DateField()

    class Meta:
        default_permissions = ()
        verbose_name = _("dismissed query")
        verbose_name_plural = _("dismissed queries")

    def __str__(self) -> str:
        return self.query
