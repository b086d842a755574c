"""Work of the read model that may wait."""

from django_tasks import task

from search import services


@task()
def renew_dependants_later(kind: str, model_label: str, pk: int) -> int:
    """Build the documents anew that show a changed record or term."""
    return services.renew_dependants(kind, model_label, pk)
