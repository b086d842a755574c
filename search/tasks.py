"""Work of the read model that may wait."""

from django_tasks import task

from search import services
from search.engines import get_engine


@task()
def renew_dependants_later(kind: str, model_label: str, pk: int) -> int:
    """Build the documents anew that show a changed record or term."""
    return services.renew_dependants(kind, model_label, pk)


@task()
def feed_search_later() -> int:
    """Tell an engine outside the database of all changes that wait; gives how many. What it cannot take waits on."""
    return get_engine().feed()
