"""What a page asked of the database, without what only tests bring about."""

from django.test.utils import CaptureQueriesContext


def asked(queries: CaptureQueriesContext) -> list[str]:
    """The statements, but for the feed's counting of numbers that never came.

    PostgreSQL gives the numbers of transactions that were undone to nobody else, and every test is undone.
    """
    statements = [query["sql"] for query in queries.captured_queries]
    return [sql for sql in statements if not ("COUNT(*)" in sql and "search_searchchange" in sql)]
