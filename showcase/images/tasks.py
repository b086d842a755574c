"""Work on pictures that no request waits for."""

from django.apps import apps
from django_tasks import task

from showcase.images.models import CentreImage


@task()
def make_renditions(pk: int) -> int:
    """Make the listed sizes of a picture; returns how many were made."""
    from showcase.images.rendering import make_missing

    image = CentreImage.objects.filter(pk=pk).first()
    return make_missing(image) if image is not None else 0


@task()
def draw_share_pictures(label: str, pk: int) -> int:
    """Draw the share pictures of a row, and of records that show it; returns how many were drawn."""
    from showcase.images.share_pictures import renew, renew_dependants, source_of

    row = apps.get_model(label)._base_manager.filter(pk=pk).first()
    if row is None:
        return 0
    source = source_of(row)
    return (renew(source, row) if source is not None else 0) + renew_dependants(row)
